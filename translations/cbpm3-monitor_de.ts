<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>CoreTexts</name>
    <message>
        <source>no text in UTF-8</source>
        <translation>kein Text in UTF-8</translation>
    </message>
    <message>
        <source>the header has no column location</source>
        <translation>dem Kopf fehlt die Spalte location</translation>
    </message>
    <message>
        <source>%1 names no detector</source>
        <translation>%1 nennt keinen Detektor</translation>
    </message>
    <message>
        <source>give one line per detector</source>
        <translation>eine Zeile je Detektor angeben</translation>
    </message>
    <message>
        <source>%1 fields where the header has %2</source>
        <translation>%1 Felder, wo der Kopf %2 hat</translation>
    </message>
    <message>
        <source>%1 line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>%1 cannot be &quot;%2&quot;</source>
        <translation>%1 kann nicht „%2“ sein</translation>
    </message>
    <message>
        <source>%1 is out of any physical range</source>
        <translation>%1 liegt außerhalb jedes physikalischen Bereichs</translation>
    </message>
    <message>
        <source>location is empty</source>
        <translation>location ist leer</translation>
    </message>
    <message>
        <source>location %1 stands twice for the same time of validity</source>
        <translation>der Ort %1 steht zweimal für denselben Beginn der Gültigkeit</translation>
    </message>
    <message>
        <source>%1 line %2, column %3: %4</source>
        <translation>%1, Zeile %2, Spalte %3: %4</translation>
    </message>
    <message>
        <source>see the column list of --detector-table</source>
        <translation>siehe die Liste der Spalten bei --detector-table</translation>
    </message>
    <message>
        <source>detector table %1 cannot be read: %2</source>
        <translation>die Detektortabelle %1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>check the path and its rights</source>
        <translation>Pfad und Rechte prüfen</translation>
    </message>
    <message>
        <source>%1 has no [BPM_…] section</source>
        <translation>%1 hat keinen Abschnitt [BPM_…]</translation>
    </message>
    <message>
        <source>give the ring&apos;s detector file, or a CSV</source>
        <translation>die Detektordatei des Rings oder eine CSV angeben</translation>
    </message>
    <message>
        <source>correct it there</source>
        <translation>dort berichtigen</translation>
    </message>
    <message>
        <source>a section without its closing bracket</source>
        <translation>ein Abschnitt ohne schließende Klammer</translation>
    </message>
    <message>
        <source>%1 is no name: up to 63 printable characters, no comma</source>
        <translation>%1 ist kein Name: bis zu 63 druckbare Zeichen, kein Komma</translation>
    </message>
    <message>
        <source>%1 is no whole number</source>
        <translation>%1 ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;, no length between 0.1 mm and 1 m</source>
        <translation>%1 ist „%2“, keine Länge zwischen 0.1 mm und 1 m</translation>
    </message>
    <message>
        <source>a section without .DETECTOR_LOCATION</source>
        <translation>ein Abschnitt ohne .DETECTOR_LOCATION</translation>
    </message>
    <message>
        <source>location %1 stands twice</source>
        <translation>der Ort %1 steht zweimal da</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>choose a folder that exists and that you may write to</source>
        <translation>einen Ordner wählen, den es gibt und in den Sie schreiben dürfen</translation>
    </message>
    <message>
        <source>writing %1 failed (%2 bytes free): the file was not made</source>
        <translation>Schreiben von %1 ist fehlgeschlagen (%2 Bytes frei): die Datei wurde nicht angelegt</translation>
    </message>
    <message>
        <source>free space there or choose another folder</source>
        <translation>dort Platz schaffen oder einen anderen Ordner wählen</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>standard output was closed after %1 bytes</source>
        <translation>die Standardausgabe wurde nach %1 Bytes geschlossen</translation>
    </message>
    <message>
        <source>writing %1 failed after %2 bytes (%3 bytes free): the file was not made</source>
        <translation>Schreiben von %1 ist nach %2 Bytes fehlgeschlagen (%3 Bytes frei): die Datei wurde nicht angelegt</translation>
    </message>
    <message>
        <source>%1 has %2 valid samples in this range, too few to fit gains to</source>
        <translation>%1 hat in diesem Bereich %2 gültige Messwerte, zu wenige, um daraus Verstärkungen zu bestimmen</translation>
    </message>
    <message>
        <source>choose a longer range, or one with beam</source>
        <translation>einen längeren Bereich wählen, oder einen mit Strahl</translation>
    </message>
    <message>
        <source>%1: the value does not fit into a line of a profile</source>
        <translation>%1: der Wert passt nicht in eine Zeile eines Profils</translation>
    </message>
    <message>
        <source>leave out line breaks, and blanks at its ends</source>
        <translation>Zeilenumbrüche und Leerzeichen an den Enden weglassen</translation>
    </message>
    <message>
        <source>no key of a profile</source>
        <translation>kein Schlüssel eines Profils</translation>
    </message>
    <message>
        <source>write one of %1, and = after it</source>
        <translation>einen von %1 schreiben, und = dahinter</translation>
    </message>
    <message>
        <source>%1 stands there twice</source>
        <translation>%1 steht zweimal da</translation>
    </message>
    <message>
        <source>take one of the two out</source>
        <translation>einen von beiden herausnehmen</translation>
    </message>
    <message>
        <source>%1 is not a text file in UTF-8</source>
        <translation>%1 ist keine Textdatei in UTF-8</translation>
    </message>
    <message>
        <source>write it anew with Data &gt; Profiles</source>
        <translation>mit Daten &gt; Profile neu schreiben</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a profile</source>
        <translation>„%1“ kann kein Name eines Profils sein</translation>
    </message>
    <message>
        <source>begin with a letter or digit; up to 64 letters, digits, blanks and -_.+() are allowed</source>
        <translation>mit einem Buchstaben oder einer Ziffer beginnen; erlaubt sind bis zu 64 Buchstaben, Ziffern, Leerzeichen und -_.+()</translation>
    </message>
    <message>
        <source>there is no profile &quot;%1&quot;</source>
        <translation>es gibt kein Profil „%1“</translation>
    </message>
    <message>
        <source>none is there yet: make one with Data &gt; Profiles, or in %1</source>
        <translation>es gibt noch keines: mit Daten &gt; Profile eines anlegen, oder in %1</translation>
    </message>
    <message>
        <source>choose one of </source>
        <translation>zur Wahl stehen </translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a profile of the site</source>
        <translation>„%1“ ist ein Profil der Anlage</translation>
    </message>
    <message>
        <source>duplicate it</source>
        <translation>duplizieren Sie es</translation>
    </message>
    <message>
        <source>there is a profile &quot;%1&quot; already</source>
        <translation>ein Profil „%1“ gibt es schon</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>%1 cannot be renamed: %2</source>
        <translation>%1 kann nicht umbenannt werden: %2</translation>
    </message>
    <message>
        <source>check the rights of the folder</source>
        <translation>die Rechte des Ordners prüfen</translation>
    </message>
    <message>
        <source>ask its administrator</source>
        <translation>die Verwaltung fragen</translation>
    </message>
    <message>
        <source>%1 cannot be removed: %2</source>
        <translation>%1 kann nicht entfernt werden: %2</translation>
    </message>
    <message>
        <source> (tried %1 times)</source>
        <translation> (%1-mal versucht)</translation>
    </message>
    <message>
        <source>the folder of %1 cannot be made</source>
        <translation>der Ordner von %1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>set XDG_CACHE_HOME to a folder that you may write to</source>
        <translation>XDG_CACHE_HOME auf einen Ordner setzen, in den Sie schreiben dürfen</translation>
    </message>
    <message>
        <source>the source is of no known kind</source>
        <translation>die Quelle ist von keiner bekannten Art</translation>
    </message>
    <message>
        <source>%1 of the table&apos;s %2</source>
        <translation>%1 von %2 der Tabelle</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>the prepared cells were taken away meanwhile</source>
        <translation>die vorbereiteten Zellen wurden inzwischen entfernt</translation>
    </message>
    <message>
        <source>fetch again</source>
        <translation>noch einmal laden</translation>
    </message>
    <message>
        <source>: there is no line of columns</source>
        <translation>: es gibt keine Zeile mit den Spalten</translation>
    </message>
    <message>
        <source>column %1 stands twice</source>
        <translation>die Spalte %1 steht zweimal da</translation>
    </message>
    <message>
        <source>more than %1 detectors</source>
        <translation>mehr als %1 Detektoren</translation>
    </message>
    <message>
        <source>the columns are location,x_mm,y_mm,x_std_mm,y_std_mm,count</source>
        <translation>die Spalten sind location,x_mm,y_mm,x_std_mm,y_std_mm,count</translation>
    </message>
    <message>
        <source>%1 is larger than %2 bytes</source>
        <translation>%1 ist größer als %2 Bytes</translation>
    </message>
    <message>
        <source>a reference orbit has a line per detector</source>
        <translation>eine Referenzbahn hat eine Zeile je Detektor</translation>
    </message>
    <message>
        <source>it is no reference orbit</source>
        <translation>es ist keine Referenzbahn</translation>
    </message>
    <message>
        <source>%1 was written by a later version</source>
        <translation>%1 wurde von einer späteren Version geschrieben</translation>
    </message>
    <message>
        <source>open it with that version</source>
        <translation>mit jener Version öffnen</translation>
    </message>
    <message>
        <source>%1 of %2 is no number</source>
        <translation>%1 von %2 ist keine Zahl</translation>
    </message>
    <message>
        <source>%1: %2 at byte %3</source>
        <translation>%1: %2 bei Byte %3</translation>
    </message>
    <message>
        <source>the reference has no name</source>
        <translation>die Referenz hat keinen Namen</translation>
    </message>
    <message>
        <source>give it one</source>
        <translation>geben Sie ihr einen</translation>
    </message>
    <message>
        <source>name, author, table version and method may have %1 characters each</source>
        <translation>Name, Verfasser, Tabellenversion und Methode dürfen je %1 Zeichen haben</translation>
    </message>
    <message>
        <source>the comment may have %1 characters</source>
        <translation>die Bemerkung darf %1 Zeichen haben</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no location</source>
        <translation>„%1“ ist kein Ort</translation>
    </message>
    <message>
        <source>the position at %1 is beyond any ring</source>
        <translation>die Lage bei %1 liegt außerhalb jedes Rings</translation>
    </message>
    <message>
        <source>the spread at %1 cannot be negative or beyond any ring</source>
        <translation>die Streuung bei %1 kann nicht negativ sein oder größer als jeder Ring</translation>
    </message>
    <message>
        <source>it holds no position</source>
        <translation>sie enthält keine Lage</translation>
    </message>
    <message>
        <source>%1 holds more than %2 reference orbits: older ones are not shown</source>
        <translation>%1 enthält mehr als %2 Referenzbahnen: ältere werden nicht gezeigt</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>it is no list of vetoes</source>
        <translation>es ist keine Liste von Vetos</translation>
    </message>
    <message>
        <source>more than %1 vetoes</source>
        <translation>mehr als %1 Vetos</translation>
    </message>
    <message>
        <source>a veto has no location or no time</source>
        <translation>ein Veto hat keinen Ort oder keine Zeit</translation>
    </message>
    <message>
        <source>%1 is being written by another program, or cannot be</source>
        <translation>%1 wird gerade von einem anderen Programm geschrieben, oder kann es nicht werden</translation>
    </message>
    <message>
        <source>try again, or check the rights of the folder</source>
        <translation>noch einmal versuchen, oder die Rechte des Ordners prüfen</translation>
    </message>
    <message>
        <source>archive %1 has more beside its samples than archives hold</source>
        <translation>das Archiv %1 hat neben seinen Messwerten mehr, als Archive enthalten</translation>
    </message>
    <message>
        <source>do not trust this file</source>
        <translation>dieser Datei nicht trauen</translation>
    </message>
    <message>
        <source>archive %1 does not exist</source>
        <translation>das Archiv %1 gibt es nicht</translation>
    </message>
    <message>
        <source>check the path</source>
        <translation>den Pfad prüfen</translation>
    </message>
    <message>
        <source>archive %1 cannot be read</source>
        <translation>das Archiv %1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>check its rights</source>
        <translation>seine Rechte prüfen</translation>
    </message>
    <message>
        <source>archive %1 was left unfinished by a program that ended early</source>
        <translation>das Archiv %1 wurde von einem Programm unfertig hinterlassen, das vorzeitig endete</translation>
    </message>
    <message>
        <source>open it once where it may be written, with its -journal file beside it</source>
        <translation>es einmal dort öffnen, wo es geschrieben werden darf, mit seiner Datei -journal daneben</translation>
    </message>
    <message>
        <source>%1 is not an archive of this program</source>
        <translation>%1 ist kein Archiv dieses Programms</translation>
    </message>
    <message>
        <source>choose a .cbpm3 file</source>
        <translation>eine Datei .cbpm3 wählen</translation>
    </message>
    <message>
        <source>archive %1 is of format %2, this program reads up to %3</source>
        <translation>das Archiv %1 hat das Format %2, dieses Programm liest bis %3</translation>
    </message>
    <message>
        <source>update the program</source>
        <translation>das Programm aktualisieren</translation>
    </message>
    <message>
        <source>archive %1 holds views, triggers or formulas, which archives never do</source>
        <translation>das Archiv %1 enthält Sichten, Auslöser oder Formeln, was Archive niemals tun</translation>
    </message>
    <message>
        <source>writing %1 failed (%2; %3 bytes free)</source>
        <translation>Schreiben von %1 ist fehlgeschlagen (%2; %3 Bytes frei)</translation>
    </message>
    <message>
        <source>archive %1 is locked by another program</source>
        <translation>das Archiv %1 ist von einem anderen Programm gesperrt</translation>
    </message>
    <message>
        <source>try again in a moment</source>
        <translation>gleich noch einmal versuchen</translation>
    </message>
    <message>
        <source>archive %1 is damaged (%2)</source>
        <translation>das Archiv %1 ist beschädigt (%2)</translation>
    </message>
    <message>
        <source>run cbpm3 verify on it, or use another copy</source>
        <translation>mit cbpm3 verify prüfen, oder eine andere Kopie verwenden</translation>
    </message>
    <message>
        <source>archive %1 is damaged: %2</source>
        <translation>das Archiv %1 ist beschädigt: %2</translation>
    </message>
    <message>
        <source>use another copy</source>
        <translation>eine andere Kopie verwenden</translation>
    </message>
    <message>
        <source>archive %1: the block of %2 at %3 is damaged</source>
        <translation>Archiv %1: der Block von %2 bei %3 ist beschädigt</translation>
    </message>
    <message>
        <source>archive %1: cells at %2 are damaged</source>
        <translation>Archiv %1: die Zellen bei %2 sind beschädigt</translation>
    </message>
    <message>
        <source>%1 could not be brought to disk: %2</source>
        <translation>%1 konnte nicht auf die Platte gebracht werden: %2</translation>
    </message>
    <message>
        <source>check the disk</source>
        <translation>die Platte prüfen</translation>
    </message>
    <message>
        <source>archive %1: a block of %2 is damaged</source>
        <translation>Archiv %1: ein Block von %2 ist beschädigt</translation>
    </message>
    <message>
        <source>write to another file</source>
        <translation>in eine andere Datei schreiben</translation>
    </message>
    <message>
        <source>%1 cannot be made: %2</source>
        <translation>%1 kann nicht angelegt werden: %2</translation>
    </message>
    <message>
        <source>choose another place</source>
        <translation>einen anderen Ort wählen</translation>
    </message>
    <message>
        <source>%1: a block of %2 is damaged</source>
        <translation>%1: ein Block von %2 ist beschädigt</translation>
    </message>
    <message>
        <source>prepare it anew with cbpm3 prepare --drop and cbpm3 prepare, or fetch with --path rows</source>
        <translation>mit cbpm3 prepare --drop und cbpm3 prepare neu vorbereiten, oder mit --path rows laden</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s</source>
        <translation>%1 hat innerhalb von %2 s nicht geantwortet</translation>
    </message>
    <message>
        <source>no service file has a server &quot;%1&quot;</source>
        <translation>keine Dienstdatei kennt einen Server „%1“</translation>
    </message>
    <message>
        <source>write it into ~/.pg_service.conf, or name host= and dbname=</source>
        <translation>in ~/.pg_service.conf eintragen, oder host= und dbname= nennen</translation>
    </message>
    <message>
        <source>check host, port and network</source>
        <translation>Rechner, Port und Netz prüfen</translation>
    </message>
    <message>
        <source>the name of the server was not found within %1 s</source>
        <translation>der Name des Servers wurde innerhalb von %1 s nicht gefunden</translation>
    </message>
    <message>
        <source>check the network and its name service (DNS), or name the server by its address</source>
        <translation>das Netz und seinen Namensdienst (DNS) prüfen, oder den Server mit seiner Adresse nennen</translation>
    </message>
    <message>
        <source>%1 goes on with what it was asked to stop</source>
        <translation>%1 macht mit dem weiter, was es beenden sollte</translation>
    </message>
    <message>
        <source>check the network and the server, then fetch again</source>
        <translation>Netz und Server prüfen, dann noch einmal laden</translation>
    </message>
    <message>
        <source>%1 sent nothing for %2 s</source>
        <translation>%1 hat %2 s lang nichts geschickt</translation>
    </message>
    <message>
        <source>the server or the network hangs, or the table has no index on its time column; see cbpm3 check</source>
        <translation>Server oder Netz hängen, oder die Tabelle hat keinen Index auf ihrer Zeitspalte; siehe cbpm3 check</translation>
    </message>
    <message>
        <source>%1 answered something that was not asked</source>
        <translation>%1 hat etwas geantwortet, wonach nicht gefragt wurde</translation>
    </message>
    <message>
        <source>the link or a proxy damages data; fetch again</source>
        <translation>die Leitung oder ein Vermittler beschädigt Daten; noch einmal laden</translation>
    </message>
    <message>
        <source>the connection string is not understood: %1</source>
        <translation>die Verbindungsangabe ist nicht verständlich: %1</translation>
    </message>
    <message>
        <source>write host=… dbname=…, service=… or postgresql://…</source>
        <translation>host=… dbname=…, service=… oder postgresql://… schreiben</translation>
    </message>
    <message>
        <source>the connection string is not understood</source>
        <translation>die Verbindungsangabe ist nicht verständlich</translation>
    </message>
    <message>
        <source>the connection string holds a %1</source>
        <translation>die Verbindungsangabe enthält ein %1</translation>
    </message>
    <message>
        <source>put it into ~/.pgpass (mode 0600) or a service file and leave it out here</source>
        <translation>in ~/.pgpass (Rechte 0600) oder eine Dienstdatei schreiben und hier weglassen</translation>
    </message>
    <message>
        <source>%1: the COPY stream is damaged</source>
        <translation>%1: der COPY-Strom ist beschädigt</translation>
    </message>
    <message>
        <source>%1: a row of prepared data is damaged</source>
        <translation>%1: eine Zeile der vorbereiteten Daten ist beschädigt</translation>
    </message>
    <message>
        <source>fetch again; where that does not help, with --path rows</source>
        <translation>noch einmal laden; hilft das nicht, mit --path rows</translation>
    </message>
    <message>
        <source>%1 is ignored because others may read it: give it mode 0600</source>
        <translation>%1 wird nicht beachtet, weil andere die Datei lesen dürfen: Rechte auf 0600 setzen</translation>
    </message>
    <message>
        <source>put it into ~/.pgpass (mode 0600) or the service file</source>
        <translation>in ~/.pgpass (Rechte 0600) oder die Dienstdatei schreiben</translation>
    </message>
    <message>
        <source>%1 wants a password and none was found</source>
        <translation>%1 verlangt ein Passwort, und es wurde keines gefunden</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>%1 ist nicht erreichbar: %2</translation>
    </message>
    <message>
        <source>%1: the connection was lost</source>
        <translation>%1: die Verbindung ging verloren</translation>
    </message>
    <message>
        <source>no host of the list can be used: %1</source>
        <translation>kein Rechner der Liste ist brauchbar: %1</translation>
    </message>
    <message>
        <source>%1 announces no more rows</source>
        <translation>%1 meldet keine neuen Zeilen mehr</translation>
    </message>
    <message>
        <source>%1: the COPY stream ended early</source>
        <translation>%1: der COPY-Strom endete zu früh</translation>
    </message>
    <message>
        <source>this program has all the sessions that it may have</source>
        <translation>dieses Programm hat alle Sitzungen, die es haben darf</translation>
    </message>
    <message>
        <source>%1: others read there, too</source>
        <translation>%1: dort lesen auch andere</translation>
    </message>
    <message>
        <source>%1: no %2 of these columns%3 are prepared beside table &quot;%4&quot;</source>
        <translation>%1: neben der Tabelle „%4“ sind keine %2 dieser Spalten%3 vorbereitet</translation>
    </message>
    <message>
        <source> and constants</source>
        <translation> und Konstanten</translation>
    </message>
    <message>
        <source>have its owner run cbpm3 prepare, or leave --path out</source>
        <translation>den Eigentümer cbpm3 prepare ausführen lassen, oder --path weglassen</translation>
    </message>
    <message>
        <source>%1: column &quot;%2&quot; of table &quot;%3&quot; has a type that cannot be written to</source>
        <translation>%1: die Spalte „%2“ der Tabelle „%3“ hat einen Typ, in den nicht geschrieben werden kann</translation>
    </message>
    <message>
        <source>it must be %1</source>
        <translation>sie muss %1 sein</translation>
    </message>
    <message>
        <source>timestamptz, timestamp in UTC, or float8 seconds</source>
        <translation>timestamptz, timestamp in UTC oder float8 in Sekunden</translation>
    </message>
    <message>
        <source>text or an integer</source>
        <translation>Text oder eine ganze Zahl</translation>
    </message>
    <message>
        <source>int2, int4, int8, float4 or float8</source>
        <translation>int2, int4, int8, float4 oder float8</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no table</source>
        <translation>%1: „%2“ ist keine Tabelle</translation>
    </message>
    <message>
        <source>prepare the table that the rows are in</source>
        <translation>die Tabelle vorbereiten, in der die Zeilen stehen</translation>
    </message>
    <message>
        <source>prepare as the owner of the table, who may create tables and functions in its schema</source>
        <translation>als Eigentümer der Tabelle vorbereiten, der in ihrem Schema Tabellen und Funktionen anlegen darf</translation>
    </message>
    <message>
        <source>%1: there is no transaction to share</source>
        <translation>%1: es gibt keine Transaktion zu teilen</translation>
    </message>
    <message>
        <source>%1: a row of a rollup is damaged</source>
        <translation>%1: eine Zeile einer Verdichtung ist beschädigt</translation>
    </message>
    <message>
        <source>prepare it anew with cbpm3 prepare --drop and cbpm3 prepare</source>
        <translation>mit cbpm3 prepare --drop und cbpm3 prepare neu vorbereiten</translation>
    </message>
    <message>
        <source>%1: column &quot;%2&quot; of table &quot;%3&quot; is of type %4</source>
        <translation>%1: die Spalte „%2“ der Tabelle „%3“ ist vom Typ %4</translation>
    </message>
    <message>
        <source>it must be %1; name another column with --columns</source>
        <translation>sie muss %1 sein; mit --columns eine andere Spalte nennen</translation>
    </message>
    <message>
        <source>timestamptz, timestamp or a number of seconds</source>
        <translation>timestamptz, timestamp oder eine Zahl von Sekunden</translation>
    </message>
    <message>
        <source>text or a detector id</source>
        <translation>Text oder eine Detektornummer</translation>
    </message>
    <message>
        <source>an integer, real or numeric type</source>
        <translation>ein ganzzahliger, reeller oder numerischer Typ</translation>
    </message>
    <message>
        <source>none needed on a local socket</source>
        <translation>auf einem lokalen Socket nicht nötig</translation>
    </message>
    <message>
        <source>none: anyone on the way can read along</source>
        <translation>keine: unterwegs kann jeder mitlesen</translation>
    </message>
    <message>
        <source>add sslmode=verify-full to the connection string, and TLS to the server</source>
        <translation>sslmode=verify-full zur Verbindungsangabe hinzufügen, und TLS zum Server</translation>
    </message>
    <message>
        <source>TLS, %1, and the server proved who it is</source>
        <translation>TLS, %1, und der Server hat bewiesen, wer er ist</translation>
    </message>
    <message>
        <source>TLS, %1, with whoever answers</source>
        <translation>TLS, %1, mit wem auch immer, der antwortet</translation>
    </message>
    <message>
        <source>add sslmode=verify-full, and sslrootcert= with the certificate of the authority</source>
        <translation>sslmode=verify-full hinzufügen, und sslrootcert= mit dem Zertifikat der Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>after %1 ms</source>
        <translation>nach %1 ms</translation>
    </message>
    <message>
        <source>after </source>
        <translation>nach </translation>
    </message>
    <message>
        <source>one in the way of replay is cancelled %1, and done again once; hot_standby_feedback is %2</source>
        <translation>eine, die dem Nachspielen im Weg ist, wird %1 abgebrochen und einmal wiederholt; hot_standby_feedback ist %2</translation>
    </message>
    <message>
        <source>ask its owner for hot_standby_feedback = on, or max_standby_streaming_delay = 30s</source>
        <translation>den Eigentümer um hot_standby_feedback = on oder max_standby_streaming_delay = 30s bitten</translation>
    </message>
    <message>
        <source>versions before %1 are not tested</source>
        <translation>Versionen vor %1 sind nicht getestet</translation>
    </message>
    <message>
        <source>its newest data are that old: name its primary, too, and add target_session_attrs=primary</source>
        <translation>so alt sind seine neuesten Daten: auch seinen Hauptserver nennen und target_session_attrs=primary hinzufügen</translation>
    </message>
    <message>
        <source>%1, after %2 ms</source>
        <translation>%1, nach %2 ms</translation>
    </message>
    <message>
        <source>the table is empty, or no row of it has a time</source>
        <translation>die Tabelle ist leer, oder keine Zeile hat eine Zeit</translation>
    </message>
    <message>
        <source>first %1, last %2</source>
        <translation>erster %1, letzter %2</translation>
    </message>
    <message>
        <source>the last one is in the far future: are the numbers seconds since 1970, or milliseconds?</source>
        <translation>der letzte liegt in ferner Zukunft: sind die Zahlen Sekunden seit 1970 oder Millisekunden?</translation>
    </message>
    <message>
        <source>the last one is in the future: check clocks and --server-timezone</source>
        <translation>der letzte liegt in der Zukunft: Uhren und --server-timezone prüfen</translation>
    </message>
    <message>
        <source>%1 of %2 seen in the newest 10 minutes</source>
        <translation>%1 von %2 in den neuesten 10 Minuten gesehen</translation>
    </message>
    <message>
        <source>; without data: %1</source>
        <translation>; ohne Daten: %1</translation>
    </message>
    <message>
        <source>; not in the detector table: %1</source>
        <translation>; nicht in der Detektortabelle: %1</translation>
    </message>
    <message>
        <source>give a table that has them with --detector-table</source>
        <translation>mit --detector-table eine Tabelle angeben, die sie enthält</translation>
    </message>
    <message>
        <source>not looked for: without an index on time that reads the whole table</source>
        <translation>nicht gesucht: ohne Index auf der Zeit würde die ganze Tabelle gelesen</translation>
    </message>
    <message>
        <source>the newest %1 h</source>
        <translation>den neuesten %1 h</translation>
    </message>
    <message>
        <source>no 10 minutes without a sample in %1</source>
        <translation>keine 10 Minuten ohne Messwert in %1</translation>
    </message>
    <message>
        <source>%1 times 10 minutes without a sample in %2, the first at %3</source>
        <translation>%1-mal 10 Minuten ohne Messwert in %2, die ersten bei %3</translation>
    </message>
    <message>
        <source>none; too few rows here to tell what they would gain</source>
        <translation>keine; zu wenige Zeilen, um zu sagen, was sie brächten</translation>
    </message>
    <message>
        <source>none; blocks would come at up to %1 million samples/s, rows come at %2</source>
        <translation>keine; Blöcke kämen mit bis zu %1 Millionen Messwerten/s, Zeilen kommen mit %2</translation>
    </message>
    <message>
        <source>cbpm3 prepare would make a day up to %1 times quicker, as %2 MB/s of large values against the rows show; ask the owner of the table</source>
        <translation>cbpm3 prepare würde einen Tag bis zu %1-mal schneller machen, wie %2 MB/s bei großen Werten gegenüber den Zeilen zeigen; den Eigentümer der Tabelle bitten</translation>
    </message>
    <message>
        <source>blocks to %1</source>
        <translation>Blöcke bis %1</translation>
    </message>
    <message>
        <source>which are not read, because a detector has two spellings</source>
        <translation>die nicht gelesen werden, weil ein Detektor zwei Schreibweisen hat</translation>
    </message>
    <message>
        <source>rollups to %1</source>
        <translation>Verdichtungen bis %1</translation>
    </message>
    <message>
        <source>which are of another detector table</source>
        <translation>die von einer anderen Detektortabelle sind</translation>
    </message>
    <message>
        <source>see one snapshot</source>
        <translation>sehen einen gemeinsamen Stand</translation>
    </message>
    <message>
        <source>see each its own moment, because no snapshot is shared: %1</source>
        <translation>sehen jede ihren eigenen Augenblick, weil kein Stand geteilt wird: %1</translation>
    </message>
    <message>
        <source>rows written during a load may be in one part of it and not in the other</source>
        <translation>Zeilen, die während des Ladens geschrieben werden, können in einem Teil davon stehen und im anderen nicht</translation>
    </message>
    <message>
        <source>%1 rows in %2 s: %3 million rows/s, %4 MB/s</source>
        <translation>%1 Zeilen in %2 s: %3 Millionen Zeilen/s, %4 MB/s</translation>
    </message>
    <message>
        <source>none, %1: no row can be stored</source>
        <translation>keine, %1: es kann keine Zeile abgelegt werden</translation>
    </message>
    <message>
        <source>its owner makes them; see packaging/sql/partition.sql</source>
        <translation>ihr Eigentümer legt sie an; siehe packaging/sql/partition.sql</translation>
    </message>
    <message>
        <source>: a fetch reads those of its range</source>
        <translation>: gelesen werden die des Bereichs</translation>
    </message>
    <message>
        <source>: each slice of time reads them all</source>
        <translation>: jede Zeitscheibe liest sie alle</translation>
    </message>
    <message>
        <source>%1 on %2, read through this server, each as of its own moment</source>
        <translation>%1 auf %2, durch diesen Server gelesen, jeder mit seinem eigenen Augenblick</translation>
    </message>
    <message>
        <source>; the planner knows nothing of them, and reads all rows for the last</source>
        <translation>; der Planer weiß nichts von ihnen und liest für den letzten Wert alle Zeilen</translation>
    </message>
    <message>
        <source>ask the owner for ALTER SERVER … OPTIONS (ADD use_remote_estimate &apos;true&apos;)</source>
        <translation>den Eigentümer um ALTER SERVER … OPTIONS (ADD use_remote_estimate &apos;true&apos;) bitten</translation>
    </message>
    <message>
        <source>, %1 rows at a time</source>
        <translation>, %1 Zeilen auf einmal</translation>
    </message>
    <message>
        <source>ask the owner for ALTER SERVER … OPTIONS (ADD fetch_size &apos;50000&apos;)</source>
        <translation>den Eigentümer um ALTER SERVER … OPTIONS (ADD fetch_size &apos;50000&apos;) bitten</translation>
    </message>
    <message>
        <source>%1, %2 chunks: read as one table; continuous aggregates are not looked for</source>
        <translation>%1, %2 Stücke: als eine Tabelle gelesen; fortlaufende Aggregate werden nicht gesucht</translation>
    </message>
    <message>
        <source>%1, distributed: read through this server, each node as of its own moment</source>
        <translation>%1, verteilt: durch diesen Server gelesen, jeder Knoten mit seinem eigenen Augenblick</translation>
    </message>
    <message>
        <source>partitioned table</source>
        <translation>partitionierte Tabelle</translation>
    </message>
    <message>
        <source>foreign table</source>
        <translation>Fremdtabelle</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 million rows</source>
        <translation>%1 Millionen Zeilen</translation>
    </message>
    <message>
        <source>role %1 must not look into schema &quot;%2&quot;</source>
        <translation>die Rolle %1 darf nicht in das Schema „%2“ sehen</translation>
    </message>
    <message>
        <source>ask its owner for GRANT USAGE</source>
        <translation>den Eigentümer um GRANT USAGE bitten</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not exist</source>
        <translation>„%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>name the table with --table</source>
        <translation>die Tabelle mit --table nennen</translation>
    </message>
    <message>
        <source>name the table with --table; these may hold samples: %1</source>
        <translation>die Tabelle mit --table nennen; diese könnten Messwerte enthalten: %1</translation>
    </message>
    <message>
        <source>, about %1, %2 with its indexes</source>
        <translation>, etwa %1, %2 mit ihren Indexen</translation>
    </message>
    <message>
        <source>the table has %1; name those to use with --columns</source>
        <translation>die Tabelle hat %1; die zu verwendenden mit --columns nennen</translation>
    </message>
    <message>
        <source>the table has %1; try --columns %2</source>
        <translation>die Tabelle hat %1; versuchen Sie --columns %2</translation>
    </message>
    <message>
        <source>%1; one is used twice</source>
        <translation>%1; eine ist zweimal verwendet</translation>
    </message>
    <message>
        <source>give each of the six its own with --columns</source>
        <translation>jeder der sechs mit --columns eine eigene geben</translation>
    </message>
    <message>
        <source>is on: role %1 sees only the rows that a policy grants it</source>
        <translation>ist eingeschaltet: die Rolle %1 sieht nur die Zeilen, die eine Richtlinie ihr gewährt</translation>
    </message>
    <message>
        <source>if rows are missing, ask the owner of the table for a policy</source>
        <translation>fehlen Zeilen, den Eigentümer der Tabelle um eine Richtlinie bitten</translation>
    </message>
    <message>
        <source>role %1 must not read %2 of table &quot;%3&quot;</source>
        <translation>die Rolle %1 darf %2 der Tabelle „%3“ nicht lesen</translation>
    </message>
    <message>
        <source>role %1 may read, and change the table, too</source>
        <translation>die Rolle %1 darf lesen und die Tabelle auch ändern</translation>
    </message>
    <message>
        <source>a role that may only read is enough</source>
        <translation>eine Rolle, die nur lesen darf, genügt</translation>
    </message>
    <message>
        <source>role %1 may read</source>
        <translation>die Rolle %1 darf lesen</translation>
    </message>
    <message>
        <source>on the server that holds the rows, and not seen from here</source>
        <translation>auf dem Server, der die Zeilen hat, und von hier nicht zu sehen</translation>
    </message>
    <message>
        <source>cbpm3 check on that one tells</source>
        <translation>cbpm3 check auf jenem sagt es</translation>
    </message>
    <message>
        <source>those of the tables behind the view, and not seen from here</source>
        <translation>die der Tabellen hinter der Sicht, und von hier nicht zu sehen</translation>
    </message>
    <message>
        <source>cbpm3 check on those tells</source>
        <translation>cbpm3 check auf jenen sagt es</translation>
    </message>
    <message>
        <source>none was found: every slice reads the whole table</source>
        <translation>keiner gefunden: jede Scheibe liest die ganze Tabelle</translation>
    </message>
    <message>
        <source>ask its owner for an index</source>
        <translation>den Eigentümer um einen Index bitten</translation>
    </message>
    <message>
        <source>none was found: one detector costs as much as all</source>
        <translation>keiner gefunden: ein Detektor kostet so viel wie alle</translation>
    </message>
    <message>
        <source>if single detectors are fetched often, ask its owner for an index</source>
        <translation>werden oft einzelne Detektoren geladen, den Eigentümer um einen Index bitten</translation>
    </message>
    <message>
        <source>--columns: &quot;%1&quot; is not understood</source>
        <translation>--columns: „%1“ ist nicht verständlich</translation>
    </message>
    <message>
        <source>write time=…,detector=…,top_in=…,top_out=…,bot_in=…,bot_out=…</source>
        <translation>time=…,detector=…,top_in=…,top_out=…,bot_in=…,bot_out=… schreiben</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time zone</source>
        <translation>„%1“ ist keine Zeitzone</translation>
    </message>
    <message>
        <source>write a name such as UTC or America/New_York</source>
        <translation>einen Namen wie UTC oder America/New_York schreiben</translation>
    </message>
    <message>
        <source>%1: sslmode=%2 needs certificates to trust, and %3 does not exist</source>
        <translation>%1: sslmode=%2 braucht Zertifikate, denen es vertraut, und %3 gibt es nicht</translation>
    </message>
    <message>
        <source>put the certificate of the authority into %1, or name its file with sslrootcert=</source>
        <translation>das Zertifikat der Zertifizierungsstelle in %1 legen, oder seine Datei mit sslrootcert= nennen</translation>
    </message>
    <message>
        <source>%1: its certificate is not one that %2 vouches for: %3</source>
        <translation>%1: für sein Zertifikat steht %2 nicht ein: %3</translation>
    </message>
    <message>
        <source>ask its administrator for the certificate of the authority; whoever answers may be somebody else</source>
        <translation>die Verwaltung um das Zertifikat der Zertifizierungsstelle bitten; wer da antwortet, kann jemand anderes sein</translation>
    </message>
    <message>
        <source>%1: its certificate bears another name: %2</source>
        <translation>%1: sein Zertifikat trägt einen anderen Namen: %2</translation>
    </message>
    <message>
        <source>connect by the name that it bears (with hostaddr=ADDRESS, where that name is not known here)</source>
        <translation>mit dem Namen verbinden, den es trägt (mit hostaddr=ADRESSE, wo dieser Name hier nicht bekannt ist)</translation>
    </message>
    <message>
        <source>%1 has no TLS, and sslmode=%2 wants it</source>
        <translation>%1 hat kein TLS, und sslmode=%2 verlangt es</translation>
    </message>
    <message>
        <source>ask its administrator for ssl = on; nothing was sent in clear text</source>
        <translation>die Verwaltung um ssl = on bitten; nichts wurde im Klartext geschickt</translation>
    </message>
    <message>
        <source>%1: TLS cannot be agreed on: %2</source>
        <translation>%1: über TLS kommt keine Einigung zustande: %2</translation>
    </message>
    <message>
        <source>its administrator and yours should compare the versions of TLS that they allow</source>
        <translation>beide Verwaltungen sollten vergleichen, welche Versionen von TLS sie erlauben</translation>
    </message>
    <message>
        <source>%1 does not let this role in without TLS</source>
        <translation>%1 lässt diese Rolle ohne TLS nicht ein</translation>
    </message>
    <message>
        <source>write sslmode=verify-full in place of sslmode=disable</source>
        <translation>sslmode=verify-full anstelle von sslmode=disable schreiben</translation>
    </message>
    <message>
        <source>the source is empty</source>
        <translation>die Quelle ist leer</translation>
    </message>
    <message>
        <source>give demo, the path of an archive, or a PostgreSQL connection string</source>
        <translation>demo, den Pfad eines Archivs oder eine PostgreSQL-Verbindungsangabe nennen</translation>
    </message>
    <message>
        <source>the cache folder %1 cannot be made</source>
        <translation>der Cache-Ordner %1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>%1 is no cache of this version</source>
        <translation>%1 ist kein Cache dieser Version</translation>
    </message>
    <message>
        <source>the cache %1: %2</source>
        <translation>der Cache %1: %2</translation>
    </message>
    <message>
        <source>delete the file; it is made anew</source>
        <translation>die Datei löschen; sie wird neu angelegt</translation>
    </message>
    <message>
        <source>make room there, or change its rights</source>
        <translation>dort Platz schaffen, oder ihre Rechte ändern</translation>
    </message>
    <message>
        <source>write ISO 8601 such as 2020-11-20T08:00:00Z, or now, -2h, -1d, -30min</source>
        <translation>ISO 8601 schreiben, wie 2020-11-20T08:00:00Z, oder now, -2h, -1d, -30min</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no unit that is understood</source>
        <translation>„%1“ hat keine verständliche Einheit</translation>
    </message>
    <message>
        <source>use s, min, h, d or w, as in -30min</source>
        <translation>s, min, h, d oder w verwenden, wie in -30min</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is beyond the calendar</source>
        <translation>„%1“ liegt außerhalb des Kalenders</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time</source>
        <translation>„%1“ ist keine Zeit</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a day and time of the calendar</source>
        <translation>„%1“ ist kein Tag und keine Uhrzeit des Kalenders</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not exist in %2: clocks were put forward</source>
        <translation>„%1“ gibt es in %2 nicht: die Uhren wurden vorgestellt</translation>
    </message>
    <message>
        <source>add the offset, as in +00:00</source>
        <translation>den Versatz hinzufügen, wie in +00:00</translation>
    </message>
    <message>
        <source>&quot;%1&quot; exists twice in %2: clocks were put back</source>
        <translation>„%1“ gibt es in %2 zweimal: die Uhren wurden zurückgestellt</translation>
    </message>
    <message>
        <source>the range %1 to %2 is empty or reversed</source>
        <translation>der Bereich %1 bis %2 ist leer oder verkehrt herum</translation>
    </message>
    <message>
        <source>the end must be later than the begin</source>
        <translation>das Ende muss nach dem Anfang liegen</translation>
    </message>
    <message>
        <source>%1 cannot be written: what is on screen is not kept</source>
        <translation>%1 kann nicht geschrieben werden: was auf dem Schirm ist, wird nicht aufbewahrt</translation>
    </message>
    <message>
        <source>the program ended early %1 times with the last session: it was put aside beside %2</source>
        <translation>das Programm endete mit der letzten Sitzung %1-mal vorzeitig: sie wurde neben %2 beiseitegelegt</translation>
    </message>
    <message>
        <source>%1 is no view of this program</source>
        <translation>%1 ist keine Ansicht dieses Programms</translation>
    </message>
    <message>
        <source>choose a file that Save view made</source>
        <translation>eine Datei wählen, die „Ansicht speichern“ angelegt hat</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>detectors</source>
        <translation>Detektoren</translation>
    </message>
    <message>
        <source>encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>extensions</source>
        <translation>Erweiterungen</translation>
    </message>
    <message>
        <source>fetch paths</source>
        <translation>Ladewege</translation>
    </message>
    <message>
        <source>gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>index on detector</source>
        <translation>Index auf Detektor</translation>
    </message>
    <message>
        <source>index on time</source>
        <translation>Index auf Zeit</translation>
    </message>
    <message>
        <source>indexes</source>
        <translation>Indexe</translation>
    </message>
    <message>
        <source>long reads</source>
        <translation>lange Abfragen</translation>
    </message>
    <message>
        <source>partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>prepared data</source>
        <translation>vorbereitete Daten</translation>
    </message>
    <message>
        <source>reachable</source>
        <translation>erreichbar</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>row security</source>
        <translation>Zeilenschutz</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>shards</source>
        <translation>Splitter</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>two connections</source>
        <translation>zwei Verbindungen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>this program uses all the sessions with servers that it may have</source>
        <translation>dieses Programm nutzt alle Sitzungen mit Servern, die es haben darf</translation>
    </message>
    <message>
        <source>wait for its loads to end, or cancel one, and try again</source>
        <translation>warten, bis seine Ladevorgänge enden, oder einen abbrechen, und erneut versuchen</translation>
    </message>
    <message>
        <source>not tried: this program uses all the sessions that it may have</source>
        <translation>nicht versucht: dieses Programm nutzt alle Sitzungen, die es haben darf</translation>
    </message>
    <message>
        <source>shared: no schema has so long a name</source>
        <translation>shared: so lang ist kein Name eines Schemas</translation>
    </message>
    <message>
        <source>write yes, no or the name of the schema</source>
        <translation>yes, no oder den Namen des Schemas schreiben</translation>
    </message>
    <message>
        <source>an annotation has no time</source>
        <translation>eine Notiz hat keine Zeit</translation>
    </message>
    <message>
        <source>the stretch of an annotation has no end</source>
        <translation>der Abschnitt einer Notiz hat kein Ende</translation>
    </message>
    <message>
        <source>the annotation has no text</source>
        <translation>die Notiz hat keinen Text</translation>
    </message>
    <message>
        <source>say what there is to know</source>
        <translation>sagen, was zu wissen ist</translation>
    </message>
    <message>
        <source>an annotation may have %1 characters, its author %2</source>
        <translation>eine Notiz darf %1 Zeichen haben, ihr Verfasser %2</translation>
    </message>
    <message>
        <source>write less</source>
        <translation>weniger schreiben</translation>
    </message>
    <message>
        <source>it is no list of annotations</source>
        <translation>es ist keine Liste von Notizen</translation>
    </message>
    <message>
        <source>more than %1 annotations</source>
        <translation>mehr als %1 Notizen</translation>
    </message>
    <message>
        <source>an annotation has no id of its own</source>
        <translation>eine Notiz hat keine eigene Kennung</translation>
    </message>
    <message>
        <source>%1 has room for no further annotation</source>
        <translation>%1 hat keinen Platz für eine weitere Notiz</translation>
    </message>
    <message>
        <source>remove old ones</source>
        <translation>alte entfernen</translation>
    </message>
    <message>
        <source>%1: its document is of something else</source>
        <translation>%1: das Dokument ist von etwas anderem</translation>
    </message>
    <message>
        <source>%1 has room for no further veto</source>
        <translation>%1 hat keinen Platz für ein weiteres Veto</translation>
    </message>
    <message>
        <source>you may only look at what is shared on %1</source>
        <translation>was auf %1 geteilt wird, darf hier nur angesehen werden</translation>
    </message>
    <message>
        <source>%1 is a standby, which takes no changes</source>
        <translation>%1 ist ein Standby und nimmt keine Änderungen an</translation>
    </message>
    <message>
        <source>%1 cannot be shared, and was put aside as %2: %3</source>
        <translation>%1 kann nicht geteilt werden und wurde als %2 beiseitegelegt: %3</translation>
    </message>
    <message>
        <source>entry %1 of %2, by %3, is passed over: %4</source>
        <translation>Eintrag %1 von %2, von %3, wird übergangen: %4</translation>
    </message>
    <message>
        <source>%1 says nothing of what is shared</source>
        <translation>%1 sagt nichts über Geteiltes</translation>
    </message>
    <message>
        <source>too many changes wait for the server</source>
        <translation>zu viele Änderungen warten auf den Server</translation>
    </message>
    <message>
        <source>connect to it before more is changed</source>
        <translation>mit ihm verbinden, bevor mehr geändert wird</translation>
    </message>
    <message>
        <source>archive %1 cannot be opened in this way where it lies (%2)</source>
        <translation>das Archiv %1 kann dort, wo es liegt, so nicht geöffnet werden (%2)</translation>
    </message>
    <message>
        <source>copy it to a folder that you may write to, with all files beside it that begin with its name</source>
        <translation>kopieren Sie es in einen Ordner, in den Sie schreiben dürfen, mit allen Dateien daneben, die mit seinem Namen beginnen</translation>
    </message>
    <message>
        <source>this program was held up for %1 s meanwhile</source>
        <translation>dieses Programm war währenddessen %1 s lang aufgehalten</translation>
    </message>
    <message>
        <source>rows after %1 are in the future, and no range that is offered goes there: check clocks and --server-timezone</source>
        <translation>Zeilen nach %1 liegen in der Zukunft, und kein angebotener Bereich reicht dorthin: Uhren und --server-timezone prüfen</translation>
    </message>
    <message>
        <source>there is not enough memory (%1 MB are left)</source>
        <translation>der Speicher reicht nicht (%1 MB sind noch da)</translation>
    </message>
    <message>
        <source>choose a narrower range, a coarser interval or fewer detectors, or close other programs</source>
        <translation>wählen Sie einen kürzeren Bereich, gröbere Bins oder weniger Detektoren, oder schließen Sie andere Programme</translation>
    </message>
    <message>
        <source>the session</source>
        <translation>die Sitzung</translation>
    </message>
    <message>
        <source>references</source>
        <translation>Referenzen</translation>
    </message>
    <message>
        <source>vetoes</source>
        <translation>Vetos</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>loaded data</source>
        <translation>geladene Daten</translation>
    </message>
    <message>
        <source>not kept beyond this run: %1; %2 cannot be written</source>
        <translation>nicht über diesen Lauf hinaus behalten: %1; %2 nicht beschreibbar</translation>
    </message>
    <message>
        <source>the settings could not be read to their end: they were put aside beside %1, and what was understood of them is kept</source>
        <translation>die Einstellungen waren nicht ganz lesbar: sie wurden neben %1 beiseitegelegt, und was verstanden wurde, gilt weiter</translation>
    </message>
    <message>
        <source>writing %1 failed after %2 bytes: %3</source>
        <translation>%1 zu schreiben misslang nach %2 Byte: %3</translation>
    </message>
    <message>
        <source>%1 is a device or a pipe</source>
        <translation>%1 ist ein Gerät oder eine Pipe</translation>
    </message>
    <message>
        <source>choose the name of a file; a device or a pipe takes CSV</source>
        <translation>den Namen einer Datei wählen; ein Gerät oder eine Pipe nimmt CSV</translation>
    </message>
