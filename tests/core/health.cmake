cbpm_test(tst_health SOURCES tst_health.cpp LINKS cbpm3_health)
