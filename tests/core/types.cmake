cbpm_test(tst_timetext SOURCES tst_timetext.cpp LINKS cbpm3_types)
cbpm_test(tst_interval SOURCES tst_interval.cpp LINKS cbpm3_types)
cbpm_test(tst_givenmemory SOURCES tst_givenmemory.cpp LINKS cbpm3_types)