</context>
<context>
    <name>LoadPlan</name>
    <message>
        <source>Bins of %1 over this range would fill the memory: only the selected detectors are loaded; choose a coarser interval for the whole ring</source>
        <translation>Bins von %1 über diesen Bereich würden den Speicher füllen: Nur die gewählten Detektoren werden geladen; für den ganzen Ring ein gröberes Intervall wählen</translation>
    </message>
    <message>
        <source>Up to %1 rows are to be read, which takes some %2: Cancel stops it and keeps what has come; a narrower range is quicker</source>
        <translation>Bis zu %1 Zeilen sind zu lesen, das dauert etwa %2: Abbrechen hält an und behält, was gekommen ist; ein kürzerer Bereich ist schneller</translation>
    </message>
    <message>
        <source>Bins of %1 over this range would take %2 of memory, and %3 may be had: nothing was loaded; choose a coarser interval, a narrower range or fewer detectors</source>
        <translation>Bins von %1 über diesen Bereich brauchten %2 Speicher, und %3 sind zu haben: nichts wurde geladen; wählen Sie gröbere Bins, einen kürzeren Bereich oder weniger Detektoren</translation>
    </message>
</context>
<context>
    <name>PagePicture</name>
    <message>
        <source>nothing is loaded</source>
        <translation>nichts ist geladen</translation>
    </message>
    <message>
        <source>%1, bins of %2, coverage %3 % of the selected detectors, detector table %4, method %5, %6, cbpm3-monitor %7</source>
        <translation>%1, Bins von %2, Abdeckung %3 % der gewählten Detektoren, Detektortabelle %4, Methode %5, %6, cbpm3-monitor %7</translation>
    </message>
