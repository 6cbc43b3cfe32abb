# SPDX-License-Identifier: GPL-3.0-or-later
# Without Qt Test, whose own threads the thread sanitizer does not understand.
add_executable(tst_threads tst_threads.cpp)
target_link_libraries(tst_threads PRIVATE cbpm3_options cbpm3_bins cbpm3_postgres)
set_target_properties(tst_threads PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests AUTOMOC OFF)
add_test(NAME tst_threads COMMAND tst_threads)
set_tests_properties(tst_threads PROPERTIES TIMEOUT 120 ENVIRONMENT "TSAN_OPTIONS=halt_on_error=1")
