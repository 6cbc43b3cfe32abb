cbpm_test(tst_views SOURCES tst_views.cpp LINKS cbpm3_views)