</context>
<context>
    <name>RingAxis</name>
    <message>
        <source>South</source>
        <translation>Süd</translation>
    </message>
    <message>
        <source>West</source>
        <translation>West</translation>
    </message>
    <message>
        <source>East</source>
        <translation>Ost</translation>
    </message>
    <message>
        <source>detector id</source>
        <translation>Detektor-Id</translation>
    </message>
    <message>
        <source>s [m]</source>
        <translation>s [m]</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>kein Signal</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>gesättigt</translation>
    </message>
    <message>
        <source>sum too small</source>
        <translation>Summe zu klein</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>map found none</source>
        <translation>Umkehrung fand keine</translation>
    </message>
    <message>
        <source>unknown detector</source>
        <translation>unbekannter Detektor</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>Residuum</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Sprung</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>eingefroren</translation>
    </message>
    <message>
        <source>from three buttons</source>
        <translation>aus drei Buttons</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>doppelt</translation>
    </message>
    <message>
        <source>late</source>
        <translation>verspätet</translation>
    </message>
    <message>
        <source>top inner</source>
        <translation>oben innen</translation>
    </message>
    <message>
        <source>bottom inner</source>
        <translation>unten innen</translation>
    </message>
    <message>
        <source>bottom outer</source>
        <translation>unten außen</translation>
    </message>
    <message>
        <source>top outer</source>
        <translation>oben außen</translation>
    </message>
    <message>
        <source>missing: nothing since %1</source>
        <translation>fehlt: nichts seit %1</translation>
    </message>
    <message>
        <source>missing: only %1 % of samples due</source>
        <translation>fehlt: nur %1 % der fälligen Messwerte</translation>
    </message>
    <message>
        <source>missing: no sample</source>
        <translation>fehlt: kein Messwert</translation>
    </message>
    <message>
        <source>dead: no signal in %1 % of samples</source>
        <translation>tot: kein Signal in %1 % der Messwerte</translation>
    </message>
    <message>
        <source>dead button %1, %2 % of positions from three</source>
        <translation>Button %1 tot, %2 % der Positionen aus drei</translation>
    </message>
    <message>
        <source>saturated: %1 % of samples</source>
        <translation>gesättigt: %1 % der Messwerte</translation>
    </message>
    <message>
        <source>frozen: same reading in %1 % of samples</source>
        <translation>eingefroren: gleicher Wert in %1 % der Messwerte</translation>
    </message>
    <message>
        <source>gain step of one button by %1 % at %2 (r by %3)</source>
        <translation>Verstärkungssprung eines Buttons um %1 % am %2 (r um %3)</translation>
    </message>
    <message>
        <source>noisy: %1 times the ring&apos;s median</source>
        <translation>verrauscht: %1-faches des Ringmedians</translation>
    </message>
    <message>
        <source>unbalanced: mean r %1, gains or a cable</source>
        <translation>unsymmetrisch: r im Mittel %1, Verstärkungen oder ein Kabel</translation>
    </message>
    <message>
        <source>vetoed by %1, %2: %3</source>
        <translation>Veto von %1, %2: %3</translation>
    </message>
    <message>
        <source>written by %1, %2</source>
        <translation>geschrieben von %1, %2</translation>
    </message>
