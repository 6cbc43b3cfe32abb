# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed where, and the Debian package of it. `packaging/package.sh` calls it.
include(GNUInstallDirs)

# Whatever the umask of whoever builds.
set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS ${CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS}) # those that CPack makes

set(package_folder ${PROJECT_SOURCE_DIR}/packaging)
set(share ${CMAKE_INSTALL_DATADIR})
set(doc ${share}/doc/${PROJECT_NAME})

install(TARGETS cbpm3 cbpm3-monitor RUNTIME)
install(FILES ${package_folder}/desktop/cbpm3-monitor.desktop ${package_folder}/desktop/cbpm3-monitor-archive.desktop
        ${package_folder}/desktop/cbpm3-monitor-view.desktop
    DESTINATION ${share}/applications)
install(FILES ${package_folder}/desktop/cbpm3-monitor.metainfo.xml DESTINATION ${share}/metainfo)
install(FILES ${package_folder}/desktop/cbpm3-monitor.xml DESTINATION ${share}/mime/packages)
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/cbpm3-monitor.svg DESTINATION ${share}/icons/hicolor/scalable/apps)
install(FILES ${package_folder}/completion/cbpm3 DESTINATION ${share}/bash-completion/completions)
install(FILES ${package_folder}/completion/cbpm3 DESTINATION ${share}/bash-completion/completions RENAME cbpm3-monitor)
install(FILES ${package_folder}/sql/prepare.sql ${package_folder}/sql/announce.sql ${package_folder}/sql/shared.sql
    DESTINATION ${share}/${PROJECT_NAME}/sql)
install(FILES ${package_folder}/sql/README.md DESTINATION ${doc} RENAME README.prepared-data.md)
install(FILES ${package_folder}/deb/copyright DESTINATION ${doc})
install(FILES ${package_folder}/deb/lintian-overrides DESTINATION ${share}/lintian/overrides RENAME ${PROJECT_NAME})

# Debian wants manuals and changelogs compressed, and the same bytes each time: -n leaves name and time out.
set(compressed)
function(install_compressed source destination name)
    set(result ${PROJECT_BINARY_DIR}/compressed/${name}.gz)
    add_custom_command(OUTPUT ${result} DEPENDS ${source} VERBATIM
        COMMAND sh -c "gzip -9nc \"$1\" >\"$2\"" sh ${source} ${result})
    install(FILES ${result} DESTINATION ${destination})
    set(compressed ${compressed} ${result} PARENT_SCOPE)
endfunction()
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/compressed)
install_compressed(${package_folder}/man/cbpm3.1 ${CMAKE_INSTALL_MANDIR}/man1 cbpm3.1)
install_compressed(${package_folder}/man/cbpm3-monitor.1 ${CMAKE_INSTALL_MANDIR}/man1 cbpm3-monitor.1)
install_compressed(${PROJECT_SOURCE_DIR}/CHANGELOG.md ${doc} changelog)
install_compressed(${package_folder}/deb/changelog ${doc} changelog.Debian)
add_custom_target(compressed_documents ALL DEPENDS ${compressed})

# The handbook as pages, with pictures that the program draws itself: only for a package, as the demo takes its time.
if(CBPM_PACKAGE)
    set(handbook ${PROJECT_BINARY_DIR}/handbook)
    file(GLOB chapters CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/handbook/*)
    add_custom_command(OUTPUT ${handbook}/index.html VERBATIM
        COMMAND ${CMAKE_COMMAND} -E rm -rf ${handbook}
        COMMAND ${package_folder}/handbook-pictures.sh $<TARGET_FILE:cbpm3-monitor> ${handbook}/pictures
        COMMAND cbpm3-handbook ${handbook}
        DEPENDS cbpm3-handbook cbpm3-monitor ${chapters} ${package_folder}/handbook-pictures.sh)
    add_custom_target(handbook ALL DEPENDS ${handbook}/index.html)
    # The window shows the pictures, too, and a program may not need what is in share/doc.
    install(DIRECTORY ${handbook} DESTINATION ${share}/${PROJECT_NAME})
    install(CODE "file(CREATE_LINK ../../${PROJECT_NAME}/handbook \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${doc}/handbook\" SYMBOLIC)")
    include(${CMAKE_CURRENT_LIST_DIR}/appstream.cmake)
    install(FILES ${package_folder}/deb/doc-base DESTINATION ${share}/doc-base RENAME ${PROJECT_NAME})
endif()

# "cbpm3-monitor (0.1.0-1) …": the package's version is written once.
file(STRINGS ${package_folder}/deb/changelog first_line LIMIT_COUNT 1)
if(NOT first_line MATCHES "^${PROJECT_NAME} \\(${PROJECT_VERSION}-([0-9]+)\\)")
    message(FATAL_ERROR "packaging/deb/changelog does not begin with ${PROJECT_NAME} (${PROJECT_VERSION}-N)")
endif()
set(CPACK_DEBIAN_PACKAGE_RELEASE ${CMAKE_MATCH_1})
file(STRINGS ${package_folder}/deb/changelog signature LIMIT_COUNT 1 REGEX "^ -- ")
string(REGEX REPLACE "^ -- (.*>)  .*$" "\\1" CPACK_DEBIAN_PACKAGE_MAINTAINER "${signature}")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME ${PROJECT_NAME})
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_THREADS 1) # xz cuts its stream by threads
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded by name, which no linker sees.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, tzdata")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-dejavu-core, qt6-translations-l10n")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "postgresql-client, bash-completion")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "beam positions of a storage ring")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Computes beam positions from the button amplitudes of a ring's beam position
monitors, and shows them as trends and orbits: a day of the whole ring as
easily as an hour, while the data are still arriving. Readings come from
PostgreSQL or from archive files.

cbpm3-monitor is the desktop program; cbpm3 does the same for terminals and
scripts.")
set(CPACK_PRE_BUILD_SCRIPTS ${package_folder}/cmake/stagedtimes.cmake)
include(CPack)
