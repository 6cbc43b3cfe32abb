cbpm_test(tst_blockcodec SOURCES tst_blockcodec.cpp LINKS cbpm3_archive)
# The hooks stand in the executable: there they go before the C library.
cbpm_test(tst_failingcalls SOURCES tst_failingcalls.cpp ${PROJECT_SOURCE_DIR}/tests/support/failingcalls.cpp LINKS cbpm3_export cbpm3_query ${CMAKE_DL_LIBS} TIMEOUT 300)
set_target_properties(tst_failingcalls PROPERTIES ENABLE_EXPORTS ON)
