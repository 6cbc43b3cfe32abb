<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>cbpm::AnnotationMarks</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cbpm::AnnotationsDialog</name>
    <message numerus="yes">
        <source>Remove %n annotation(s)? Every program that shares them loses them.</source>
        <translation>
            <numerusform>Remove %n annotation? Every program that shares it loses it.</numerusform>
            <numerusform>Remove %n annotations? Every program that shares them loses them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) removed.</source>
        <translation>
            <numerusform>%n annotation removed.</numerusform>
            <numerusform>%n annotations removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cbpm::ConstantsDialog</name>
    <message numerus="yes">
        <source>%1

%n place(s) cannot be read. Use the %2 detectors that can?</source>
        <translation>
            <numerusform>%1

%n place cannot be read. Use the %2 detectors that can?</numerusform>
            <numerusform>%1

%n places cannot be read. Use the %2 detectors that can?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cbpm::ExportDialog</name>
    <message numerus="yes">
        <source>Every sample of %n detector(s): %1. Times in the file are UTC.</source>
        <translation>
            <numerusform>Every sample of %n detector: %1. Times in the file are UTC.</numerusform>
            <numerusform>Every sample of %n detectors: %1. Times in the file are UTC.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bins of %1 of %n detector(s): %2. Times in the file are UTC.</source>
        <translation>
            <numerusform>Bins of %1 of %n detector: %2. Times in the file are UTC.</numerusform>
            <numerusform>Bins of %1 of %n detectors: %2. Times in the file are UTC.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cbpm::HealthPage</name>
    <message numerus="yes">
        <source>%n suspected</source>
        <translation>
            <numerusform>%n suspected</numerusform>
            <numerusform>%n suspected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vetoed</source>
        <translation>
            <numerusform>%n vetoed</numerusform>
            <numerusform>%n vetoed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good</source>
        <translation>
            <numerusform>%n good</numerusform>
            <numerusform>%n good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not loaded</source>
        <translation>
            <numerusform>%n not loaded</numerusform>
            <numerusform>%n not loaded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cbpm::ReferencesDialog</name>
    <message numerus="yes">
        <source>Delete %n reference orbit(s) for good? Every program that shares them loses them.</source>
        <translation>
            <numerusform>Delete %n reference orbit for good? Every program that shares it loses it.</numerusform>
            <numerusform>Delete %n reference orbits for good? Every program that shares them loses them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reference orbit(s) deleted.</source>
        <translation>
            <numerusform>%n reference orbit deleted.</numerusform>
            <numerusform>%n reference orbits deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported “%1”: %n detector(s).</source>
        <translation>
            <numerusform>Imported “%1”: %n detector.</numerusform>
            <numerusform>Imported “%1”: %n detectors.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n detector(s)</source>
        <translation>
            <numerusform>%n detector</numerusform>
            <numerusform>%n detectors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cbpm::SaveReferenceDialog</name>
    <message numerus="yes">
        <source>%n detector(s), absolute positions</source>
        <translation>
            <numerusform>%n detector, absolute positions</numerusform>
            <numerusform>%n detectors, absolute positions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cbpm::SiteShare</name>
    <message numerus="yes">
        <source>%n not yet shared</source>
        <translation>
            <numerusform>%n not yet shared</numerusform>
            <numerusform>%n not yet shared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not yet shared: %1</source>
        <translation>
            <numerusform>%n change not yet shared: %1</numerusform>
            <numerusform>%n changes not yet shared: %1</numerusform>
        </translation>
    </message>
</context>
</TS>
