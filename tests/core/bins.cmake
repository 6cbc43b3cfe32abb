cbpm_test(tst_bins SOURCES tst_bins.cpp LINKS cbpm3_bins)
cbpm_test(tst_triggercount SOURCES tst_triggercount.cpp LINKS cbpm3_bins)
