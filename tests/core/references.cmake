cbpm_test(tst_references SOURCES tst_references.cpp LINKS cbpm3_references)

cbpm_test(tst_profiles SOURCES tst_profiles.cpp LINKS cbpm3_profiles)
cbpm_test(tst_sharing SOURCES tst_sharing.cpp LINKS cbpm3_sharing cbpm3_testsupport)
