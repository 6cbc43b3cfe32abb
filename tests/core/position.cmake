cbpm_test(tst_positions SOURCES tst_positions.cpp LINKS cbpm3_position)
cbpm_test(tst_chambermap SOURCES tst_chambermap.cpp LINKS cbpm3_position)
cbpm_test(tst_parameterfile SOURCES tst_parameterfile.cpp LINKS cbpm3_detectors)
cbpm_test(tst_gainfit SOURCES tst_gainfit.cpp LINKS cbpm3_position)