</context>
<context>
    <name>TrendMeasure</name>
    <message>
        <source>x, y and sum</source>
        <translation>x, y und Summe</translation>
    </message>
    <message>
        <source>sum and intensity</source>
        <translation>Summe und Intensität</translation>
    </message>
    <message>
        <source>buttons</source>
        <translation>Buttons</translation>
    </message>
    <message>
        <source>q and residual</source>
        <translation>q und Residuum</translation>
    </message>
    <message>
        <source>resolution (rms)</source>
        <translation>Auflösung (rms)</translation>
    </message>
    <message>
        <source>x and y</source>
        <translation>x und y</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>y</source>
        <translation>y</translation>
    </message>
    <message>
        <source>TI</source>
        <translation>OI</translation>
    </message>
    <message>
        <source>BI</source>
        <translation>UI</translation>
    </message>
    <message>
        <source>BO</source>
        <translation>UA</translation>
    </message>
    <message>
        <source>TO</source>
        <translation>OA</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>q</source>
        <translation>q</translation>
    </message>
    <message>
        <source>r</source>
        <translation>r</translation>
    </message>
    <message>
        <source>intensity</source>
        <translation>Intensität</translation>
    </message>
    <message>
        <source>rms of %1 per bin [%2]</source>
        <translation>rms von %1 je Bin [%2]</translation>
    </message>
    <message>
        <source>x [%1], + outward</source>
        <translation>x [%1], + nach außen</translation>
    </message>
    <message>
        <source>y [%1], + up</source>
        <translation>y [%1], + nach oben</translation>
    </message>
</context>
<context>
    <name>TrendPlane</name>
    <message>
        <source>%1, dashed</source>
        <translation>%1, gestrichelt</translation>
    </message>
    <message>
        <source>rms of %1</source>
        <translation>rms von %1</translation>
    </message>
</context>
<context>
    <name>TrendReadout</name>
    <message>
        <source>Click into a plot to read values there; 1 and 2 put the marks A and B.</source>
        <translation>In ein Diagramm klicken, um Werte abzulesen; 1 und 2 setzen die Marken A und B.</translation>
    </message>
    <message>
        <source>%1: no data</source>
        <translation>%1: keine Daten</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>B − A: 0 s</source>
        <translation>B − A: 0 s</translation>
    </message>
    <message>
        <source>B − A: %1 s (%2 Hz)</source>
        <translation>B − A: %1 s (%2 Hz)</translation>
    </message>
    <message>
        <source>Δ%1 %2</source>
        <translation>Δ%1 %2</translation>
    </message>
</context>
<context>
    <name>cbpm::Annotating</name>
    <message>
        <source>Fetch a range first, and click at the time to annotate</source>
        <translation>Erst einen Bereich laden und auf die Zeit klicken, um die es geht</translation>
    </message>
    <message>
        <source>%1 changed the annotation meanwhile: yours was kept beside it</source>
        <translation>%1 hat die Notiz inzwischen geändert: Ihre steht daneben</translation>
    </message>
    <message>
        <source>The annotation was kept</source>
        <translation>Die Notiz ist gespeichert</translation>
    </message>
</context>
<context>
    <name>cbpm::AnnotationDialog</name>
    <message>
        <source>Annotation</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Text of the annotation</source>
        <translation>Text der Notiz</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Verfasser</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>the whole ring</source>
        <translation>der ganze Ring</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>A&amp;bout</source>
        <translation>&amp;Betrifft</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>&amp;Verfasser</translation>
    </message>
</context>
<context>
    <name>cbpm::AnnotationListModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Verfasser</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>cbpm::AnnotationMarks</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Annotate here…</source>
        <translation>Hier &amp;notieren…</translation>
    </message>
    <message>
        <source>Edit “%1”…</source>
        <translation>„%1“ ändern…</translation>
    </message>
</context>
<context>
    <name>cbpm::AnnotationsDialog</name>
    <message>
        <source>Annotations</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Annotations, the newest first</source>
        <translation>Notizen, die neueste zuerst</translation>
    </message>
    <message>
        <source>Nothing was annotated yet: Data &gt; Annotate writes about the time at the cursor.</source>
        <translation>Noch ist nichts notiert: Daten &gt; Notieren schreibt zur Zeit am Zeiger.</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>&amp;Hingehen</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>Ä&amp;ndern…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>Remove annotations</source>
        <translation>Notizen entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n annotation(s)? Every program that shares them loses them.</source>
        <translation>
            <numerusform>%n Notiz entfernen? Jedes Programm, das sie teilt, verliert sie.</numerusform>
            <numerusform>%n Notizen entfernen? Jedes Programm, das sie teilt, verliert sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) removed.</source>
        <translation>
            <numerusform>%n Notiz entfernt.</numerusform>
            <numerusform>%n Notizen entfernt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cbpm::Bundles</name>
    <message>
        <source>References, vetoes and annotations are those of this archive (%1, %2 and %3); your own come back with another source</source>
        <translation>Referenzen, Vetos und Notizen sind die dieses Archivs (%1, %2 und %3); die eigenen kommen mit einer anderen Quelle zurück</translation>
    </message>
</context>
<context>
    <name>cbpm::ButtonsPage</name>
    <message>
        <source>Buttons</source>
        <translation>Buttons</translation>
    </message>
    <message>
        <source>Button amplitudes</source>
        <translation>Button-Amplituden</translation>
    </message>
    <message>
        <source>button amplitude [ADU]</source>
        <translation>Button-Amplitude [ADU]</translation>
    </message>
    <message>
        <source>Button amplitudes, sum, q and residual of the selected detectors</source>
        <translation>Button-Amplituden, Summe, q und Residuum der gewählten Detektoren</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>flags</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>kein Signal</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>gesättigt</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>No readings: fetch a range, choose detectors, then click into the trend.</source>
        <translation>Keine Werte: Bereich laden, Detektoren wählen, dann in den Verlauf klicken.</translation>
    </message>
    <message>
        <source>%1 %2 · mean and rms over %3</source>
        <translation>%1 %2 · Mittel und rms über %3</translation>
    </message>
    <message>
        <source> · the first %1 of %2 detectors</source>
        <translation> · die ersten %1 von %2 Detektoren</translation>
    </message>
</context>
<context>
    <name>cbpm::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>A few letters of what is to be done</source>
        <translation>Ein paar Buchstaben des Befehls</translation>
    </message>
</context>
<context>
    <name>cbpm::ConnectDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation>Mit einem Server verbinden</translation>
    </message>
    <message>
        <source>Keep and &amp;open</source>
        <translation>Behalten und &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>cbpm::ConstantsDialog</name>
    <message>
        <source>Detectors</source>
        <translation>Detektoren</translation>
    </message>
    <message>
        <source>Filter, as in 12W or X</source>
        <translation>Filter, etwa 12W oder X</translation>
    </message>
    <message>
        <source>Filter the detectors</source>
        <translation>Detektoren filtern</translation>
    </message>
    <message>
        <source>Hover over a value to see where it comes from; values in italics are the program&apos;s defaults.</source>
        <translation>Woher ein Wert stammt, zeigt der Mauszeiger darüber; kursive Werte sind Vorgaben des Programms.</translation>
    </message>
    <message>
        <source>Constants of the detectors</source>
        <translation>Konstanten der Detektoren</translation>
    </message>
    <message>
        <source>&amp;Read file…</source>
        <translation>Datei &amp;lesen…</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Sichern als…</translation>
    </message>
    <message>
        <source>&amp;Gains from the beam</source>
        <translation>&amp;Verstärkungen aus dem Strahl</translation>
    </message>
    <message>
        <source>&amp;Write gains into the table</source>
        <translation>Verstärkungen in die Tabelle &amp;schreiben</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>Applied: what is on screen is computed anew.</source>
        <translation>Angewandt: Die Anzeige wird neu berechnet.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Read a detector table</source>
        <translation>Detektortabelle lesen</translation>
    </message>
    <message>
        <source>Detector tables (*.csv *.cfg);;All files (*)</source>
        <translation>Detektortabellen (*.csv *.cfg);;Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%1

%n place(s) cannot be read. Use the %2 detectors that can?</source>
        <translation>
            <numerusform>%1

%n Stelle ist nicht lesbar. Die %2 lesbaren Detektoren nehmen?</numerusform>
            <numerusform>%1

%n Stellen sind nicht lesbar. Die %2 lesbaren Detektoren nehmen?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 detectors read from %2; Apply uses them.</source>
        <translation>%1 Detektoren aus %2 gelesen; Anwenden nimmt sie in Gebrauch.</translation>
    </message>
    <message>
        <source>%1 detectors read from %2; left out: %3</source>
        <translation>%1 Detektoren aus %2 gelesen; ausgelassen: %3</translation>
    </message>
    <message>
        <source>Save the detector table</source>
        <translation>Detektortabelle sichern</translation>
    </message>
    <message>
        <source>Detector tables (*.csv)</source>
        <translation>Detektortabellen (*.csv)</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Gesichert in %1</translation>
    </message>
    <message>
        <source>Choose a detector in the table first.</source>
        <translation>Zuerst einen Detektor in der Tabelle wählen.</translation>
    </message>
    <message>
        <source>Fetch a range first: gains are fitted to its samples.</source>
        <translation>Zuerst einen Bereich laden: Die Verstärkungen werden an dessen Messwerte angepasst.</translation>
    </message>
    <message>
        <source>Fitting the gains of %1 to %2…</source>
        <translation>Verstärkungen von %1 werden an %2 angepasst…</translation>
    </message>
    <message>
        <source>%1: %2 samples, the beam moved %3 x %4 mm (rms)</source>
        <translation>%1: %2 Messwerte, Strahlbewegung %3 x %4 mm (rms)</translation>
    </message>
    <message>
        <source>gain  %1</source>
        <translation>Verstärkung  %1</translation>
    </message>
    <message>
        <source>r mean %1, rms %2;  x %3 mm;  y %4 mm</source>
        <translation>r Mittel %1, rms %2;  x %3 mm;  y %4 mm</translation>
    </message>
    <message>
        <source>The table is as it was: write the gains into it if you trust them.</source>
        <translation>Die Tabelle ist unverändert: Verstärkungen hineinschreiben, wenn sie verlässlich sind.</translation>
    </message>
    <message>
        <source>Not determined: the beam moved too little to tell the gains apart; choose a range with motion in both planes.</source>
        <translation>Nicht bestimmt: Der Strahl bewegte sich zu wenig, um die Verstärkungen zu trennen; einen Bereich mit Bewegung in beiden Ebenen wählen.</translation>
    </message>
    <message>
        <source>Written into the table; Apply uses it, Save as keeps it.</source>
        <translation>In die Tabelle geschrieben; Anwenden nutzt sie, Sichern als bewahrt sie.</translation>
    </message>
</context>
<context>
    <name>cbpm::ConstantsModel</name>
    <message>
        <source>fitted to the beam</source>
        <translation>an den Strahl angepasst</translation>
    </message>
    <message>
        <source>the program&apos;s default</source>
        <translation>Vorgabe des Programms</translation>
    </message>
    <message>
        <source>%1 of %2: from %3</source>
        <translation>%1 von %2: aus %3</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>von Hand gesetzt</translation>
    </message>
    <message>
        <source>%1 of %2 cannot be &quot;%3&quot;; the old value stays</source>
        <translation>%1 von %2 kann nicht „%3“ sein; der alte Wert bleibt</translation>
    </message>
    <message>
        <source>%1: %2 is out of any physical range; the old value stays</source>
        <translation>%1: %2 liegt außerhalb jedes physikalischen Bereichs; der alte Wert bleibt</translation>
    </message>
</context>
<context>
    <name>cbpm::DecisionListDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>cbpm::DetectorListModel</name>
    <message>
        <source>%1, id %2, s = %3 m: %4</source>
        <translation>%1, Id %2, s = %3 m: %4</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>s [m]</source>
        <translation>s [m]</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>gone %1</source>
        <translation>stumm %1</translation>
    </message>
</context>
<context>
    <name>cbpm::DetectorPanel</name>
    <message>
        <source>Filter, as in 12W or X</source>
        <translation>Filter, etwa 12W oder X</translation>
    </message>
    <message>
        <source>Filter the detectors</source>
        <translation>Detektoren filtern</translation>
    </message>
    <message>
        <source>Detectors in ring order</source>
        <translation>Detektoren in Ringfolge</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>%1 von %2 gewählt</translation>
    </message>
</context>
<context>
    <name>cbpm::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>CSV, with a JSON beside it that tells the origin</source>
        <translation>CSV, daneben ein JSON mit der Herkunft</translation>
    </message>
    <message>
        <source>HDF5</source>
        <translation>HDF5</translation>
    </message>
    <message>
        <source>Archive of samples</source>
        <translation>Archiv der Abtastwerte</translation>
    </message>
    <message>
        <source>&amp;Content</source>
        <translation>&amp;Inhalt</translation>
    </message>
    <message>
        <source>Bins as plotted</source>
        <translation>Bins wie gezeichnet</translation>
    </message>
    <message>
        <source>Bins at an interval</source>
        <translation>Bins wählbarer Länge</translation>
    </message>
    <message>
        <source>Raw: every sample</source>
        <translation>Roh: jeder Abtastwert</translation>
    </message>
    <message>
        <source>&amp;Interval</source>
        <translation>I&amp;ntervall</translation>
    </message>
    <message>
        <source>&amp;Detectors</source>
        <translation>&amp;Detektoren</translation>
    </message>
    <message>
        <source>The selected ones</source>
        <translation>Die gewählten</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Those of a list</source>
        <translation>Die einer Liste</translation>
    </message>
    <message>
        <source>such as: 12W, 13W</source>
        <translation>etwa: 12W, 13W</translation>
    </message>
    <message>
        <source>List of detectors</source>
        <translation>Liste der Detektoren</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>&amp;Liste</translation>
    </message>
    <message>
        <source>&amp;Range</source>
        <translation>&amp;Bereich</translation>
    </message>
    <message>
        <source>What is in view</source>
        <translation>Was zu sehen ist</translation>
    </message>
    <message>
        <source>What is loaded</source>
        <translation>Was geladen ist</translation>
    </message>
    <message>
        <source>Between cursors A and B</source>
        <translation>Zwischen den Cursorn A und B</translation>
    </message>
    <message>
        <source>As typed in the time bar</source>
        <translation>Wie in der Zeitleiste eingegeben</translation>
    </message>
    <message>
        <source>File to make</source>
        <translation>Zu schreibende Datei</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>Fil&amp;e</source>
        <translation>Dat&amp;ei</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>C&amp;ancel the export</source>
        <translation>Export &amp;abbrechen</translation>
    </message>
    <message>
        <source>Cursors A and B are not set: put them on the Trend page by the keys 1 and 2.</source>
        <translation>Die Cursor A und B sind nicht gesetzt: setzen Sie sie auf der Seite Verlauf mit den Tasten 1 und 2.</translation>
    </message>
    <message>
        <source>What stands in the time bar is no range.</source>
        <translation>In der Zeitleiste steht kein Bereich.</translation>
    </message>
    <message>
        <source>Nothing is loaded: fetch a range first.</source>
        <translation>Nichts geladen: zuerst einen Bereich laden.</translation>
    </message>
    <message>
        <source>“%1” is no detector of the table.</source>
        <translation>„%1“ ist kein Detektor der Tabelle.</translation>
    </message>
    <message>
        <source>No detector is chosen.</source>
        <translation>Kein Detektor ist gewählt.</translation>
    </message>
    <message>
        <source>No source is open.</source>
        <translation>Keine Quelle ist offen.</translation>
    </message>
    <message numerus="yes">
        <source>Every sample of %n detector(s): %1. Times in the file are UTC.</source>
        <translation>
            <numerusform>Jeder Abtastwert von %n Detektor: %1. Zeiten in der Datei sind UTC.</numerusform>
            <numerusform>Jeder Abtastwert von %n Detektoren: %1. Zeiten in der Datei sind UTC.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bins of %1 of %n detector(s): %2. Times in the file are UTC.</source>
        <translation>
            <numerusform>Bins von %1 von %n Detektor: %2. Zeiten in der Datei sind UTC.</numerusform>
            <numerusform>Bins von %1 von %n Detektoren: %2. Zeiten in der Datei sind UTC.</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1 rows, %2</source>
        <translation>Etwa %1 Zeilen, %2</translation>
    </message>
    <message>
        <source>%1, %2 to make</source>
        <translation>%1, %2 zum Schreiben</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Exported %1: %2, %3 samples read</source>
        <translation>%1 exportiert: %2, %3 Abtastwerte gelesen</translation>
    </message>
    <message>
        <source>The export was cancelled; no file was made</source>
        <translation>Der Export wurde abgebrochen; keine Datei entstand</translation>
    </message>
    <message>
        <source>MAT 7.3, for MATLAB</source>
        <translation>MAT 7.3 für MATLAB</translation>
    </message>
