cbpm_test(tst_tilestore SOURCES tst_tilestore.cpp LINKS cbpm3_tiles)
cbpm_test(tst_tiledload SOURCES tst_tiledload.cpp LINKS cbpm3_query)
