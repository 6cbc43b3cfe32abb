cbpm_test(tst_positions SOURCES tst_positions.cpp LINKS cbpm3_position)
