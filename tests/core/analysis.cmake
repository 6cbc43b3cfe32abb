cbpm_test(tst_statistics SOURCES tst_statistics.cpp LINKS cbpm3_analysis)
cbpm_test(tst_spectrum SOURCES tst_spectrum.cpp LINKS cbpm3_analysis)
cbpm_test(tst_traces SOURCES tst_traces.cpp LINKS cbpm3_analysis)
