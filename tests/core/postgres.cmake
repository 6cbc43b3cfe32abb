# SPDX-License-Identifier: GPL-3.0-or-later
cbpm_test(tst_postgres_types SOURCES tst_postgres_types.cpp LINKS cbpm3_postgres cbpm3_testsupport)
cbpm_test(tst_postgres_faults SOURCES tst_postgres_faults.cpp LINKS cbpm3_postgres cbpm3_testsupport cbpm3_query)
cbpm_test(tst_copydecoder SOURCES tst_copydecoder.cpp LINKS cbpm3_postgres)
cbpm_test(tst_postgres_site SOURCES tst_postgres_site.cpp LINKS cbpm3_postgres cbpm3_tiles cbpm3_testsupport)
cbpm_test(tst_prepared SOURCES tst_prepared.cpp LINKS cbpm3_postgres cbpm3_testsupport)
cbpm_test(tst_postgres_snapshot SOURCES tst_postgres_snapshot.cpp LINKS cbpm3_query cbpm3_testsupport)
cbpm_test(tst_postgres_writer SOURCES tst_postgres_writer.cpp LINKS cbpm3_postgres cbpm3_testsupport)
cbpm_test(tst_samplerows SOURCES tst_samplerows.cpp LINKS cbpm3_postgres)
