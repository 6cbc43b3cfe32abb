# SPDX-License-Identifier: GPL-3.0-or-later
# Warnings, sanitizers and definitions that every target of the project shares.
option(CBPM_WERROR "Warnings are errors" OFF)
option(CBPM_PACKAGE "Hardened as Debian does it, and without the paths of this machine" OFF)
set(CBPM_SANITIZE "" CACHE STRING "Sanitizers, comma separated")

add_library(cbpm3_options INTERFACE)
target_include_directories(cbpm3_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(cbpm3_options INTERFACE
    CBPM_VERSION="${PROJECT_VERSION}" QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII)
target_compile_options(cbpm3_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    # The same sums on every path and machine: SQL does not fuse multiply and add, so neither do we.
    -ffp-contract=off)
if(CBPM_WERROR)
    target_compile_options(cbpm3_options INTERFACE -Werror)
endif()
if(CBPM_PACKAGE)
    target_compile_options(cbpm3_options INTERFACE
        -ffile-prefix-map=${PROJECT_BINARY_DIR}=build -ffile-prefix-map=${PROJECT_SOURCE_DIR}=.
        -fstack-protector-strong -Wformat -Werror=format-security -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
    target_link_options(cbpm3_options INTERFACE -Wl,-z,relro -Wl,-z,now -pie)
endif()
if(CBPM_SANITIZE)
    target_compile_options(cbpm3_options INTERFACE -fsanitize=${CBPM_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(cbpm3_options INTERFACE -fsanitize=${CBPM_SANITIZE})
endif()

# Under the address sanitizer a finding ends the test; leaks of libraries that are not ours are listed in a file.
set(CBPM_TEST_SLOWNESS 1)
set(CBPM_TEST_SANITIZER "")
if(CBPM_SANITIZE MATCHES "address")
    set(CBPM_TEST_SLOWNESS 5)
    set(CBPM_TEST_SANITIZER ";UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1;LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/leaks.txt:print_suppressions=0")
endif()

# cbpm_library(NAME SOURCES … LINKS …): one static library per folder, so that the link line keeps the layering honest.
function(cbpm_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC cbpm3_options ${ARG_LINKS})
endfunction()

# cbpm_test(NAME SOURCES … LINKS … [LABELS …] [TIMEOUT s]): one Qt Test executable per subject.
function(cbpm_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINKS;LABELS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE cbpm3_options Qt6::Test ${ARG_LINKS})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
    add_test(NAME ${name} COMMAND ${name})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * ${CBPM_TEST_SLOWNESS}")
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8;XDG_CACHE_HOME=${PROJECT_BINARY_DIR}/cache;XDG_DATA_HOME=${PROJECT_BINARY_DIR}/data;XDG_CONFIG_HOME=${PROJECT_BINARY_DIR}/config;CBPM_SOURCE_DIR=${PROJECT_SOURCE_DIR};CBPM_BIN_DIR=${PROJECT_BINARY_DIR}/bin${CBPM_TEST_SANITIZER}")
endfunction()
