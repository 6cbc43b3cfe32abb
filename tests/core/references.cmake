cbpm_test(tst_references SOURCES tst_references.cpp LINKS cbpm3_references)