</context>
<context>
    <name>cbpm::Exports</name>
    <message>
        <source>Saving %1: %2 %</source>
        <translation>%1 wird gesichert: %2 %</translation>
    </message>
    <message>
        <source>Save the samples of this range</source>
        <translation>Messwerte dieses Bereichs sichern</translation>
    </message>
    <message>
        <source>Archives (*.cbpm3)</source>
        <translation>Archive (*.cbpm3)</translation>
    </message>
    <message>
        <source>%1 is still being saved</source>
        <translation>%1 wird noch gesichert</translation>
    </message>
    <message>
        <source>Saved %1: %2 samples</source>
        <translation>%1 gesichert: %2 Messwerte</translation>
    </message>
    <message>
        <source>Saving was cancelled; no file was made</source>
        <translation>Sichern abgebrochen; es entstand keine Datei</translation>
    </message>
    <message>
        <source>Save a picture of this page</source>
        <translation>Bild dieser Seite speichern</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>Bilder (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>Saved the picture %1</source>
        <translation>Bild %1 gespeichert</translation>
    </message>
    <message>
        <source>The picture of this page is in the clipboard</source>
        <translation>Das Bild dieser Seite ist in der Zwischenablage</translation>
    </message>
    <message>
        <source>The numbers of this page are in the clipboard</source>
        <translation>Die Zahlen dieser Seite sind in der Zwischenablage</translation>
    </message>
</context>
<context>
    <name>cbpm::FindingsView</name>
    <message>
        <source>Report of the check</source>
        <translation>Bericht der Prüfung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Copy &amp;report</source>
        <translation>&amp;Bericht kopieren</translation>
    </message>
    <message>
        <source>The report as text, for a mail to the administrator</source>
        <translation>Der Bericht als Text, für eine Mail an die Verwaltung</translation>
    </message>
    <message>
        <source>Copy S&amp;QL</source>
        <translation>S&amp;QL kopieren</translation>
    </message>
    <message>
        <source>The statements for the owner of the table</source>
        <translation>Die Anweisungen für den Eigner der Tabelle</translation>
    </message>
    <message>
        <source>well</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>look</source>
        <translation>ansehen</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>scheitert</translation>
    </message>
</context>
<context>
    <name>cbpm::FinishPage</name>
    <message>
        <source>What a fetch would meet</source>
        <translation>Was ein Laden anträfe</translation>
    </message>
    <message>
        <source>Constants of the &amp;CESR ring, built in</source>
        <translation>Konstanten des &amp;CESR-Rings, eingebaut</translation>
    </message>
    <message>
        <source>Constants from a &amp;file</source>
        <translation>Konstanten aus einer &amp;Datei</translation>
    </message>
    <message>
        <source>File of the detectors&apos; constants</source>
        <translation>Datei der Detektorkonstanten</translation>
    </message>
    <message>
        <source>a CSV, or the ring&apos;s own BPM_DET_params.cfg</source>
        <translation>eine CSV oder die BPM_DET_params.cfg des Rings</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>E&amp;rneut prüfen</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Name des Profils</translation>
    </message>
    <message>
        <source>&amp;Keep it as profile</source>
        <translation>Als &amp;Profil behalten</translation>
    </message>
    <message>
        <source>Looking at the source as a fetch would</source>
        <translation>Die Quelle wird angesehen, wie ein Laden es täte</translation>
    </message>
    <message>
        <source>A fetch from this source works.</source>
        <translation>Laden aus dieser Quelle gelingt.</translation>
    </message>
    <message>
        <source>A fetch would fail: %1</source>
        <translation>Laden würde scheitern: %1</translation>
    </message>
    <message>
        <source>Change the &amp;server</source>
        <translation>&amp;Server ändern</translation>
    </message>
    <message>
        <source>Change &amp;table and columns</source>
        <translation>&amp;Tabelle und Spalten ändern</translation>
    </message>
    <message>
        <source>Choose a detector table</source>
        <translation>Detektortabelle wählen</translation>
    </message>
    <message>
        <source>Detector tables (*.csv *.cfg);;All files (*)</source>
        <translation>Detektortabellen (*.csv *.cfg);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>replaces the profile of this name</source>
        <translation>ersetzt das Profil dieses Namens</translation>
    </message>
</context>
<context>
    <name>cbpm::FirstPage</name>
    <message>
        <source>Which beam do you want to see?</source>
        <translation>Welcher Strahl soll gezeigt werden?</translation>
    </message>
    <message>
        <source>Open the &amp;demo</source>
        <translation>&amp;Demo öffnen</translation>
    </message>
    <message>
        <source>A simulated day of the whole ring. It needs no server and is made in half a minute.</source>
        <translation>Ein simulierter Tag des ganzen Rings. Er braucht keinen Server und entsteht in einer halben Minute.</translation>
    </message>
    <message>
        <source>Open an arc&amp;hive</source>
        <translation>&amp;Archiv öffnen</translation>
    </message>
    <message>
        <source>A file that was saved from this program, such as the record of an incident.</source>
        <translation>Eine von diesem Programm gesicherte Datei, etwa die Aufzeichnung eines Vorfalls.</translation>
    </message>
    <message>
        <source>&amp;Connect to a server</source>
        <translation>Mit einem &amp;Server verbinden</translation>
    </message>
    <message>
        <source>A PostgreSQL table of button readings: choose the server, look at what is there, open it.</source>
        <translation>Eine PostgreSQL-Tabelle mit Button-Werten: Server wählen, ansehen, was da ist, öffnen.</translation>
    </message>
    <message>
        <source>&amp;Recent sources</source>
        <translation>&amp;Letzte Quellen</translation>
    </message>
    <message>
        <source>Recent sources</source>
        <translation>Letzte Quellen</translation>
    </message>
</context>
<context>
    <name>cbpm::FixButton</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>Server…</translation>
    </message>
    <message>
        <source>Table and columns…</source>
        <translation>Tabelle und Spalten…</translation>
    </message>
    <message>
        <source>Profiles…</source>
        <translation>Profile…</translation>
    </message>
    <message>
        <source>Detectors…</source>
        <translation>Detektoren…</translation>
    </message>
</context>
<context>
    <name>cbpm::HandbookWindow</name>
    <message>
        <source>Handbook</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Search the handbook</source>
        <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Text of the chapter</source>
        <translation>Text des Kapitels</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing holds all these words.</source>
        <translation>Nirgends stehen alle diese Wörter.</translation>
    </message>
</context>
<context>
    <name>cbpm::HealthModel</name>
    <message>
        <source>not loaded</source>
        <translation>nicht geladen</translation>
    </message>
    <message>
        <source>vetoed: %1</source>
        <translation>Veto: %1</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>samples: %1</source>
        <translation>Messwerte: %1</translation>
    </message>
    <message>
        <source>Detector; sorts in ring order</source>
        <translation>Detektor; sortiert in Ringfolge</translation>
    </message>
    <message>
        <source>detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>What is suspected, and why; sorts the worst first, vetoed ones behind</source>
        <translation>Was verdächtig ist und warum; sortiert die schlimmsten zuerst, die mit Veto zuletzt</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Samples per second, valid or not</source>
        <translation>Messwerte je Sekunde, gültig oder nicht</translation>
    </message>
    <message>
        <source>rate
[Hz]</source>
        <translation>Rate
[Hz]</translation>
    </message>
    <message>
        <source>Valid samples over those due at 10 Hz</source>
        <translation>Gültige Messwerte im Verhältnis zu den bei 10 Hz fälligen</translation>
    </message>
    <message>
        <source>coverage
[%]</source>
        <translation>Abdeckung
[%]</translation>
    </message>
    <message>
        <source>From its last bin to the end of what is loaded</source>
        <translation>Von seinem letzten Bin bis zum Ende des Geladenen</translation>
    </message>
    <message>
        <source>age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Valid samples</source>
        <translation>Gültige Messwerte</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>Samples without a position</source>
        <translation>Messwerte ohne Position</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>Mean of the residual r, zero wherever the beam is when the gains are right</source>
        <translation>Mittel des Residuums r; null, wo immer der Strahl ist, wenn die Verstärkungen stimmen</translation>
    </message>
    <message>
        <source>mean r
[10⁻³]</source>
        <translation>Mittel r
[10⁻³]</translation>
    </message>
    <message>
        <source>Rms of the residual about zero</source>
        <translation>Rms des Residuums um null</translation>
    </message>
    <message>
        <source>rms r
[10⁻³]</source>
        <translation>rms r
[10⁻³]</translation>
    </message>
    <message>
        <source>Rms of x within bins</source>
        <translation>Rms von x innerhalb der Bins</translation>
    </message>
    <message>
        <source>noise x
[%1]</source>
        <translation>Rauschen x
[%1]</translation>
    </message>
    <message>
        <source>Rms of y within bins</source>
        <translation>Rms von y innerhalb der Bins</translation>
    </message>
    <message>
        <source>noise y
[%1]</source>
        <translation>Rauschen y
[%1]</translation>
    </message>
    <message>
        <source>Samples by flag</source>
        <translation>Messwerte nach Kennzeichen</translation>
    </message>
    <message>
        <source>flags</source>
        <translation>Kennzeichen</translation>
    </message>
</context>
<context>
    <name>cbpm::HealthPage</name>
    <message>
        <source>&amp;Veto…</source>
        <translation>&amp;Veto…</translation>
    </message>
    <message>
        <source>Takes the selected detectors out of orbits and statistics, with a reason</source>
        <translation>Nimmt die gewählten Detektoren mit Begründung aus Orbits und Statistik</translation>
    </message>
    <message>
        <source>&amp;Lift veto</source>
        <translation>Veto auf&amp;heben</translation>
    </message>
    <message>
        <source>Takes the selected detectors in again</source>
        <translation>Nimmt die gewählten Detektoren wieder auf</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Health of each detector</source>
        <translation>Zustand jedes Detektors</translation>
    </message>
    <message>
        <source>Nothing is known of the detectors: fetch a range first.</source>
        <translation>Über die Detektoren ist nichts bekannt: zuerst einen Bereich laden.</translation>
    </message>
    <message numerus="yes">
        <source>%n suspected</source>
        <translation>
            <numerusform>%n verdächtig</numerusform>
            <numerusform>%n verdächtig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vetoed</source>
        <translation>
            <numerusform>%n mit Veto</numerusform>
            <numerusform>%n mit Veto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good</source>
        <translation>
            <numerusform>%n gut</numerusform>
            <numerusform>%n gut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not loaded</source>
        <translation>
            <numerusform>%n nicht geladen</numerusform>
            <numerusform>%n nicht geladen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · bins of %2</source>
        <translation>%1 · Bins von %2</translation>
    </message>
    <message>
        <source>no sample of any detector came in this range</source>
        <translation>in diesem Bereich kam von keinem Detektor ein Messwert</translation>
    </message>
    <message>
        <source>no position most of the time at %1 of %2 detectors: was there beam?</source>
        <translation>meist keine Position bei %1 von %2 Detektoren: war Strahl da?</translation>
    </message>
    <message>
        <source>triggers missing: %1</source>
        <translation>fehlende Trigger: %1</translation>
    </message>
</context>
<context>
    <name>cbpm::LegendStrip</name>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>cbpm::LiveBar</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Hold the pages; what comes is still collected (Space)</source>
        <translation>Seiten anhalten; was kommt, wird weiter gesammelt (Leertaste)</translation>
    </message>
    <message>
        <source>Time shown up to now</source>
        <translation>Gezeigte Zeit bis jetzt</translation>
    </message>
    <message>
        <source>Time between two looks at the source</source>
        <translation>Zeit zwischen zwei Abfragen der Quelle</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letzte</translation>
    </message>
    <message>
        <source>every</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>%1 (tried again in %2)</source>
        <translation>%1 (neuer Versuch in %2)</translation>
    </message>
    <message>
        <source>Waiting for the first sample</source>
        <translation>Warten auf den ersten Messwert</translation>
    </message>
    <message>
        <source>Paused: the pages stand still, what comes is collected</source>
        <translation>Angehalten: Die Seiten stehen, was kommt, wird gesammelt</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Age of the data beyond which there is an alarm</source>
        <translation>Alter der Daten, ab dem gewarnt wird</translation>
    </message>
    <message>
        <source>alarm after</source>
        <translation>Alarm nach</translation>
    </message>
    <message>
        <source>Running; the server calls when rows come</source>
        <translation>Läuft; der Server meldet neue Zeilen</translation>
    </message>
    <message>
        <source>Nothing for %1: check the logging, then the server</source>
        <translation>Seit %1 kommt nichts: Aufzeichnung prüfen, dann Server</translation>
    </message>
</context>
<context>
    <name>cbpm::Logbook</name>
    <message>
        <source>The entry was delivered: %1</source>
        <translation>Der Eintrag wurde abgegeben: %1</translation>
    </message>
</context>
<context>
    <name>cbpm::LogbookDelivery</name>
    <message>
        <source>The command of the logbook, %1, did not end in %2 s</source>
        <translation>Der Befehl des Logbuchs, %1, endete nicht in %2 s</translation>
    </message>
    <message>
        <source>the entry is in %1; send it again, or give the command more time</source>
        <translation>der Eintrag steht in %1; senden Sie ihn noch einmal, oder lassen Sie dem Befehl mehr Zeit</translation>
    </message>
    <message>
        <source>The command of the logbook, %1, cannot be run</source>
        <translation>Der Befehl des Logbuchs, %1, lässt sich nicht ausführen</translation>
    </message>
    <message>
        <source>check it on the page “Where it goes”; the entry is in %1</source>
        <translation>prüfen Sie ihn auf der Seite „Wohin“; der Eintrag steht in %1</translation>
    </message>
    <message>
        <source>The command of the logbook, %1, failed with code %2</source>
        <translation>Der Befehl des Logbuchs, %1, schlug mit Code %2 fehl</translation>
    </message>
    <message>
        <source>what it said is below; the entry is in %1</source>
        <translation>was er sagte, steht darunter; der Eintrag steht in %1</translation>
    </message>
    <message>
        <source>The logbook has no folder</source>
        <translation>Das Logbuch hat keinen Ordner</translation>
    </message>
    <message>
        <source>name one on the page “Where it goes”</source>
        <translation>nennen Sie einen auf der Seite „Wohin“</translation>
    </message>
</context>
<context>
    <name>cbpm::LogbookDialog</name>
    <message>
        <source>Logbook entry</source>
        <translation>Logbucheintrag</translation>
    </message>
    <message>
        <source>&amp;Entry</source>
        <translation>&amp;Eintrag</translation>
    </message>
    <message>
        <source>&amp;Where it goes</source>
        <translation>&amp;Wohin</translation>
    </message>
    <message>
        <source>This is what was written before and not delivered.</source>
        <translation>Dies wurde früher geschrieben und nicht abgegeben.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Te&amp;xt</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>&amp;Autor</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Folder of the entries</source>
        <translation>Ordner der Einträge</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>Command that takes an entry</source>
        <translation>Befehl, der einen Eintrag annimmt</translation>
    </message>
    <message>
        <source>a program with its arguments; empty: none</source>
        <translation>ein Programm mit seinen Argumenten; leer: keines</translation>
    </message>
    <message>
        <source>Time the command may take</source>
        <translation>Zeit, die der Befehl brauchen darf</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Each entry becomes a folder with entry.json, entry.md, picture.png and a view. The command gets that folder as its last argument; no shell is asked.</source>
        <translation>Jeder Eintrag wird ein Ordner mit entry.json, entry.md, picture.png und einer Ansicht. Der Befehl bekommt diesen Ordner als letztes Argument; keine Shell wird gefragt.</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>&amp;Command</source>
        <translation>&amp;Befehl</translation>
    </message>
    <message>
        <source>&amp;Give up after</source>
        <translation>&amp;Aufgeben nach</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>Say first where entries go: a folder, a command, or both.</source>
        <translation>Sagen Sie zuerst, wohin Einträge gehen: in einen Ordner, an einen Befehl oder beides.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
</context>
<context>
    <name>cbpm::MainWindow</name>
    <message>
        <source>CBPM3 monitor</source>
        <translation>CBPM3-Monitor</translation>
    </message>
    <message>
        <source>%1 (tried again in %2)</source>
        <translation>%1 (neuer Versuch in %2)</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Detektoren</translation>
    </message>
    <message>
        <source>The language changes to %1 when the program starts again</source>
        <translation>Die Sprache wechselt beim nächsten Start zu %1</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>Loaded data are no longer kept on disk: %1</source>
        <translation>Geladene Daten werden nicht mehr auf der Platte gehalten: %1</translation>
    </message>
    <message>
        <source>Open a source first: its detectors are shown then</source>
        <translation>Zuerst eine Quelle öffnen: Dann werden ihre Detektoren gezeigt</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>Samples up to %1 are further ahead than any clock should be: they are left out of the range that is offered; type a range to see them</source>
        <translation>Messwerte bis %1 liegen weiter voraus, als eine Uhr vorgehen sollte: der angebotene Bereich lässt sie aus; wer sie sehen will, schreibt einen Bereich</translation>
    </message>
</context>
<context>
    <name>cbpm::MenuMaker</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Save range…</source>
        <translation>Bereich &amp;sichern…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>Da&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>&amp;Laden</translation>
    </message>
    <message>
        <source>Fetch &amp;again from the source</source>
        <translation>&amp;Neu aus der Quelle laden</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;References…</source>
        <translation>&amp;Referenzen…</translation>
    </message>
    <message>
        <source>&amp;Detectors…</source>
        <translation>&amp;Detektoren…</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>&amp;Methode</translation>
    </message>
    <message>
        <source>As in the &amp;table</source>
        <translation>Wie in der &amp;Tabelle</translation>
    </message>
    <message>
        <source>&amp;Linear</source>
        <translation>&amp;Linear</translation>
    </message>
    <message>
        <source>L&amp;og</source>
        <translation>L&amp;og</translation>
    </message>
    <message>
        <source>&amp;Polynomial</source>
        <translation>&amp;Polynom</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Umkehrung</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Zeit</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>&amp;Live</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Historie</translation>
    </message>
    <message>
        <source>&amp;Replay</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>&amp;Pause or run</source>
        <translation>&amp;Anhalten oder weiter</translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <translation>Schritt &amp;zurück</translation>
    </message>
    <message>
        <source>Step &amp;forward</source>
        <translation>Schritt &amp;vor</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Local time</source>
        <translation>&amp;Ortszeit</translation>
    </message>
    <message>
        <source>&amp;Millimetres</source>
        <translation>&amp;Millimeter</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Handbook</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>&amp;Profiles…</source>
        <translation>&amp;Profile…</translation>
    </message>
    <message>
        <source>&amp;Connect to a server…</source>
        <translation>Mit Server &amp;verbinden…</translation>
    </message>
    <message>
        <source>Open &amp;view…</source>
        <translation>Ansicht ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Save vie&amp;w…</source>
        <translation>Ansicht sic&amp;hern…</translation>
    </message>
    <message>
        <source>&amp;Templates</source>
        <translation>&amp;Vorlagen</translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation>&amp;Seiten</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Befehle…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation>&amp;Bild speichern…</translation>
    </message>
    <message>
        <source>&amp;Logbook entry…</source>
        <translation>&amp;Logbucheintrag…</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Back to the view before</source>
        <translation>&amp;Zurück zur Ansicht davor</translation>
    </message>
    <message>
        <source>&amp;Forward again</source>
        <translation>Wieder &amp;vor</translation>
    </message>
    <message>
        <source>&amp;Copy the picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>&amp;Numbers of the page…</source>
        <translation>Zahlen der &amp;Seite…</translation>
    </message>
    <message>
        <source>Page in its own &amp;window</source>
        <translation>Seite in eigenem &amp;Fenster</translation>
    </message>
    <message>
        <source>Page &amp;beside the tabs</source>
        <translation>Seite ne&amp;ben den Reitern</translation>
    </message>
    <message>
        <source>All pages back to their &amp;tabs</source>
        <translation>Alle Seiten zurück in ihre &amp;Reiter</translation>
    </message>
    <message>
        <source>A&amp;nnotate…</source>
        <translation>&amp;Notieren…</translation>
    </message>
    <message>
        <source>Ann&amp;otations…</source>
        <translation>N&amp;otizen…</translation>
    </message>
</context>
<context>
    <name>cbpm::NumbersWindow</name>
    <message>
        <source>Numbers of the page</source>
        <translation>Zahlen der Seite</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>Neu &amp;lesen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Numbers of the page %1</source>
        <translation>Zahlen der Seite %1</translation>
    </message>
    <message>
        <source>The first %1 of %2 lines: Copy takes all, Export writes them to a file.</source>
        <translation>Die ersten %1 von %2 Zeilen: Kopieren nimmt alle, Export schreibt sie in eine Datei.</translation>
    </message>
</context>
<context>
    <name>cbpm::OrbitControls</name>
    <message>
        <source>S&amp;how</source>
        <translation>&amp;Zeige</translation>
    </message>
    <message>
        <source>Take as &amp;now</source>
        <translation>Als &amp;jetzt nehmen</translation>
    </message>
    <message>
        <source>Keep this orbit and show changes against it</source>
        <translation>Diesen Orbit merken und Änderungen dagegen zeigen</translation>
    </message>
    <message>
        <source>&amp;of</source>
        <translation>&amp;von</translation>
    </message>
    <message>
        <source>bin at the cursor</source>
        <translation>Bin am Cursor</translation>
    </message>
    <message>
        <source>one trigger</source>
        <translation>ein Trigger</translation>
    </message>
    <message>
        <source>stretch A to B</source>
        <translation>Strecke A bis B</translation>
    </message>
    <message>
        <source>Between the cursors A and B; what the trend shows where they are not set</source>
        <translation>Zwischen den Cursorn A und B; ohne sie, was der Verlauf zeigt</translation>
    </message>
    <message>
        <source>&amp;bars</source>
        <translation>&amp;Balken</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>min to max</source>
        <translation>Min bis Max</translation>
    </message>
    <message>
        <source>std</source>
        <translation>Std</translation>
    </message>
    <message>
        <source>by &amp;id</source>
        <translation>nach &amp;Id</translation>
    </message>
    <message>
        <source>Along the axis: detector ids instead of s</source>
        <translation>Auf der Achse: Detektor-Ids statt s</translation>
    </message>
    <message>
        <source>&amp;Save as reference…</source>
        <translation>Als Referenz &amp;sichern…</translation>
    </message>
    <message>
        <source>Keep this orbit for good</source>
        <translation>Diesen Orbit dauerhaft behalten</translation>
    </message>
    <message>
        <source>&amp;References…</source>
        <translation>&amp;Referenzen…</translation>
    </message>
    <message>
        <source>Saved orbits: compare, mark golden, import, export</source>
        <translation>Gesicherte Orbits: vergleichen, golden markieren, importieren, exportieren</translation>
    </message>
    <message>
        <source>absolute</source>
        <translation>absolut</translation>
    </message>
</context>
<context>
    <name>cbpm::OrbitPage</name>
    <message>
        <source>Orbit of the whole ring</source>
        <translation>Orbit des ganzen Rings</translation>
    </message>
    <message>
        <source>Orbit</source>
        <translation>Orbit</translation>
    </message>
    <message>
        <source>A and B are outside of what is loaded.</source>
        <translation>A und B liegen außerhalb des Geladenen.</translation>
    </message>
    <message>
        <source>No orbit: fetch a range, then click into the trend.</source>
        <translation>Kein Orbit: Bereich laden, dann in den Verlauf klicken.</translation>
    </message>
    <message>
        <source>Reading the trigger at the cursor</source>
        <translation>Trigger am Cursor wird gelesen</translation>
    </message>
    <message>
        <source>%1 of %2 detectors</source>
        <translation>%1 von %2 Detektoren</translation>
    </message>
    <message>
        <source>%1 · mean over %2</source>
        <translation>%1 · Mittel über %2</translation>
    </message>
    <message>
        <source>%1 · one trigger</source>
        <translation>%1 · ein Trigger</translation>
    </message>
    <message>
        <source>mean over %1</source>
        <translation>Mittel über %1</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>y</source>
        <translation>y</translation>
    </message>
    <message>
        <source>%1: no value</source>
        <translation>%1: kein Wert</translation>
    </message>
    <message>
        <source>%1: rms %2 %3, largest %4 %3 at %5</source>
        <translation>%1: rms %2 %3, größtes %4 %3 bei %5</translation>
    </message>
    <message>
        <source>%1 detectors were not loaded: choose a coarser interval for the whole ring</source>
        <translation>%1 Detektoren nicht geladen: für den ganzen Ring ein gröberes Intervall wählen</translation>
    </message>
    <message>
        <source>%1 missing%2</source>
        <translation>%1 fehlen%2</translation>
    </message>
    <message>
        <source>%1 vetoed, drawn hollow%2</source>
        <translation>%1 mit Veto, hohl gezeichnet%2</translation>
    </message>
    <message>
        <source>%1 not in the reference%2</source>
        <translation>%1 nicht in der Referenz%2</translation>
    </message>
    <message>
        <source>No detector is missing.</source>
        <translation>Kein Detektor fehlt.</translation>
    </message>
    <message>
        <source>Δx [%1], + outward</source>
        <translation>Δx [%1], + nach außen</translation>
    </message>
    <message>
        <source>x [%1], + outward</source>
        <translation>x [%1], + nach außen</translation>
    </message>
    <message>
        <source>Δy [%1], + up</source>
        <translation>Δy [%1], + nach oben</translation>
    </message>
    <message>
        <source>y [%1], + up</source>
        <translation>y [%1], + nach oben</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>cbpm::Page</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Nothing is loaded: fetch a range first.</source>
        <translation>Nichts geladen: zuerst einen Bereich laden.</translation>
    </message>
    <message>
        <source>Nothing is loaded between A and B.</source>
        <translation>Zwischen A und B ist nichts geladen.</translation>
    </message>
    <message>
        <source>Nothing is loaded of what is in view.</source>
        <translation>Vom Sichtbaren ist nichts geladen.</translation>
    </message>
    <message>
        <source>A to B: %1</source>
        <translation>A bis B: %1</translation>
    </message>
    <message>
        <source>Loaded: %1</source>
        <translation>Geladen: %1</translation>
    </message>
    <message>
        <source>In view: %1</source>
        <translation>Sichtbar: %1</translation>
    </message>
</context>
<context>
    <name>cbpm::PageDeck</name>
    <message>
        <source>%1 – CBPM3 monitor</source>
        <translation>%1 – CBPM3-Monitor</translation>
    </message>
</context>
<context>
    <name>cbpm::ProfileForm</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>demo, an archive, service=NAME, or host=… dbname=…</source>
        <translation>demo, ein Archiv, service=NAME oder host=… dbname=…</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Column of the time</source>
        <translation>Spalte der Zeit</translation>
    </message>
    <message>
        <source>Column of the detector</source>
        <translation>Spalte des Detektors</translation>
    </message>
    <message>
        <source>Top inner button</source>
        <translation>Button oben innen</translation>
    </message>
    <message>
        <source>Top outer button</source>
        <translation>Button oben außen</translation>
    </message>
    <message>
        <source>Bottom inner button</source>
        <translation>Button unten innen</translation>
    </message>
    <message>
        <source>Bottom outer button</source>
        <translation>Button unten außen</translation>
    </message>
    <message>
        <source>Zone of times without one</source>
        <translation>Zone für Zeiten ohne eine</translation>
    </message>
    <message>
        <source>Detector table</source>
        <translation>Detektortabelle</translation>
    </message>
    <message>
        <source>built in: the CESR ring</source>
        <translation>eingebaut: der CESR-Ring</translation>
    </message>
    <message>
        <source>Choose a detector table</source>
        <translation>Detektortabelle wählen</translation>
    </message>
    <message>
        <source>Detector tables (*.csv *.cfg);;All files (*)</source>
        <translation>Detektortabellen (*.csv *.cfg);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Share decisions</source>
        <translation>Entscheidungen teilen</translation>
    </message>
    <message>
        <source>no; yes, where the site has a place for them</source>
        <translation>„no“, oder „yes“, wo die Anlage einen Platz dafür hat</translation>
    </message>
</context>
<context>
    <name>cbpm::ProfilesDialog</name>
    <message>
        <source>A fetch from this source would fail: see the report.</source>
        <translation>Laden aus dieser Quelle würde scheitern: siehe Bericht.</translation>
    </message>
    <message>
        <source>A fetch from this source works.</source>
        <translation>Laden aus dieser Quelle gelingt.</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Name des Profils</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>D&amp;uplizieren</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>N&amp;ame</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Sichern</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Look at the source as it stands in the form, and say what a fetch would meet</source>
        <translation>Die Quelle ansehen, wie sie im Formular steht, und sagen, was ein Laden anträfe</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>This profile is the site&apos;s: Save keeps a copy of your own, which then wins.</source>
        <translation>Dieses Profil gehört der Anlage: Sichern behält eine eigene Kopie, die dann gilt.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>Give it a name and say what differs from the default, then Save.</source>
        <translation>Einen Namen geben und sagen, was von der Vorgabe abweicht, dann Sichern.</translation>
    </message>
    <message>
        <source>There is a profile “%1” already</source>
        <translation>Es gibt schon ein Profil „%1“</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>“%1” is kept.</source>
        <translation>„%1“ ist gesichert.</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 Kopie</translation>
    </message>
    <message>
        <source>Delete a profile</source>
        <translation>Profil löschen</translation>
    </message>
    <message>
        <source>Delete the profile “%1” for good?</source>
        <translation>Das Profil „%1“ endgültig löschen?</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>„%1“ ist gelöscht.</translation>
    </message>
    <message>
        <source>Looking at the source</source>
        <translation>Die Quelle wird angesehen</translation>
    </message>
    <message>
        <source>Profile not saved</source>
        <translation>Profil nicht gesichert</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>Die Änderungen an „%1“ sichern?</translation>
    </message>
    <message>
        <source>&amp;Connect to a server…</source>
        <translation>Mit Server &amp;verbinden…</translation>
    </message>
    <message>
        <source>Step by ste&amp;p…</source>
        <translation>Sch&amp;rittweise…</translation>
    </message>
    <message>
        <source>Change server, table and columns of this profile as they were made, with the newest rows</source>
        <translation>Server, Tabelle und Spalten dieses Profils so ändern, wie sie angelegt wurden, mit den neuesten Zeilen</translation>
    </message>
</context>
<context>
    <name>cbpm::ReferenceChoice</name>
    <message>
        <source>minus golden: %1</source>
        <translation>minus golden: %1</translation>
    </message>
    <message>
        <source>minus golden (none marked)</source>
        <translation>minus golden (keiner markiert)</translation>
    </message>
    <message>
        <source>minus the orbit at A</source>
        <translation>minus Orbit bei A</translation>
    </message>
    <message>
        <source>minus now (as taken)</source>
        <translation>minus jetzt (wie genommen)</translation>
    </message>
    <message>
        <source>minus %1</source>
        <translation>minus %1</translation>
    </message>
    <message>
        <source>at an unknown time</source>
        <translation>zu unbekannter Zeit</translation>
    </message>
    <message>
        <source> (made with other constants)</source>
        <translation> (mit anderen Konstanten gemacht)</translation>
    </message>
    <message>
        <source>minus golden “%1”, %2</source>
        <translation>minus golden „%1“, %2</translation>
    </message>
    <message>
        <source>No golden orbit is marked: mark one in References…</source>
        <translation>Kein goldener Orbit ist markiert: unter Referenzen… einen markieren</translation>
    </message>
    <message>
        <source>minus “%1”, %2</source>
        <translation>minus „%1“, %2</translation>
    </message>
    <message>
        <source>That reference is gone.</source>
        <translation>Diese Referenz gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>minus %1, %2</source>
        <translation>minus %1, %2</translation>
    </message>
    <message>
        <source>No orbit was taken: press Take as now.</source>
        <translation>Kein Orbit genommen: Als jetzt nehmen drücken.</translation>
    </message>
    <message>
        <source>Cursor A is not set: set it in the trend.</source>
        <translation>Cursor A ist nicht gesetzt: im Verlauf setzen.</translation>
    </message>
    <message>
        <source>Cursor A is outside of what is loaded.</source>
        <translation>Cursor A liegt außerhalb des Geladenen.</translation>
    </message>
    <message>
        <source>minus the orbit at A, %1</source>
        <translation>minus Orbit bei A, %1</translation>
    </message>
</context>
<context>
    <name>cbpm::ReferenceListModel</name>
    <message>
        <source>golden</source>
        <translation>golden</translation>
    </message>
    <message>
        <source>not golden</source>
        <translation>nicht golden</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Golden</source>
        <translation>Golden</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Detektoren</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
</context>
<context>
    <name>cbpm::ReferencesDialog</name>
    <message>
        <source>Reference orbits</source>
        <translation>Referenzorbits</translation>
    </message>
    <message>
        <source>Saved orbits, the newest first</source>
        <translation>Gesicherte Orbits, neueste zuerst</translation>
    </message>
    <message>
        <source>Differences by detector</source>
        <translation>Unterschiede nach Detektor</translation>
    </message>
    <message>
        <source>Mark &amp;golden</source>
        <translation>&amp;Golden markieren</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Unmark &amp;golden</source>
        <translation>&amp;Golden aufheben</translation>
    </message>
    <message>
        <source>No orbit was saved yet: the orbit page saves them.</source>
        <translation>Noch kein Orbit gesichert: Die Orbitseite sichert sie.</translation>
    </message>
    <message>
        <source>Choose two orbits to compare them.</source>
        <translation>Zwei Orbits wählen, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>Δx [%1]</source>
        <translation>Δx [%1]</translation>
    </message>
    <message>
        <source>Δy [%1]</source>
        <translation>Δy [%1]</translation>
    </message>
    <message>
        <source>“%1” minus “%2”: rms x %3, rms y %4 %5 of %6 detectors</source>
        <translation>„%1“ minus „%2“: rms x %3, rms y %4 %5 von %6 Detektoren</translation>
    </message>
    <message>
        <source>only in the first: %1</source>
        <translation>nur im ersten: %1</translation>
    </message>
    <message>
        <source>only in the second: %1</source>
        <translation>nur im zweiten: %1</translation>
    </message>
    <message>
        <source>made with different constants</source>
        <translation>mit verschiedenen Konstanten gemacht</translation>
    </message>
    <message>
        <source>No orbit is golden now.</source>
        <translation>Kein Orbit ist jetzt golden.</translation>
    </message>
    <message>
        <source>“%1” is golden now.</source>
        <translation>„%1“ ist jetzt golden.</translation>
    </message>
    <message>
        <source>Delete references</source>
        <translation>Referenzen löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n reference orbit(s) for good? Every program that shares them loses them.</source>
        <translation>
            <numerusform>%n Referenzorbit endgültig löschen? Jedes Programm, das ihn teilt, verliert ihn.</numerusform>
            <numerusform>%n Referenzorbits endgültig löschen? Jedes Programm, das sie teilt, verliert sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reference orbit(s) deleted.</source>
        <translation>
            <numerusform>%n Referenzorbit gelöscht.</numerusform>
            <numerusform>%n Referenzorbits gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import an orbit</source>
        <translation>Orbit importieren</translation>
    </message>
    <message>
        <source>Orbits (*.csv);;All files (*)</source>
        <translation>Orbits (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>Imported “%1”: %n detector(s).</source>
        <translation>
            <numerusform>„%1“ importiert: %n Detektor.</numerusform>
            <numerusform>„%1“ importiert: %n Detektoren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in the present detector table, and not shown: %1.</source>
        <translation>Nicht in der jetzigen Detektortabelle und nicht gezeigt: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n detector(s)</source>
        <translation>
            <numerusform>%n Detektor</numerusform>
            <numerusform>%n Detektoren</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the orbit</source>
        <translation>Orbit exportieren</translation>
    </message>
    <message>
        <source>Orbits (*.csv)</source>
        <translation>Orbits (*.csv)</translation>
    </message>
    <message>
        <source>“%1” was written to %2.</source>
        <translation>„%1“ wurde nach %2 geschrieben.</translation>
    </message>
</context>
<context>
    <name>cbpm::Referencing</name>
    <message>
        <source>“%1” was saved as reference</source>
        <translation>„%1“ wurde als Referenz gesichert</translation>
    </message>
</context>
<context>
    <name>cbpm::ReplayBar</name>
    <message>
        <source>One trigger back (,)</source>
        <translation>Ein Trigger zurück (,)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play or pause (Space)</source>
        <translation>Abspielen oder anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>One trigger forward (.)</source>
        <translation>Ein Trigger vor (.)</translation>
    </message>
    <message>
        <source>Replayed time within the range</source>
        <translation>Wiedergegebene Zeit im Bereich</translation>
    </message>
    <message>
        <source>Seconds of data per second</source>
        <translation>Sekunden an Daten je Sekunde</translation>
    </message>
    <message>
        <source>&amp;loop</source>
        <translation>Sch&amp;leife</translation>
    </message>
    <message>
        <source>Time shown up to the replayed moment</source>
        <translation>Gezeigte Zeit bis zum wiedergegebenen Moment</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letzte</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>cbpm::SaveReferenceDialog</name>
    <message>
        <source>Save as reference</source>
        <translation>Als Referenz sichern</translation>
    </message>
    <message numerus="yes">
        <source>%n detector(s), absolute positions</source>
        <translation>
            <numerusform>%n Detektor, absolute Positionen</numerusform>
            <numerusform>%n Detektoren, absolute Positionen</numerusform>
        </translation>
    </message>
    <message>
        <source>such as: 100 mA, after the access of Tuesday</source>
        <translation>etwa: 100 mA, nach dem Zugang am Dienstag</translation>
    </message>
    <message>
        <source>Mark as &amp;golden, in place of the one that is</source>
        <translation>Als &amp;golden markieren, anstelle des bisherigen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>&amp;Autor</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>&amp;Kommentar</translation>
    </message>
    <message>
        <source>Name of the reference</source>
        <translation>Name der Referenz</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
</context>
<context>
    <name>cbpm::ServerPage</name>
    <message>
        <source>The server cannot be used as it is written here: see the report.</source>
        <translation>Der Server ist so, wie er hier steht, nicht nutzbar: siehe Bericht.</translation>
    </message>
    <message>
        <source>The server answers. Next: its table.</source>
        <translation>Der Server antwortet. Weiter: seine Tabelle.</translation>
    </message>
    <message>
        <source>Which server?</source>
        <translation>Welcher Server?</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Try to reach the server, and say how</source>
        <translation>Den Server zu erreichen versuchen und sagen, wie</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>By a name of the service &amp;file</source>
        <translation>Nach einem Namen der Service-&amp;Datei</translation>
    </message>
    <message>
        <source>Name in the service file</source>
        <translation>Name in der Service-Datei</translation>
    </message>
    <message>
        <source>Names in ~/.pg_service.conf and in the file of this machine</source>
        <translation>Namen in ~/.pg_service.conf und in der Datei dieses Rechners</translation>
    </message>
    <message>
        <source>none: ~/.pg_service.conf names no server</source>
        <translation>keiner: ~/.pg_service.conf nennt keinen Server</translation>
    </message>
    <message>
        <source>By its &amp;host</source>
        <translation>Nach seinem Rec&amp;hner</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>name or address; empty: the socket of this machine</source>
        <translation>Name oder Adresse; leer: der Socket dieses Rechners</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>as the user is called</source>
        <translation>heißt wie der Benutzer</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>as you are called on this machine</source>
        <translation>wie auf diesem Rechner</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>encrypted, and the server proves who it is (verify-full)</source>
        <translation>verschlüsselt, und der Server weist sich aus (verify-full)</translation>
    </message>
    <message>
        <source>encrypted, and a server of this authority (verify-ca)</source>
        <translation>verschlüsselt, ein Server dieser Stelle (verify-ca)</translation>
    </message>
    <message>
        <source>encrypted, whoever answers (require)</source>
        <translation>verschlüsselt, wer auch antwortet (require)</translation>
    </message>
    <message>
        <source>not encrypted: others can read along (disable)</source>
        <translation>unverschlüsselt: andere können mitlesen (disable)</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>certificate of the authority; empty: ~/.postgresql/root.crt</source>
        <translation>Zertifikat der Stelle; leer: ~/.postgresql/root.crt</translation>
    </message>
    <message>
        <source>Choose the certificate of the authority</source>
        <translation>Zertifikat der Stelle wählen</translation>
    </message>
    <message>
        <source>As a connection &amp;string</source>
        <translation>Als Verbindungs&amp;text</translation>
    </message>
    <message>
        <source>Connection string</source>
        <translation>Verbindungstext</translation>
    </message>
    <message>
        <source>Where the password belongs</source>
        <translation>Wohin das Passwort gehört</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>It is not asked for here. If the server wants one, ~/.pgpass (mode 0600) holds it in a line:
%1</source>
        <translation>Es wird hier nicht erfragt. Verlangt der Server eines, so steht es in ~/.pgpass (Modus 0600) in einer Zeile:
%1</translation>
    </message>
    <message>
        <source>It is not asked for here. If the server wants one, it belongs in ~/.pgpass (mode 0600) or the service file.</source>
        <translation>Es wird hier nicht erfragt. Verlangt der Server eines, so gehört es in ~/.pgpass (Modus 0600) oder die Service-Datei.</translation>
    </message>
    <message>
        <source>This is no connection string; write host=… dbname=… or postgresql://…</source>
        <translation>Das ist kein Verbindungstext; host=… dbname=… oder postgresql://… schreiben</translation>
    </message>
    <message>
        <source>Looking for the server</source>
        <translation>Der Server wird gesucht</translation>
    </message>
    <message>
        <source>Certificate of the authority</source>
        <translation>Zertifikat der Stelle</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem);;All files (*)</source>
        <translation>Zertifikate (*.crt *.pem);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>cbpm::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys, and what they do</source>
        <translation>Tasten und was sie tun</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
</context>
<context>
    <name>cbpm::SiteShare</name>
    <message>
        <source>%1 (login %2)</source>
        <translation>%1 (Konto %2)</translation>
    </message>
    <message>
        <source>Your change of the veto of %1 was overtaken by %2, %3; yours stays in the journal</source>
        <translation>Ihre Änderung am Veto von %1 wurde von %2 überholt, %3; Ihre bleibt im Journal</translation>
    </message>
    <message>
        <source>Your change of an annotation was overtaken by %1, %2; yours stays in the journal</source>
        <translation>Ihre Änderung an einer Notiz wurde von %1 überholt, %2; Ihre bleibt im Journal</translation>
    </message>
    <message>
        <source>Your change of the reference orbits was overtaken by %1, %2; yours stays in the journal</source>
        <translation>Ihre Änderung an den Referenzorbits wurde von %1 überholt, %2; Ihre bleibt im Journal</translation>
    </message>
    <message>
        <source>what is shared at this site was not reached yet</source>
        <translation>was die Anlage teilt, ist noch nicht erreicht</translation>
    </message>
    <message>
        <source>try again in a moment</source>
        <translation>gleich noch einmal versuchen</translation>
    </message>
    <message>
        <source>you may only look at what is shared on %1</source>
        <translation>was auf %1 geteilt wird, darf hier nur angesehen werden</translation>
    </message>
    <message>
        <source>ask its administrator for the role cbpm3_shared_edit</source>
        <translation>beim Verwalter um die Rolle cbpm3_shared_edit bitten</translation>
    </message>
    <message>
        <source>not shared</source>
        <translation>nicht geteilt</translation>
    </message>
    <message>
        <source>looking for what is shared</source>
        <translation>sucht Geteiltes</translation>
    </message>
    <message numerus="yes">
        <source>%n not yet shared</source>
        <translation>
            <numerusform>%n noch nicht geteilt</numerusform>
            <numerusform>%n noch nicht geteilt</numerusform>
        </translation>
    </message>
    <message>
        <source>shared, not reached</source>
        <translation>geteilt, nicht erreicht</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>geteilt</translation>
    </message>
    <message>
        <source>What is shared at this site is being looked for.</source>
        <translation>Was die Anlage teilt, wird gesucht.</translation>
    </message>
    <message>
        <source>What is shared at this site was not reached: %1</source>
        <translation>Was die Anlage teilt, wurde nicht erreicht: %1</translation>
    </message>
    <message>
        <source>The server has no place to share in the schema “%1”, or not for you: references, vetoes and annotations are kept on this computer</source>
        <translation>Der Server hat im Schema „%1“ keinen Platz zum Teilen oder nicht für Sie: Referenzen, Vetos und Notizen bleiben auf diesem Rechner</translation>
    </message>
    <message>
        <source>Shared with all who use %1.</source>
        <translation>Geteilt mit allen, die %1 nutzen.</translation>
    </message>
    <message>
        <source>Shared on %1; you may only look.</source>
        <translation>Geteilt auf %1; hier darf nur angesehen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not yet shared: %1</source>
        <translation>
            <numerusform>%n Änderung noch nicht geteilt: %1</numerusform>
            <numerusform>%n Änderungen noch nicht geteilt: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>Not reached now: %1</source>
        <translation>Zurzeit nicht erreicht: %1</translation>
    </message>
</context>
<context>
    <name>cbpm::SourceBar</name>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <source>Source of the data</source>
        <translation>Quelle der Daten</translation>
    </message>
    <message>
        <source>demo, an archive, profile:NAME, service=NAME, or host=… dbname=…; passwords belong into ~/.pgpass</source>
        <translation>demo, ein Archiv, profile:NAME, service=NAME oder host=… dbname=…; Passwörter gehören in ~/.pgpass</translation>
    </message>
    <message>
        <source>O&amp;pen</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Try to reach this source and say what is there</source>
        <translation>Diese Quelle zu erreichen versuchen und sagen, was da ist</translation>
    </message>
    <message>
        <source>&amp;Archive…</source>
        <translation>&amp;Archiv…</translation>
    </message>
    <message>
        <source>Open an archive</source>
        <translation>Archiv öffnen</translation>
    </message>
    <message>
        <source>Archives (*.cbpm3);;All files (*)</source>
        <translation>Archive (*.cbpm3);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>cbpm::Sources</name>
    <message>
        <source>Testing</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Reached: %1, %2, data %3</source>
        <translation>Erreicht: %1, %2, Daten %3</translation>
    </message>
    <message>
        <source>Reached: %1, %2, no data</source>
        <translation>Erreicht: %1, %2, keine Daten</translation>
    </message>
    <message>
        <source>Preparing: %1 %</source>
        <translation>Vorbereitung: %1 %</translation>
    </message>
</context>
<context>
    <name>cbpm::SpectrumPage</name>
    <message>
        <source>Shown detectors</source>
        <translation>Gezeigte Detektoren</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>Spektrum</translation>
    </message>
    <message>
        <source>What the spectrum is of</source>
        <translation>Wovon das Spektrum ist</translation>
    </message>
    <message>
        <source>x and y</source>
        <translation>x und y</translation>
    </message>
    <message>
        <source>buttons</source>
        <translation>Buttons</translation>
    </message>
    <message>
        <source>Window: Hann for noise, flat top for the height of lines</source>
        <translation>Fenster: Hann für Rauschen, Flat-Top für die Höhe von Linien</translation>
    </message>
    <message>
        <source>Hann</source>
        <translation>Hann</translation>
    </message>
    <message>
        <source>flat top</source>
        <translation>Flat-Top</translation>
    </message>
    <message>
        <source>Blackman-Harris</source>
        <translation>Blackman-Harris</translation>
    </message>
    <message>
        <source>rectangular</source>
        <translation>rechteckig</translation>
    </message>
    <message>
        <source>Length of the segments that are averaged: the longer, the finer in frequency</source>
        <translation>Länge der gemittelten Abschnitte: je länger, desto feiner in der Frequenz</translation>
    </message>
    <message>
        <source>segments: auto</source>
        <translation>Abschnitte: auto</translation>
    </message>
    <message>
        <source>Integrated motion: rms of all above, or all below, a frequency</source>
        <translation>Integrierte Bewegung: rms von allem über oder unter einer Frequenz</translation>
    </message>
    <message>
        <source>motion above f</source>
        <translation>Bewegung über f</translation>
    </message>
    <message>
        <source>motion below f</source>
        <translation>Bewegung unter f</translation>
    </message>
    <message>
        <source>no motion curve</source>
        <translation>keine Bewegungskurve</translation>
    </message>
    <message>
        <source>rati&amp;o to it</source>
        <translation>Verhältnis da&amp;zu</translation>
    </message>
    <message>
        <source>Draws the density over that of the kept background</source>
        <translation>Zeichnet die Dichte im Verhältnis zum gemerkten Untergrund</translation>
    </message>
    <message>
        <source>Amplitude density against frequency</source>
        <translation>Amplitudendichte über der Frequenz</translation>
    </message>
    <message>
        <source>frequency [Hz]</source>
        <translation>Frequenz [Hz]</translation>
    </message>
    <message>
        <source>ADU</source>
        <translation>ADU</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>y</source>
        <translation>y</translation>
    </message>
    <message>
        <source>top in</source>
        <translation>oben innen</translation>
    </message>
    <message>
        <source>bottom in</source>
        <translation>unten innen</translation>
    </message>
    <message>
        <source>bottom out</source>
        <translation>unten außen</translation>
    </message>
    <message>
        <source>top out</source>
        <translation>oben außen</translation>
    </message>
    <message>
        <source>%1 (no spectrum)</source>
        <translation>%1 (kein Spektrum)</translation>
    </message>
    <message>
        <source>background</source>
        <translation>Untergrund</translation>
    </message>
    <message>
        <source>%1 over background</source>
        <translation>%1 über Untergrund</translation>
    </message>
    <message>
        <source>%1 [%2/√Hz]</source>
        <translation>%1 [%2/√Hz]</translation>
    </message>
    <message>
        <source>%1 above f [%2 rms]</source>
        <translation>%1 über f [%2 rms]</translation>
    </message>
    <message>
        <source>%1 below f [%2 rms]</source>
        <translation>%1 unter f [%2 rms]</translation>
    </message>
    <message>
        <source>top buttons</source>
        <translation>obere Buttons</translation>
    </message>
    <message>
        <source>bottom buttons</source>
        <translation>untere Buttons</translation>
    </message>
    <message>
        <source>Select a detector.</source>
        <translation>Einen Detektor wählen.</translation>
    </message>
    <message>
        <source>Reading the samples</source>
        <translation>Messwerte werden gelesen</translation>
    </message>
    <message>
        <source>No segment has enough valid samples.</source>
        <translation>Kein Abschnitt hat genug gültige Messwerte.</translation>
    </message>
    <message>
        <source>The stretch is shorter than a segment.</source>
        <translation>Die Strecke ist kürzer als ein Abschnitt.</translation>
    </message>
    <message>
        <source>segments of %1</source>
        <translation>Abschnitte von %1</translation>
    </message>
    <message>
        <source>averaged: %1</source>
        <translation>gemittelt: %1</translation>
    </message>
    <message>
        <source>left out for gaps: %1</source>
        <translation>wegen Lücken ausgelassen: %1</translation>
    </message>
    <message>
        <source>triggers missing: %1, bridged: %2</source>
        <translation>fehlende Trigger: %1, überbrückt: %2</translation>
    </message>
    <message>
        <source>too many samples: only the newest</source>
        <translation>zu viele Messwerte: nur die neuesten</translation>
    </message>
    <message>
        <source>the first %1 of %2 detectors</source>
        <translation>die ersten %1 von %2 Detektoren</translation>
    </message>
    <message>
        <source>reading samples: %1 %</source>
        <translation>Messwerte werden gelesen: %1 %</translation>
    </message>
    <message>
        <source>&amp;Keep as background</source>
        <translation>Als &amp;Untergrund merken</translation>
    </message>
    <message>
        <source>&amp;Forget background</source>
        <translation>&amp;Untergrund vergessen</translation>
    </message>
    <message>
        <source>Later spectra are drawn over these, which turn grey</source>
        <translation>Spätere Spektren werden über diese gezeichnet, die grau werden</translation>
    </message>
    <message>
        <source>Background: %1</source>
        <translation>Untergrund: %1</translation>
    </message>
    <message>
        <source>Point into a plot to read values there.</source>
        <translation>In eine Kurve zeigen, um Werte abzulesen.</translation>
    </message>
    <message>
        <source>%1 Hz (%2)</source>
        <translation>%1 Hz (%2)</translation>
    </message>
    <message>
        <source>%1 %2: %3 %4/√Hz, a line of %5 %4</source>
        <translation>%1 %2: %3 %4/√Hz, eine Linie von %5 %4</translation>
    </message>
</context>
<context>
    <name>cbpm::StatisticsModel</name>
    <message>
        <source>vetoed</source>
        <translation>Veto</translation>
    </message>
    <message>
        <source>none valid</source>
        <translation>keiner gültig</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>%1 was taken out by %2: %3</source>
        <translation>%1 wurde von %2 herausgenommen: %3</translation>
    </message>
    <message>
        <source>%1: %2 samples were invalid and are left out</source>
        <translation>%1: %2 Messwerte waren ungültig und sind ausgelassen</translation>
    </message>
    <message>
        <source>Detector; sorts in ring order</source>
        <translation>Detektor; sortiert in Ringfolge</translation>
    </message>
    <message>
        <source>detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>Valid samples</source>
        <translation>Gültige Messwerte</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Valid samples over those due at 10 Hz</source>
        <translation>Gültige Messwerte im Verhältnis zu den bei 10 Hz fälligen</translation>
    </message>
    <message>
        <source>coverage
[%]</source>
        <translation>Abdeckung
[%]</translation>
    </message>
    <message>
        <source>Mean of x, + outward</source>
        <translation>Mittel von x, + nach außen</translation>
    </message>
    <message>
        <source>mean x
[%1]</source>
        <translation>Mittel x
[%1]</translation>
    </message>
    <message>
        <source>Mean of y, + up</source>
        <translation>Mittel von y, + nach oben</translation>
    </message>
    <message>
        <source>mean y
[%1]</source>
        <translation>Mittel y
[%1]</translation>
    </message>
    <message>
        <source>Standard deviation of the samples of x</source>
        <translation>Standardabweichung der Messwerte von x</translation>
    </message>
    <message>
        <source>σ x
[%1]</source>
        <translation>σ x
[%1]</translation>
    </message>
    <message>
        <source>Standard deviation of the samples of y</source>
        <translation>Standardabweichung der Messwerte von y</translation>
    </message>
    <message>
        <source>σ y
[%1]</source>
        <translation>σ y
[%1]</translation>
    </message>
    <message>
        <source>Correlation of x and y; only samples tell it</source>
        <translation>Korrelation von x und y; nur Messwerte verraten sie</translation>
    </message>
    <message>
        <source>ρ xy</source>
        <translation>ρ xy</translation>
    </message>
    <message>
        <source>Highest less lowest x</source>
        <translation>Größtes minus kleinstes x</translation>
    </message>
    <message>
        <source>p–p x
[%1]</source>
        <translation>p–p x
[%1]</translation>
    </message>
    <message>
        <source>Highest less lowest y</source>
        <translation>Größtes minus kleinstes y</translation>
    </message>
    <message>
        <source>p–p y
[%1]</source>
        <translation>p–p y
[%1]</translation>
    </message>
    <message>
        <source>Drift of x, least squares against time</source>
        <translation>Drift von x, kleinste Quadrate über der Zeit</translation>
    </message>
    <message>
        <source>slope x
[%1/h]</source>
        <translation>Steigung x
[%1/h]</translation>
    </message>
    <message>
        <source>Drift of y, least squares against time</source>
        <translation>Drift von y, kleinste Quadrate über der Zeit</translation>
    </message>
    <message>
        <source>slope y
[%1/h]</source>
        <translation>Steigung y
[%1/h]</translation>
    </message>
</context>
<context>
    <name>cbpm::StatisticsPage</name>
    <message>
        <source>&amp;Read the samples</source>
        <translation>Messwerte &amp;lesen</translation>
    </message>
    <message>
        <source>Goes over every sample of the stretch: exact at its ends, and with ρ</source>
        <translation>Geht über jeden Messwert der Strecke: genau an ihren Enden, und mit ρ</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Puts the table on the clipboard, tab separated (Ctrl+C)</source>
        <translation>Legt die Tabelle in die Zwischenablage, mit Tabulatoren (Strg+C)</translation>
    </message>
    <message>
        <source>Save as CS&amp;V…</source>
        <translation>Als CS&amp;V sichern…</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Statistics of each detector</source>
        <translation>Statistik jedes Detektors</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>samples: %1, of %2 of %3 detectors</source>
        <translation>Messwerte: %1, von %2 von %3 Detektoren</translation>
    </message>
    <message>
        <source>%1 · from samples</source>
        <translation>%1 · aus Messwerten</translation>
    </message>
    <message>
        <source>%1 · from %2 bins: %3</source>
        <translation>%1 · aus Bins von %2: %3</translation>
    </message>
    <message>
        <source>%1 · from %2 bins, reading samples: %3 %</source>
        <translation>%1 · aus Bins von %2, Messwerte werden gelesen: %3 %</translation>
    </message>
    <message>
        <source>%1 · from %2 bins</source>
        <translation>%1 · aus Bins von %2</translation>
    </message>
    <message>
        <source>there are no statistics to save</source>
        <translation>es gibt keine Statistik zu sichern</translation>
    </message>
    <message>
        <source>fetch a range first</source>
        <translation>zuerst einen Bereich laden</translation>
    </message>
    <message>
        <source>Save the statistics</source>
        <translation>Statistik sichern</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>%1 gesichert</translation>
    </message>
</context>
<context>
    <name>cbpm::StatusPanel</name>
    <message>
        <source>last error: none</source>
        <translation>letzter Fehler: keiner</translation>
    </message>
    <message>
        <source>data are %1 ahead of the clock</source>
        <translation>Daten sind der Uhr um %1 voraus</translation>
    </message>
    <message>
        <source>data age %1</source>
        <translation>Datenalter %1</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>trigger %1: %2 of %3 detectors</source>
        <translation>Trigger %1: %2 von %3 Detektoren</translation>
    </message>
    <message>
        <source>%1, missing %2</source>
        <translation>%1, es fehlen %2</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>Keine Quelle</translation>
    </message>
    <message>
        <source>Empty: nothing is loaded</source>
        <translation>Leer: nichts geladen</translation>
    </message>
    <message>
        <source>Empty: no samples in the range asked for</source>
        <translation>Leer: keine Messwerte im gewünschten Bereich</translation>
    </message>
    <message>
        <source>Opening the source</source>
        <translation>Quelle wird geöffnet</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Complete to %1</source>
        <translation>Vollständig bis %1</translation>
    </message>
    <message>
        <source>Cancelled before any data came</source>
        <translation>Abgebrochen, bevor Daten kamen</translation>
    </message>
    <message>
        <source>Partial: up to %1</source>
        <translation>Teilweise: bis %1</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Error; shown up to %1</source>
        <translation>Fehler; gezeigt bis %1</translation>
    </message>
    <message>
        <source>Replay stands</source>
        <translation>Wiedergabe steht</translation>
    </message>
    <message>
        <source>Replay ×%1</source>
        <translation>Wiedergabe ×%1</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Live, paused</source>
        <translation>Live, angehalten</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>coverage %1 %</source>
        <translation>Abdeckung %1 %</translation>
    </message>
    <message>
        <source>%1 of %2 detectors loaded</source>
        <translation>%1 von %2 Detektoren geladen</translation>
    </message>
    <message>
        <source>missing detectors: %1</source>
        <translation>fehlende Detektoren: %1</translation>
    </message>
    <message>
        <source>%1 samples invalid (%2)</source>
        <translation>%1 Messwerte ungültig (%2)</translation>
    </message>
    <message>
        <source>%1 duplicates</source>
        <translation>%1 doppelte</translation>
    </message>
    <message>
        <source>detectors unknown to the table: %1</source>
        <translation>der Tabelle unbekannte Detektoren: %1</translation>
    </message>
    <message>
        <source>Partial: from %1 on</source>
        <translation>Teilweise: ab %1</translation>
    </message>
    <message>
        <source>Error; shown from %1 on</source>
        <translation>Fehler; gezeigt ab %1</translation>
    </message>
    <message>
        <source>Cancelled: Fetch asks for what is missing</source>
        <translation>Abgebrochen: Laden holt, was fehlt</translation>
    </message>
    <message>
        <source>Choose a range within %1: there are samples</source>
        <translation>Wählen Sie einen Bereich in %1: dort gibt es Messwerte</translation>
    </message>
</context>
<context>
    <name>cbpm::TablePage</name>
    <message>
        <source>Which table, and which column is what?</source>
        <translation>Welche Tabelle, und welche Spalte ist was?</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Look &amp;again</source>
        <translation>E&amp;rneut ansehen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>Top inner button</source>
        <translation>Button oben innen</translation>
    </message>
    <message>
        <source>Top outer button</source>
        <translation>Button oben außen</translation>
    </message>
    <message>
        <source>Bottom inner button</source>
        <translation>Button unten innen</translation>
    </message>
    <message>
        <source>Bottom outer button</source>
        <translation>Button unten außen</translation>
    </message>
    <message>
        <source>Zone of the times</source>
        <translation>Zone der Zeiten</translation>
    </message>
    <message>
        <source>For a column of times without a zone; the others say it themselves</source>
        <translation>Für eine Zeitspalte ohne Zone; die anderen sagen sie selbst</translation>
    </message>
    <message>
        <source>The newest rows, as they would be read</source>
        <translation>Die neuesten Zeilen, wie sie gelesen würden</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Top inner</source>
        <translation>Oben innen</translation>
    </message>
    <message>
        <source>Bottom inner</source>
        <translation>Unten innen</translation>
    </message>
    <message>
        <source>Bottom outer</source>
        <translation>Unten außen</translation>
    </message>
    <message>
        <source>Top outer</source>
        <translation>Oben außen</translation>
    </message>
    <message>
        <source>x [mm]</source>
        <translation>x [mm]</translation>
    </message>
    <message>
        <source>y [mm]</source>
        <translation>y [mm]</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>Looking for tables that may hold readings</source>
        <translation>Tabellen, die Messwerte enthalten könnten, werden gesucht</translation>
    </message>
    <message>
        <source>%1. Back leads to the server.</source>
        <translation>%1. Zurück führt zum Server.</translation>
    </message>
    <message>
        <source>No table of this database has a time, a detector and four numbers in a row. Is it another database? Back leads to the server.</source>
        <translation>Keine Tabelle dieser Datenbank hat eine Zeit, einen Detektor und vier Zahlen je Zeile. Ist es eine andere Datenbank? Zurück führt zum Server.</translation>
    </message>
    <message>
        <source>%1 (no right to read it)</source>
        <translation>%1 (kein Leserecht)</translation>
    </message>
    <message>
        <source>%1 (about %2 rows)</source>
        <translation>%1 (etwa %2 Zeilen)</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>Choose a column for each of the six, none of them twice.</source>
        <translation>Für jedes der sechs eine Spalte wählen, keine doppelt.</translation>
    </message>
    <message>
        <source>Reading the newest rows</source>
        <translation>Die neuesten Zeilen werden gelesen</translation>
    </message>
    <message>
        <source>The table is empty so far.</source>
        <translation>Die Tabelle ist noch leer.</translation>
    </message>
    <message>
        <source>The newest rows as they would be read. Do time, detector and positions look right?</source>
        <translation>Die neuesten Zeilen, wie sie gelesen würden. Stimmen Zeit, Detektor und Positionen?</translation>
    </message>
</context>
<context>
    <name>cbpm::TimeBar</name>
    <message>
        <source>Li&amp;ve</source>
        <translation>Li&amp;ve</translation>
    </message>
    <message>
        <source>What is happening now</source>
        <translation>Was gerade geschieht</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Historie</translation>
    </message>
    <message>
        <source>The range above</source>
        <translation>Der Bereich oben</translation>
    </message>
    <message>
        <source>Re&amp;play</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>The range above, as if it were now</source>
        <translation>Der Bereich oben, als wäre er jetzt</translation>
    </message>
    <message>
        <source>2026-03-02 08:00, 2026-03-02T08:00Z, now, -2h, -1d, -30min</source>
        <translation>2026-03-02 08:00, 2026-03-02T08:00Z, now, -2h, -1d, -30min</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>t&amp;o</source>
        <translation>&amp;bis</translation>
    </message>
    <message>
        <source>&amp;every</source>
        <translation>&amp;alle</translation>
    </message>
    <message>
        <source>Interval of the bins</source>
        <translation>Intervall der Bins</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>30 min</source>
        <translation>30 min</translation>
    </message>
    <message>
        <source>2 h</source>
        <translation>2 h</translation>
    </message>
    <message>
        <source>8 h</source>
        <translation>8 h</translation>
    </message>
    <message>
        <source>1 d</source>
        <translation>1 d</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 d</translation>
    </message>
    <message>
        <source>The last %1</source>
        <translation>Die letzten %1</translation>
    </message>
    <message>
        <source>One window back</source>
        <translation>Ein Fenster zurück</translation>
    </message>
    <message>
        <source>One window forward</source>
        <translation>Ein Fenster vor</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>&amp;Laden</translation>
    </message>
    <message>
        <source>Load this range (F5)</source>
        <translation>Diesen Bereich laden (F5)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Stop loading; what has come stays (Esc)</source>
        <translation>Laden anhalten; was da ist, bleibt (Esc)</translation>
    </message>
    <message>
        <source>Progress of the load</source>
        <translation>Fortschritt des Ladens</translation>
    </message>
    <message>
        <source>%1 M rows/s   %2 s left</source>
        <translation>%1 Mio. Zeilen/s   noch %2 s</translation>
    </message>
</context>
<context>
    <name>cbpm::TrendPage</name>
    <message>
        <source>Position against time</source>
        <translation>Position über der Zeit</translation>
    </message>
    <message>
        <source>Shown detectors</source>
        <translation>Gezeigte Detektoren</translation>
    </message>
    <message>
        <source>What the trend shows</source>
        <translation>Was der Verlauf zeigt</translation>
    </message>
    <message>
        <source>&amp;strips</source>
        <translation>&amp;Streifen</translation>
    </message>
    <message>
        <source>Each detector in a plot of its own</source>
        <translation>Jeder Detektor in eigenem Diagramm</translation>
    </message>
    <message>
        <source>lo&amp;g</source>
        <translation>lo&amp;g</translation>
    </message>
    <message>
        <source>Logarithmic values</source>
        <translation>Logarithmische Werte</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Pan left</source>
        <translation>Nach links schieben</translation>
    </message>
    <message>
        <source>Pan right</source>
        <translation>Nach rechts schieben</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Put mark A at the cursor</source>
        <translation>Marke A an den Cursor setzen</translation>
    </message>
    <message>
        <source>Put mark B at the cursor</source>
        <translation>Marke B an den Cursor setzen</translation>
    </message>
    <message>
        <source>Remove the marks</source>
        <translation>Marken entfernen</translation>
    </message>
    <message>
        <source>%1 (no data)</source>
        <translation>%1 (keine Daten)</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>%1: lowest and highest value; empty: automatic</source>
        <translation>%1: kleinster und größter Wert; leer: automatisch</translation>
    </message>
    <message>
        <source>%1 bins · %2 points · %3 % coverage</source>
        <translation>Bins von %1 · %2 Punkte · %3 % Abdeckung</translation>
    </message>
    <message>
        <source>What the axis at the right shows</source>
        <translation>Was die rechte Achse zeigt</translation>
    </message>
    <message>
        <source>right: nothing else</source>
        <translation>rechts: nichts</translation>
    </message>
    <message>
        <source>right: %1</source>
        <translation>rechts: %1</translation>
    </message>
</context>
<context>
    <name>cbpm::VetoDialog</name>
    <message>
        <source>Veto</source>
        <translation>Veto</translation>
    </message>
    <message>
        <source>%1 leave(s) orbits and statistics, for every program of yours, until the veto is lifted.</source>
        <translation>%1: aus Orbits und Statistik genommen, für alle eigenen Programme, bis das Veto aufgehoben wird.</translation>
    </message>
    <message>
        <source>Reason of the veto</source>
        <translation>Grund des Vetos</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>&amp;Veto</source>
        <translation>&amp;Veto</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>&amp;Autor</translation>
    </message>
    <message>
        <source>%1 leave(s) orbits and statistics, for all who share this site&apos;s decisions, until the veto is lifted.</source>
        <translation>%1: nicht mehr in Orbits und Statistik, für alle, die die Entscheidungen der Anlage teilen, bis das Veto aufgehoben wird.</translation>
    </message>
</context>
<context>
    <name>cbpm::ViewFiles</name>
    <message>
        <source>Save the view</source>
        <translation>Ansicht sichern</translation>
    </message>
    <message>
        <source>Views (*.cbpm3view)</source>
        <translation>Ansichten (*.cbpm3view)</translation>
    </message>
    <message>
        <source>The view was saved to %1</source>
        <translation>Die Ansicht wurde in %1 gesichert</translation>
    </message>
    <message>
        <source>Open a view</source>
        <translation>Ansicht öffnen</translation>
    </message>
    <message>
        <source>Views (*.cbpm3view);;All files (*)</source>
        <translation>Ansichten (*.cbpm3view);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;Injection</source>
        <translation>&amp;Injektion</translation>
    </message>
    <message>
        <source>&amp;Drift over a day</source>
        <translation>&amp;Drift über einen Tag</translation>
    </message>
    <message>
        <source>&amp;One sector</source>
        <translation>Ein &amp;Sektor</translation>
    </message>
    <message>
        <source>&amp;X-ray source points</source>
        <translation>&amp;Röntgen-Quellpunkte</translation>
    </message>
</context>
<context>
    <name>cbpm::WaterfallPage</name>
    <message>
        <source>What the image shows</source>
        <translation>Was das Bild zeigt</translation>
    </message>
    <message>
        <source>change of %1</source>
        <translation>Änderung von %1</translation>
    </message>
    <message>
        <source>rms of %1 per bin</source>
        <translation>rms von %1 je Bin</translation>
    </message>
    <message>
        <source>Waterfall</source>
        <translation>Wasserfall</translation>
    </message>
    <message>
        <source>The whole ring against time</source>
        <translation>Der ganze Ring über der Zeit</translation>
    </message>
    <message>
        <source>No data: fetch a range.</source>
        <translation>Keine Daten: einen Bereich laden.</translation>
    </message>
    <message>
        <source>since the left edge</source>
        <translation>seit dem linken Rand</translation>
    </message>
    <message>
        <source>What the change is against</source>
        <translation>Wogegen die Änderung gilt</translation>
    </message>
    <message>
        <source>%1 of %2 detectors · %3 bins</source>
        <translation>%1 von %2 Detektoren · %3 Bins</translation>
    </message>
    <message>
        <source>grey: no data, or none in the reference</source>
        <translation>grau: keine Daten, oder keine in der Referenz</translation>
    </message>
    <message>
        <source>grey: no data</source>
        <translation>grau: keine Daten</translation>
    </message>
</context>
<context>
    <name>cbpm::WorkLabel</name>
    <message>
        <source>What is being done, or what came of it</source>
        <translation>Was getan wird oder was dabei herauskam</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>&amp;Anhalten</translation>
    </message>
</context>
<context>
    <name>cbpm::XyPage</name>
    <message>
        <source>x-y</source>
        <translation>x-y</translation>
    </message>
    <message>
        <source>Statistics of the detector</source>
        <translation>Statistik des Detektors</translation>
    </message>
    <message>
        <source>Which of the selected detectors</source>
        <translation>Welcher der gewählten Detektoren</translation>
    </message>
    <message>
        <source>&amp;all samples</source>
        <translation>&amp;alle Messwerte</translation>
    </message>
    <message>
        <source>Shows the outermost samples, too; else the middle of them, with a margin</source>
        <translation>Zeigt auch die äußersten Messwerte; sonst deren Mitte mit Rand</translation>
    </message>
    <message>
        <source>&amp;chamber</source>
        <translation>&amp;Kammer</translation>
    </message>
    <message>
        <source>Shows the inside of the vacuum chamber at this detector</source>
        <translation>Zeigt das Innere der Vakuumkammer an diesem Detektor</translation>
    </message>
    <message>
        <source>&amp;log colours</source>
        <translation>&amp;log. Farben</translation>
    </message>
    <message>
        <source>Density of positions</source>
        <translation>Dichte der Positionen</translation>
    </message>
    <message>
        <source>samples per cell</source>
        <translation>Messwerte je Zelle</translation>
    </message>
    <message>
        <source>Select a detector.</source>
        <translation>Einen Detektor wählen.</translation>
    </message>
    <message>
        <source>Reading the samples</source>
        <translation>Messwerte werden gelesen</translation>
    </message>
    <message>
        <source>%1: none of %2 samples is valid</source>
        <translation>%1: keiner von %2 Messwerten ist gültig</translation>
    </message>
    <message>
        <source>%1: no data</source>
        <translation>%1: keine Daten</translation>
    </message>
    <message>
        <source>samples: %1</source>
        <translation>Messwerte: %1</translation>
    </message>
    <message>
        <source>invalid and left out: %1</source>
        <translation>ungültig und ausgelassen: %1</translation>
    </message>
    <message>
        <source>outside the picture: %1</source>
        <translation>außerhalb des Bildes: %1</translation>
    </message>
    <message>
        <source>too many: only the newest</source>
        <translation>zu viele: nur die neuesten</translation>
    </message>
    <message>
        <source>reading samples: %1 %</source>
        <translation>Messwerte werden gelesen: %1 %</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>mean x</source>
        <translation>Mittel x</translation>
    </message>
    <message>
        <source>mean y</source>
        <translation>Mittel y</translation>
    </message>
    <message>
        <source>σ x</source>
        <translation>σ x</translation>
    </message>
    <message>
        <source>σ y</source>
        <translation>σ y</translation>
    </message>
    <message>
        <source>ρ xy</source>
        <translation>ρ xy</translation>
    </message>
    <message>
        <source>major axis</source>
        <translation>große Achse</translation>
    </message>
    <message>
        <source>minor axis</source>
        <translation>kleine Achse</translation>
    </message>
    <message>
        <source>tilt</source>
        <translation>Neigung</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>p–p x</source>
        <translation>p–p x</translation>
    </message>
    <message>
        <source>p–p y</source>
        <translation>p–p y</translation>
    </message>
    <message>
        <source>x [%1], + outward</source>
        <translation>x [%1], + nach außen</translation>
    </message>
    <message>
        <source>y [%1], + up</source>
        <translation>y [%1], + nach oben</translation>
    </message>
</context>
</TS>
