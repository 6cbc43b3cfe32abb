# SPDX-License-Identifier: GPL-3.0-or-later
cbpm_test(tst_binorder SOURCES tst_binorder.cpp LINKS cbpm3_export)
