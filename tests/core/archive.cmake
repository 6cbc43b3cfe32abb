cbpm_test(tst_blockcodec SOURCES tst_blockcodec.cpp LINKS cbpm3_archive)
