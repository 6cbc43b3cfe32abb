# SPDX-License-Identifier: GPL-3.0-or-later
# What a software centre shows of the installed package, with the pictures that the package holds. A metainfo file may
# name pictures by web address alone, and this program has no web site; a catalogue may have them beside it.
set(pictures "trend|A day of the whole ring" "trend-hour|An hour of it, with every spike" "orbit|The orbit around the ring")

set(screenshots "  <screenshots>\n")
set(type " type=\"default\"")
foreach(picture IN LISTS pictures)
    string(REGEX MATCH "(.*)\\|(.*)" matched "${picture}")
    string(APPEND screenshots "    <screenshot${type}>\n      <caption>${CMAKE_MATCH_2}</caption>\n"
        "      <image type=\"source\" width=\"1280\" height=\"720\">pictures/${CMAKE_MATCH_1}.png</image>\n    </screenshot>\n")
    set(type "")
endforeach()
string(APPEND screenshots "  </screenshots>\n")

set(metainfo ${PROJECT_SOURCE_DIR}/packaging/desktop/cbpm3-monitor.metainfo.xml)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${metainfo})
file(READ ${metainfo} component)
string(REGEX REPLACE "^<[?]xml[^\n]*\n" "" component "${component}")
string(REPLACE "  <launchable"
    "  <pkgname>${PROJECT_NAME}</pkgname>\n  <icon type=\"stock\">cbpm3-monitor</icon>\n${screenshots}  <launchable"
    component "${component}")
set(media file://${CMAKE_INSTALL_FULL_DATADIR}/${PROJECT_NAME}/handbook)
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/catalogue/${PROJECT_NAME}.xml @ONLY CONTENT
"<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<components version=\"0.16\" origin=\"@PROJECT_NAME@\" media_baseurl=\"@media@\">
@component@</components>
")
install(FILES ${PROJECT_BINARY_DIR}/catalogue/${PROJECT_NAME}.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/swcatalog/xml)
