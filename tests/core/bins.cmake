cbpm_test(tst_bins SOURCES tst_bins.cpp LINKS cbpm3_bins)
