cbpm_test(tst_binload SOURCES tst_binload.cpp LINKS cbpm3_query)
cbpm_test(tst_binloader SOURCES tst_binloader.cpp LINKS cbpm3_query)
cbpm_test(tst_sourceaddress SOURCES tst_sourceaddress.cpp LINKS cbpm3_query)
cbpm_test(tst_orbit SOURCES tst_orbit.cpp LINKS cbpm3_query)
