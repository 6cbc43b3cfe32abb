cbpm_test(tst_canceltoken SOURCES tst_canceltoken.cpp LINKS cbpm3_types)
cbpm_test(tst_timetext SOURCES tst_timetext.cpp LINKS cbpm3_types)
cbpm_test(tst_interval SOURCES tst_interval.cpp LINKS cbpm3_types)
cbpm_test(tst_heap SOURCES tst_heap.cpp LINKS cbpm3_types)
