# SPDX-License-Identifier: GPL-3.0-or-later
# Run by CPack before it packs: the times of checkout and build do not get into the package.
if(DEFINED ENV{SOURCE_DATE_EPOCH})
    execute_process(COMMAND find ${CPACK_TEMPORARY_INSTALL_DIRECTORY} -exec touch -h -d @$ENV{SOURCE_DATE_EPOCH} "{}" +
        COMMAND_ERROR_IS_FATAL ANY)
endif()
