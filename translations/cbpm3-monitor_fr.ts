<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>CoreTexts</name>
    <message>
        <source>no text in UTF-8</source>
        <translation>ce n&apos;est pas du texte en UTF-8</translation>
    </message>
    <message>
        <source>the header has no column location</source>
        <translation>l&apos;en-tête n&apos;a pas de colonne location</translation>
    </message>
    <message>
        <source>%1 names no detector</source>
        <translation>%1 ne nomme aucun détecteur</translation>
    </message>
    <message>
        <source>give one line per detector</source>
        <translation>donner une ligne par détecteur</translation>
    </message>
    <message>
        <source>%1 fields where the header has %2</source>
        <translation>%1 champs là où l&apos;en-tête en a %2</translation>
    </message>
    <message>
        <source>%1 line %2</source>
        <translation>%1, ligne %2</translation>
    </message>
    <message>
        <source>%1 cannot be &quot;%2&quot;</source>
        <translation>%1 ne peut pas être « %2 »</translation>
    </message>
    <message>
        <source>%1 is out of any physical range</source>
        <translation>%1 est hors de toute plage physique</translation>
    </message>
    <message>
        <source>location is empty</source>
        <translation>location est vide</translation>
    </message>
    <message>
        <source>location %1 stands twice for the same time of validity</source>
        <translation>l&apos;emplacement %1 figure deux fois pour le même début de validité</translation>
    </message>
    <message>
        <source>%1 line %2, column %3: %4</source>
        <translation>%1, ligne %2, colonne %3 : %4</translation>
    </message>
    <message>
        <source>see the column list of --detector-table</source>
        <translation>voir la liste des colonnes de --detector-table</translation>
    </message>
    <message>
        <source>detector table %1 cannot be read: %2</source>
        <translation>la table de détecteurs %1 ne peut pas être lue : %2</translation>
    </message>
    <message>
        <source>check the path and its rights</source>
        <translation>vérifier le chemin et ses droits</translation>
    </message>
    <message>
        <source>%1 has no [BPM_…] section</source>
        <translation>%1 n&apos;a pas de section [BPM_…]</translation>
    </message>
    <message>
        <source>give the ring&apos;s detector file, or a CSV</source>
        <translation>donner le fichier de détecteurs de l&apos;anneau, ou un CSV</translation>
    </message>
    <message>
        <source>correct it there</source>
        <translation>le corriger à cet endroit</translation>
    </message>
    <message>
        <source>a section without its closing bracket</source>
        <translation>une section sans crochet fermant</translation>
    </message>
    <message>
        <source>%1 is no name: up to 63 printable characters, no comma</source>
        <translation>%1 n&apos;est pas un nom : jusqu&apos;à 63 caractères imprimables, sans virgule</translation>
    </message>
    <message>
        <source>%1 is no whole number</source>
        <translation>%1 n&apos;est pas un nombre entier</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;, no length between 0.1 mm and 1 m</source>
        <translation>%1 vaut « %2 », ce n&apos;est pas une longueur entre 0.1 mm et 1 m</translation>
    </message>
    <message>
        <source>a section without .DETECTOR_LOCATION</source>
        <translation>une section sans .DETECTOR_LOCATION</translation>
    </message>
    <message>
        <source>location %1 stands twice</source>
        <translation>l&apos;emplacement %1 figure deux fois</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 ne peut pas être écrit</translation>
    </message>
    <message>
        <source>choose a folder that exists and that you may write to</source>
        <translation>choisir un dossier qui existe et où vous pouvez écrire</translation>
    </message>
    <message>
        <source>writing %1 failed (%2 bytes free): the file was not made</source>
        <translation>l&apos;écriture de %1 a échoué (%2 octets libres) : le fichier n&apos;a pas été créé</translation>
    </message>
    <message>
        <source>free space there or choose another folder</source>
        <translation>y libérer de la place ou choisir un autre dossier</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 ne peut pas être écrit : %2</translation>
    </message>
    <message>
        <source>standard output was closed after %1 bytes</source>
        <translation>la sortie standard a été fermée après %1 octets</translation>
    </message>
    <message>
        <source>writing %1 failed after %2 bytes (%3 bytes free): the file was not made</source>
        <translation>l&apos;écriture de %1 a échoué après %2 octets (%3 octets libres) : le fichier n&apos;a pas été créé</translation>
    </message>
    <message>
        <source>%1 has %2 valid samples in this range, too few to fit gains to</source>
        <translation>%1 a %2 mesures valides sur cette plage, trop peu pour ajuster des gains à</translation>
    </message>
    <message>
        <source>choose a longer range, or one with beam</source>
        <translation>choisir une plage plus longue, ou une avec du faisceau</translation>
    </message>
    <message>
        <source>%1: the value does not fit into a line of a profile</source>
        <translation>%1 : la valeur ne tient pas sur une ligne d&apos;un profil</translation>
    </message>
    <message>
        <source>leave out line breaks, and blanks at its ends</source>
        <translation>supprimer les sauts de ligne et les blancs aux extrémités</translation>
    </message>
    <message>
        <source>no key of a profile</source>
        <translation>ce n&apos;est pas une clé de profil</translation>
    </message>
    <message>
        <source>write one of %1, and = after it</source>
        <translation>écrire une de %1, suivie de =</translation>
    </message>
    <message>
        <source>%1 stands there twice</source>
        <translation>%1 y figure deux fois</translation>
    </message>
    <message>
        <source>take one of the two out</source>
        <translation>enlever l&apos;une des deux</translation>
    </message>
    <message>
        <source>%1 is not a text file in UTF-8</source>
        <translation>%1 n&apos;est pas un fichier texte en UTF-8</translation>
    </message>
    <message>
        <source>write it anew with Data &gt; Profiles</source>
        <translation>l&apos;écrire à nouveau avec Données &gt; Profils</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, ligne %2 : %3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a profile</source>
        <translation>« %1 » ne peut pas être le nom d&apos;un profil</translation>
    </message>
    <message>
        <source>begin with a letter or digit; up to 64 letters, digits, blanks and -_.+() are allowed</source>
        <translation>commencer par une lettre ou un chiffre ; sont permis jusqu&apos;à 64 lettres, chiffres, blancs et -_.+()</translation>
    </message>
    <message>
        <source>there is no profile &quot;%1&quot;</source>
        <translation>il n&apos;y a pas de profil « %1 »</translation>
    </message>
    <message>
        <source>none is there yet: make one with Data &gt; Profiles, or in %1</source>
        <translation>il n&apos;y en a pas encore : en créer un avec Données &gt; Profils, ou dans %1</translation>
    </message>
    <message>
        <source>choose one of </source>
        <translation>choisir parmi </translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a profile of the site</source>
        <translation>« %1 » est un profil du site</translation>
    </message>
    <message>
        <source>duplicate it</source>
        <translation>dupliquez-le</translation>
    </message>
    <message>
        <source>there is a profile &quot;%1&quot; already</source>
        <translation>il y a déjà un profil « %1 »</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>choisir un autre nom</translation>
    </message>
    <message>
        <source>%1 cannot be renamed: %2</source>
        <translation>%1 ne peut pas être renommé : %2</translation>
    </message>
    <message>
        <source>check the rights of the folder</source>
        <translation>vérifier les droits du dossier</translation>
    </message>
    <message>
        <source>ask its administrator</source>
        <translation>demander à son administrateur</translation>
    </message>
    <message>
        <source>%1 cannot be removed: %2</source>
        <translation>%1 ne peut pas être supprimé : %2</translation>
    </message>
    <message>
        <source> (tried %1 times)</source>
        <translation> (essayé %1 fois)</translation>
    </message>
    <message>
        <source>the folder of %1 cannot be made</source>
        <translation>le dossier de %1 ne peut pas être créé</translation>
    </message>
    <message>
        <source>set XDG_CACHE_HOME to a folder that you may write to</source>
        <translation>régler XDG_CACHE_HOME sur un dossier où vous pouvez écrire</translation>
    </message>
    <message>
        <source>the source is of no known kind</source>
        <translation>la source n&apos;est d&apos;aucun genre connu</translation>
    </message>
    <message>
        <source>%1 of the table&apos;s %2</source>
        <translation>%1 sur les %2 de la table</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>the prepared cells were taken away meanwhile</source>
        <translation>les cellules préparées ont été enlevées entre-temps</translation>
    </message>
    <message>
        <source>fetch again</source>
        <translation>charger à nouveau</translation>
    </message>
    <message>
        <source>: there is no line of columns</source>
        <translation> : il n&apos;y a pas de ligne de colonnes</translation>
    </message>
    <message>
        <source>column %1 stands twice</source>
        <translation>la colonne %1 figure deux fois</translation>
    </message>
    <message>
        <source>more than %1 detectors</source>
        <translation>plus de %1 détecteurs</translation>
    </message>
    <message>
        <source>the columns are location,x_mm,y_mm,x_std_mm,y_std_mm,count</source>
        <translation>les colonnes sont location,x_mm,y_mm,x_std_mm,y_std_mm,count</translation>
    </message>
    <message>
        <source>%1 is larger than %2 bytes</source>
        <translation>%1 dépasse %2 octets</translation>
    </message>
    <message>
        <source>a reference orbit has a line per detector</source>
        <translation>une orbite de référence a une ligne par détecteur</translation>
    </message>
    <message>
        <source>it is no reference orbit</source>
        <translation>ce n&apos;est pas une orbite de référence</translation>
    </message>
    <message>
        <source>%1 was written by a later version</source>
        <translation>%1 a été écrit par une version plus récente</translation>
    </message>
    <message>
        <source>open it with that version</source>
        <translation>l&apos;ouvrir avec cette version</translation>
    </message>
    <message>
        <source>%1 of %2 is no number</source>
        <translation>%1 de %2 n&apos;est pas un nombre</translation>
    </message>
    <message>
        <source>%1: %2 at byte %3</source>
        <translation>%1 : %2 à l&apos;octet %3</translation>
    </message>
    <message>
        <source>the reference has no name</source>
        <translation>la référence n&apos;a pas de nom</translation>
    </message>
    <message>
        <source>give it one</source>
        <translation>lui en donner un</translation>
    </message>
    <message>
        <source>name, author, table version and method may have %1 characters each</source>
        <translation>le nom, l&apos;auteur, la version de la table et la méthode peuvent avoir %1 caractères chacun</translation>
    </message>
    <message>
        <source>the comment may have %1 characters</source>
        <translation>le commentaire peut avoir %1 caractères</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no location</source>
        <translation>« %1 » n&apos;est pas un emplacement</translation>
    </message>
    <message>
        <source>the position at %1 is beyond any ring</source>
        <translation>la position en %1 est hors de tout anneau</translation>
    </message>
    <message>
        <source>the spread at %1 cannot be negative or beyond any ring</source>
        <translation>la dispersion en %1 ne peut pas être négative ni dépasser tout anneau</translation>
    </message>
    <message>
        <source>it holds no position</source>
        <translation>elle ne contient aucune position</translation>
    </message>
    <message>
        <source>%1 holds more than %2 reference orbits: older ones are not shown</source>
        <translation>%1 contient plus de %2 orbites de référence : les plus anciennes ne sont pas montrées</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ne peut pas être lu : %2</translation>
    </message>
    <message>
        <source>it is no list of vetoes</source>
        <translation>ce n&apos;est pas une liste de vetos</translation>
    </message>
    <message>
        <source>more than %1 vetoes</source>
        <translation>plus de %1 vetos</translation>
    </message>
    <message>
        <source>a veto has no location or no time</source>
        <translation>un veto n&apos;a pas d&apos;emplacement ou pas d&apos;heure</translation>
    </message>
    <message>
        <source>%1 is being written by another program, or cannot be</source>
        <translation>%1 est en cours d&apos;écriture par un autre programme, ou ne peut pas être écrit</translation>
    </message>
    <message>
        <source>try again, or check the rights of the folder</source>
        <translation>réessayer, ou vérifier les droits du dossier</translation>
    </message>
    <message>
        <source>archive %1 has more beside its samples than archives hold</source>
        <translation>l&apos;archive %1 contient, outre ses mesures, plus que n&apos;en contiennent les archives</translation>
    </message>
    <message>
        <source>do not trust this file</source>
        <translation>ne pas se fier à ce fichier</translation>
    </message>
    <message>
        <source>archive %1 does not exist</source>
        <translation>l&apos;archive %1 n&apos;existe pas</translation>
    </message>
    <message>
        <source>check the path</source>
        <translation>vérifier le chemin</translation>
    </message>
    <message>
        <source>archive %1 cannot be read</source>
        <translation>l&apos;archive %1 ne peut pas être lue</translation>
    </message>
    <message>
        <source>check its rights</source>
        <translation>vérifier ses droits</translation>
    </message>
    <message>
        <source>archive %1 was left unfinished by a program that ended early</source>
        <translation>l&apos;archive %1 a été laissée inachevée par un programme qui s&apos;est terminé trop tôt</translation>
    </message>
    <message>
        <source>open it once where it may be written, with its -journal file beside it</source>
        <translation>l&apos;ouvrir une fois là où elle peut être écrite, avec son fichier -journal à côté</translation>
    </message>
    <message>
        <source>%1 is not an archive of this program</source>
        <translation>%1 n&apos;est pas une archive de ce programme</translation>
    </message>
    <message>
        <source>choose a .cbpm3 file</source>
        <translation>choisir un fichier .cbpm3</translation>
    </message>
    <message>
        <source>archive %1 is of format %2, this program reads up to %3</source>
        <translation>l&apos;archive %1 est au format %2, ce programme lit jusqu&apos;à %3</translation>
    </message>
    <message>
        <source>update the program</source>
        <translation>mettre le programme à jour</translation>
    </message>
    <message>
        <source>archive %1 holds views, triggers or formulas, which archives never do</source>
        <translation>l&apos;archive %1 contient des vues, des déclencheurs ou des formules, ce que les archives n&apos;ont jamais</translation>
    </message>
    <message>
        <source>writing %1 failed (%2; %3 bytes free)</source>
        <translation>l&apos;écriture de %1 a échoué (%2 ; %3 octets libres)</translation>
    </message>
    <message>
        <source>archive %1 is locked by another program</source>
        <translation>l&apos;archive %1 est verrouillée par un autre programme</translation>
    </message>
    <message>
        <source>try again in a moment</source>
        <translation>réessayer dans un instant</translation>
    </message>
    <message>
        <source>archive %1 is damaged (%2)</source>
        <translation>l&apos;archive %1 est endommagée (%2)</translation>
    </message>
    <message>
        <source>run cbpm3 verify on it, or use another copy</source>
        <translation>la vérifier avec cbpm3 verify, ou utiliser une autre copie</translation>
    </message>
    <message>
        <source>archive %1 is damaged: %2</source>
        <translation>l&apos;archive %1 est endommagée : %2</translation>
    </message>
    <message>
        <source>use another copy</source>
        <translation>utiliser une autre copie</translation>
    </message>
    <message>
        <source>archive %1: the block of %2 at %3 is damaged</source>
        <translation>archive %1 : le bloc de %2 en %3 est endommagé</translation>
    </message>
    <message>
        <source>archive %1: cells at %2 are damaged</source>
        <translation>archive %1 : les cellules en %2 sont endommagées</translation>
    </message>
    <message>
        <source>%1 could not be brought to disk: %2</source>
        <translation>%1 n&apos;a pas pu être porté sur le disque : %2</translation>
    </message>
    <message>
        <source>check the disk</source>
        <translation>vérifier le disque</translation>
    </message>
    <message>
        <source>archive %1: a block of %2 is damaged</source>
        <translation>archive %1 : un bloc de %2 est endommagé</translation>
    </message>
    <message>
        <source>write to another file</source>
        <translation>écrire dans un autre fichier</translation>
    </message>
    <message>
        <source>%1 cannot be made: %2</source>
        <translation>%1 ne peut pas être créé : %2</translation>
    </message>
    <message>
        <source>choose another place</source>
        <translation>choisir un autre endroit</translation>
    </message>
    <message>
        <source>%1: a block of %2 is damaged</source>
        <translation>%1 : un bloc de %2 est endommagé</translation>
    </message>
    <message>
        <source>prepare it anew with cbpm3 prepare --drop and cbpm3 prepare, or fetch with --path rows</source>
        <translation>le préparer à nouveau avec cbpm3 prepare --drop et cbpm3 prepare, ou charger avec --path rows</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s</source>
        <translation>%1 n&apos;a pas répondu en %2 s</translation>
    </message>
    <message>
        <source>no service file has a server &quot;%1&quot;</source>
        <translation>aucun fichier de services n&apos;a de serveur « %1 »</translation>
    </message>
    <message>
        <source>write it into ~/.pg_service.conf, or name host= and dbname=</source>
        <translation>l&apos;écrire dans ~/.pg_service.conf, ou donner host= et dbname=</translation>
    </message>
    <message>
        <source>check host, port and network</source>
        <translation>vérifier l&apos;hôte, le port et le réseau</translation>
    </message>
    <message>
        <source>the name of the server was not found within %1 s</source>
        <translation>le nom du serveur n&apos;a pas été trouvé en %1 s</translation>
    </message>
    <message>
        <source>check the network and its name service (DNS), or name the server by its address</source>
        <translation>vérifier le réseau et son service de noms (DNS), ou donner le serveur par son adresse</translation>
    </message>
    <message>
        <source>%1 goes on with what it was asked to stop</source>
        <translation>%1 continue ce qu&apos;il devait arrêter</translation>
    </message>
    <message>
        <source>check the network and the server, then fetch again</source>
        <translation>vérifier le réseau et le serveur, puis charger à nouveau</translation>
    </message>
    <message>
        <source>%1 sent nothing for %2 s</source>
        <translation>%1 n&apos;a rien envoyé pendant %2 s</translation>
    </message>
    <message>
        <source>the server or the network hangs, or the table has no index on its time column; see cbpm3 check</source>
        <translation>le serveur ou le réseau est bloqué, ou la table n&apos;a pas d&apos;index sur sa colonne de temps ; voir cbpm3 check</translation>
    </message>
    <message>
        <source>%1 answered something that was not asked</source>
        <translation>%1 a répondu à ce qui n&apos;était pas demandé</translation>
    </message>
    <message>
        <source>the link or a proxy damages data; fetch again</source>
        <translation>la liaison ou un mandataire abîme les données ; charger à nouveau</translation>
    </message>
    <message>
        <source>the connection string is not understood: %1</source>
        <translation>la chaîne de connexion n&apos;est pas comprise : %1</translation>
    </message>
    <message>
        <source>write host=… dbname=…, service=… or postgresql://…</source>
        <translation>écrire host=… dbname=…, service=… ou postgresql://…</translation>
    </message>
    <message>
        <source>the connection string is not understood</source>
        <translation>la chaîne de connexion n&apos;est pas comprise</translation>
    </message>
    <message>
        <source>the connection string holds a %1</source>
        <translation>la chaîne de connexion contient un %1</translation>
    </message>
    <message>
        <source>put it into ~/.pgpass (mode 0600) or a service file and leave it out here</source>
        <translation>le mettre dans ~/.pgpass (droits 0600) ou un fichier de services, et pas ici</translation>
    </message>
    <message>
        <source>%1: the COPY stream is damaged</source>
        <translation>%1 : le flux COPY est endommagé</translation>
    </message>
    <message>
        <source>%1: a row of prepared data is damaged</source>
        <translation>%1 : une ligne de données préparées est endommagée</translation>
    </message>
    <message>
        <source>fetch again; where that does not help, with --path rows</source>
        <translation>charger à nouveau ; si cela n&apos;aide pas, avec --path rows</translation>
    </message>
    <message>
        <source>%1 is ignored because others may read it: give it mode 0600</source>
        <translation>%1 est ignoré parce que d&apos;autres peuvent le lire : lui donner les droits 0600</translation>
    </message>
    <message>
        <source>put it into ~/.pgpass (mode 0600) or the service file</source>
        <translation>le mettre dans ~/.pgpass (droits 0600) ou le fichier de services</translation>
    </message>
    <message>
        <source>%1 wants a password and none was found</source>
        <translation>%1 veut un mot de passe et aucun n&apos;a été trouvé</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>%1 ne peut pas être atteint : %2</translation>
    </message>
    <message>
        <source>%1: the connection was lost</source>
        <translation>%1 : la connexion a été perdue</translation>
    </message>
    <message>
        <source>no host of the list can be used: %1</source>
        <translation>aucun hôte de la liste n&apos;est utilisable : %1</translation>
    </message>
    <message>
        <source>%1 announces no more rows</source>
        <translation>%1 n&apos;annonce plus de lignes</translation>
    </message>
    <message>
        <source>%1: the COPY stream ended early</source>
        <translation>%1 : le flux COPY s&apos;est terminé trop tôt</translation>
    </message>
    <message>
        <source>this program has all the sessions that it may have</source>
        <translation>ce programme a toutes les sessions auxquelles il a droit</translation>
    </message>
    <message>
        <source>%1: others read there, too</source>
        <translation>%1 : d&apos;autres y lisent aussi</translation>
    </message>
    <message>
        <source>%1: no %2 of these columns%3 are prepared beside table &quot;%4&quot;</source>
        <translation>%1 : aucun %2 de ces colonnes%3 n&apos;est préparé à côté de la table « %4 »</translation>
    </message>
    <message>
        <source> and constants</source>
        <translation> et constantes</translation>
    </message>
    <message>
        <source>have its owner run cbpm3 prepare, or leave --path out</source>
        <translation>faire exécuter cbpm3 prepare par son propriétaire, ou ne pas donner --path</translation>
    </message>
    <message>
        <source>%1: column &quot;%2&quot; of table &quot;%3&quot; has a type that cannot be written to</source>
        <translation>%1 : la colonne « %2 » de la table « %3 » a un type où l&apos;on ne peut pas écrire</translation>
    </message>
    <message>
        <source>it must be %1</source>
        <translation>elle doit être %1</translation>
    </message>
    <message>
        <source>timestamptz, timestamp in UTC, or float8 seconds</source>
        <translation>timestamptz, timestamp en UTC, ou float8 en secondes</translation>
    </message>
    <message>
        <source>text or an integer</source>
        <translation>du texte ou un entier</translation>
    </message>
    <message>
        <source>int2, int4, int8, float4 or float8</source>
        <translation>int2, int4, int8, float4 ou float8</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no table</source>
        <translation>%1 : « %2 » n&apos;est pas une table</translation>
    </message>
    <message>
        <source>prepare the table that the rows are in</source>
        <translation>préparer la table où sont les lignes</translation>
    </message>
    <message>
        <source>prepare as the owner of the table, who may create tables and functions in its schema</source>
        <translation>préparer en tant que propriétaire de la table, qui peut créer des tables et des fonctions dans son schéma</translation>
    </message>
    <message>
        <source>%1: there is no transaction to share</source>
        <translation>%1 : il n&apos;y a pas de transaction à partager</translation>
    </message>
    <message>
        <source>%1: a row of a rollup is damaged</source>
        <translation>%1 : une ligne d&apos;un condensé est endommagée</translation>
    </message>
    <message>
        <source>prepare it anew with cbpm3 prepare --drop and cbpm3 prepare</source>
        <translation>le préparer à nouveau avec cbpm3 prepare --drop et cbpm3 prepare</translation>
    </message>
    <message>
        <source>%1: column &quot;%2&quot; of table &quot;%3&quot; is of type %4</source>
        <translation>%1 : la colonne « %2 » de la table « %3 » est du type %4</translation>
    </message>
    <message>
        <source>it must be %1; name another column with --columns</source>
        <translation>elle doit être %1 ; donner une autre colonne avec --columns</translation>
    </message>
    <message>
        <source>timestamptz, timestamp or a number of seconds</source>
        <translation>timestamptz, timestamp ou un nombre de secondes</translation>
    </message>
    <message>
        <source>text or a detector id</source>
        <translation>du texte ou un numéro de détecteur</translation>
    </message>
    <message>
        <source>an integer, real or numeric type</source>
        <translation>un type entier, réel ou numérique</translation>
    </message>
    <message>
        <source>none needed on a local socket</source>
        <translation>pas nécessaire sur une socket locale</translation>
    </message>
    <message>
        <source>none: anyone on the way can read along</source>
        <translation>aucun : n&apos;importe qui sur le chemin peut lire</translation>
    </message>
    <message>
        <source>add sslmode=verify-full to the connection string, and TLS to the server</source>
        <translation>ajouter sslmode=verify-full à la chaîne de connexion, et TLS au serveur</translation>
    </message>
    <message>
        <source>TLS, %1, and the server proved who it is</source>
        <translation>TLS, %1, et le serveur a prouvé qui il est</translation>
    </message>
    <message>
        <source>TLS, %1, with whoever answers</source>
        <translation>TLS, %1, avec quiconque répond</translation>
    </message>
    <message>
        <source>add sslmode=verify-full, and sslrootcert= with the certificate of the authority</source>
        <translation>ajouter sslmode=verify-full, et sslrootcert= avec le certificat de l&apos;autorité</translation>
    </message>
    <message>
        <source>after %1 ms</source>
        <translation>après %1 ms</translation>
    </message>
    <message>
        <source>after </source>
        <translation>après </translation>
    </message>
    <message>
        <source>one in the way of replay is cancelled %1, and done again once; hot_standby_feedback is %2</source>
        <translation>une lecture qui gêne la reprise du journal est annulée %1, et refaite une fois ; hot_standby_feedback vaut %2</translation>
    </message>
    <message>
        <source>ask its owner for hot_standby_feedback = on, or max_standby_streaming_delay = 30s</source>
        <translation>demander à son propriétaire hot_standby_feedback = on, ou max_standby_streaming_delay = 30s</translation>
    </message>
    <message>
        <source>versions before %1 are not tested</source>
        <translation>les versions avant %1 ne sont pas testées</translation>
    </message>
    <message>
        <source>its newest data are that old: name its primary, too, and add target_session_attrs=primary</source>
        <translation>ses données les plus récentes ont cet âge : nommer aussi son serveur principal et ajouter target_session_attrs=primary</translation>
    </message>
    <message>
        <source>%1, after %2 ms</source>
        <translation>%1, après %2 ms</translation>
    </message>
    <message>
        <source>the table is empty, or no row of it has a time</source>
        <translation>la table est vide, ou aucune de ses lignes n&apos;a d&apos;heure</translation>
    </message>
    <message>
        <source>first %1, last %2</source>
        <translation>première %1, dernière %2</translation>
    </message>
    <message>
        <source>the last one is in the far future: are the numbers seconds since 1970, or milliseconds?</source>
        <translation>la dernière est dans un avenir lointain : les nombres sont-ils des secondes depuis 1970, ou des millisecondes ?</translation>
    </message>
    <message>
        <source>the last one is in the future: check clocks and --server-timezone</source>
        <translation>la dernière est dans l&apos;avenir : vérifier les horloges et --server-timezone</translation>
    </message>
    <message>
        <source>%1 of %2 seen in the newest 10 minutes</source>
        <translation>%1 sur %2 vus dans les 10 dernières minutes</translation>
    </message>
    <message>
        <source>; without data: %1</source>
        <translation> ; sans données : %1</translation>
    </message>
    <message>
        <source>; not in the detector table: %1</source>
        <translation> ; absents de la table de détecteurs : %1</translation>
    </message>
    <message>
        <source>give a table that has them with --detector-table</source>
        <translation>donner avec --detector-table une table qui les contient</translation>
    </message>
    <message>
        <source>not looked for: without an index on time that reads the whole table</source>
        <translation>pas cherchés : sans index sur le temps, cela lirait toute la table</translation>
    </message>
    <message>
        <source>the newest %1 h</source>
        <translation>les %1 dernières heures</translation>
    </message>
    <message>
        <source>no 10 minutes without a sample in %1</source>
        <translation>aucune période de 10 minutes sans mesure dans %1</translation>
    </message>
    <message>
        <source>%1 times 10 minutes without a sample in %2, the first at %3</source>
        <translation>%1 fois 10 minutes sans mesure dans %2, les premières en %3</translation>
    </message>
    <message>
        <source>none; too few rows here to tell what they would gain</source>
        <translation>aucune ; trop peu de lignes pour dire ce qu&apos;elle apporterait</translation>
    </message>
    <message>
        <source>none; blocks would come at up to %1 million samples/s, rows come at %2</source>
        <translation>aucune ; des blocs viendraient à %1 millions de mesures/s au plus, les lignes viennent à %2</translation>
    </message>
    <message>
        <source>cbpm3 prepare would make a day up to %1 times quicker, as %2 MB/s of large values against the rows show; ask the owner of the table</source>
        <translation>cbpm3 prepare rendrait un jour jusqu&apos;à %1 fois plus rapide, comme le montrent %2 MB/s pour de grandes valeurs face aux lignes ; demander au propriétaire de la table</translation>
    </message>
    <message>
        <source>blocks to %1</source>
        <translation>blocs jusqu&apos;à %1</translation>
    </message>
    <message>
        <source>which are not read, because a detector has two spellings</source>
        <translation>qui ne sont pas lus, parce qu&apos;un détecteur a deux graphies</translation>
    </message>
    <message>
        <source>rollups to %1</source>
        <translation>condensés jusqu&apos;à %1</translation>
    </message>
    <message>
        <source>which are of another detector table</source>
        <translation>qui sont d&apos;une autre table de détecteurs</translation>
    </message>
    <message>
        <source>see one snapshot</source>
        <translation>voient un même instantané</translation>
    </message>
    <message>
        <source>see each its own moment, because no snapshot is shared: %1</source>
        <translation>voient chacune son propre instant, parce qu&apos;aucun instantané n&apos;est partagé : %1</translation>
    </message>
    <message>
        <source>rows written during a load may be in one part of it and not in the other</source>
        <translation>les lignes écrites pendant un chargement peuvent être dans une partie et pas dans l&apos;autre</translation>
    </message>
    <message>
        <source>%1 rows in %2 s: %3 million rows/s, %4 MB/s</source>
        <translation>%1 lignes en %2 s : %3 millions de lignes/s, %4 MB/s</translation>
    </message>
    <message>
        <source>none, %1: no row can be stored</source>
        <translation>aucune, %1 : aucune ligne ne peut être rangée</translation>
    </message>
    <message>
        <source>its owner makes them; see packaging/sql/partition.sql</source>
        <translation>son propriétaire les crée ; voir packaging/sql/partition.sql</translation>
    </message>
    <message>
        <source>: a fetch reads those of its range</source>
        <translation> : un chargement lit celles de sa plage</translation>
    </message>
    <message>
        <source>: each slice of time reads them all</source>
        <translation> : chaque tranche de temps les lit toutes</translation>
    </message>
    <message>
        <source>%1 on %2, read through this server, each as of its own moment</source>
        <translation>%1 sur %2, lus à travers ce serveur, chacun à son propre instant</translation>
    </message>
    <message>
        <source>; the planner knows nothing of them, and reads all rows for the last</source>
        <translation> ; le planificateur n&apos;en sait rien, et lit toutes les lignes pour la dernière</translation>
    </message>
    <message>
        <source>ask the owner for ALTER SERVER … OPTIONS (ADD use_remote_estimate &apos;true&apos;)</source>
        <translation>demander au propriétaire ALTER SERVER … OPTIONS (ADD use_remote_estimate &apos;true&apos;)</translation>
    </message>
    <message>
        <source>, %1 rows at a time</source>
        <translation>, %1 lignes à la fois</translation>
    </message>
    <message>
        <source>ask the owner for ALTER SERVER … OPTIONS (ADD fetch_size &apos;50000&apos;)</source>
        <translation>demander au propriétaire ALTER SERVER … OPTIONS (ADD fetch_size &apos;50000&apos;)</translation>
    </message>
    <message>
        <source>%1, %2 chunks: read as one table; continuous aggregates are not looked for</source>
        <translation>%1, %2 morceaux : lus comme une seule table ; les agrégats continus ne sont pas cherchés</translation>
    </message>
    <message>
        <source>%1, distributed: read through this server, each node as of its own moment</source>
        <translation>%1, réparti : lu à travers ce serveur, chaque nœud à son propre instant</translation>
    </message>
    <message>
        <source>partitioned table</source>
        <translation>table partitionnée</translation>
    </message>
    <message>
        <source>foreign table</source>
        <translation>table étrangère</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 lignes</translation>
    </message>
    <message>
        <source>%1 million rows</source>
        <translation>%1 millions de lignes</translation>
    </message>
    <message>
        <source>role %1 must not look into schema &quot;%2&quot;</source>
        <translation>le rôle %1 ne peut pas regarder dans le schéma « %2 »</translation>
    </message>
    <message>
        <source>ask its owner for GRANT USAGE</source>
        <translation>demander à son propriétaire GRANT USAGE</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not exist</source>
        <translation>« %1 » n&apos;existe pas</translation>
    </message>
    <message>
        <source>name the table with --table</source>
        <translation>donner la table avec --table</translation>
    </message>
    <message>
        <source>name the table with --table; these may hold samples: %1</source>
        <translation>donner la table avec --table ; celles-ci contiennent peut-être des mesures : %1</translation>
    </message>
    <message>
        <source>, about %1, %2 with its indexes</source>
        <translation>, environ %1, %2 avec ses index</translation>
    </message>
    <message>
        <source>the table has %1; name those to use with --columns</source>
        <translation>la table a %1 ; donner celles à utiliser avec --columns</translation>
    </message>
    <message>
        <source>the table has %1; try --columns %2</source>
        <translation>la table a %1 ; essayer --columns %2</translation>
    </message>
    <message>
        <source>%1; one is used twice</source>
        <translation>%1 ; une sert deux fois</translation>
    </message>
    <message>
        <source>give each of the six its own with --columns</source>
        <translation>donner à chacune des six la sienne avec --columns</translation>
    </message>
    <message>
        <source>is on: role %1 sees only the rows that a policy grants it</source>
        <translation>est active : le rôle %1 ne voit que les lignes qu&apos;une politique lui accorde</translation>
    </message>
    <message>
        <source>if rows are missing, ask the owner of the table for a policy</source>
        <translation>s&apos;il manque des lignes, demander une politique au propriétaire de la table</translation>
    </message>
    <message>
        <source>role %1 must not read %2 of table &quot;%3&quot;</source>
        <translation>le rôle %1 ne peut pas lire %2 de la table « %3 »</translation>
    </message>
    <message>
        <source>role %1 may read, and change the table, too</source>
        <translation>le rôle %1 peut lire, et aussi modifier la table</translation>
    </message>
    <message>
        <source>a role that may only read is enough</source>
        <translation>un rôle qui peut seulement lire suffit</translation>
    </message>
    <message>
        <source>role %1 may read</source>
        <translation>le rôle %1 peut lire</translation>
    </message>
    <message>
        <source>on the server that holds the rows, and not seen from here</source>
        <translation>sur le serveur qui a les lignes, et invisible d&apos;ici</translation>
    </message>
    <message>
        <source>cbpm3 check on that one tells</source>
        <translation>cbpm3 check sur celui-là le dit</translation>
    </message>
    <message>
        <source>those of the tables behind the view, and not seen from here</source>
        <translation>ceux des tables derrière la vue, et invisibles d&apos;ici</translation>
    </message>
    <message>
        <source>cbpm3 check on those tells</source>
        <translation>cbpm3 check sur celles-là le dit</translation>
    </message>
    <message>
        <source>none was found: every slice reads the whole table</source>
        <translation>aucun trouvé : chaque tranche lit toute la table</translation>
    </message>
    <message>
        <source>ask its owner for an index</source>
        <translation>demander un index à son propriétaire</translation>
    </message>
    <message>
        <source>none was found: one detector costs as much as all</source>
        <translation>aucun trouvé : un détecteur coûte autant que tous</translation>
    </message>
    <message>
        <source>if single detectors are fetched often, ask its owner for an index</source>
        <translation>si des détecteurs sont souvent chargés seuls, demander un index à son propriétaire</translation>
    </message>
    <message>
        <source>--columns: &quot;%1&quot; is not understood</source>
        <translation>--columns : « %1 » n&apos;est pas compris</translation>
    </message>
    <message>
        <source>write time=…,detector=…,top_in=…,top_out=…,bot_in=…,bot_out=…</source>
        <translation>écrire time=…,detector=…,top_in=…,top_out=…,bot_in=…,bot_out=…</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time zone</source>
        <translation>« %1 » n&apos;est pas un fuseau horaire</translation>
    </message>
    <message>
        <source>write a name such as UTC or America/New_York</source>
        <translation>écrire un nom comme UTC ou America/New_York</translation>
    </message>
    <message>
        <source>%1: sslmode=%2 needs certificates to trust, and %3 does not exist</source>
        <translation>%1 : sslmode=%2 a besoin de certificats de confiance, et %3 n&apos;existe pas</translation>
    </message>
    <message>
        <source>put the certificate of the authority into %1, or name its file with sslrootcert=</source>
        <translation>mettre le certificat de l&apos;autorité dans %1, ou donner son fichier avec sslrootcert=</translation>
    </message>
    <message>
        <source>%1: its certificate is not one that %2 vouches for: %3</source>
        <translation>%1 : %2 ne se porte pas garant de son certificat : %3</translation>
    </message>
    <message>
        <source>ask its administrator for the certificate of the authority; whoever answers may be somebody else</source>
        <translation>demander le certificat de l&apos;autorité à son administrateur ; celui qui répond est peut-être quelqu&apos;un d&apos;autre</translation>
    </message>
    <message>
        <source>%1: its certificate bears another name: %2</source>
        <translation>%1 : son certificat porte un autre nom : %2</translation>
    </message>
    <message>
        <source>connect by the name that it bears (with hostaddr=ADDRESS, where that name is not known here)</source>
        <translation>se connecter par le nom qu&apos;il porte (avec hostaddr=ADRESSE, là où ce nom n&apos;est pas connu)</translation>
    </message>
    <message>
        <source>%1 has no TLS, and sslmode=%2 wants it</source>
        <translation>%1 n&apos;a pas TLS, et sslmode=%2 le veut</translation>
    </message>
    <message>
        <source>ask its administrator for ssl = on; nothing was sent in clear text</source>
        <translation>demander ssl = on à son administrateur ; rien n&apos;a été envoyé en clair</translation>
    </message>
    <message>
        <source>%1: TLS cannot be agreed on: %2</source>
        <translation>%1 : pas d&apos;accord possible sur TLS : %2</translation>
    </message>
    <message>
        <source>its administrator and yours should compare the versions of TLS that they allow</source>
        <translation>son administrateur et le vôtre devraient comparer les versions de TLS qu&apos;ils permettent</translation>
    </message>
    <message>
        <source>%1 does not let this role in without TLS</source>
        <translation>%1 ne laisse pas entrer ce rôle sans TLS</translation>
    </message>
    <message>
        <source>write sslmode=verify-full in place of sslmode=disable</source>
        <translation>écrire sslmode=verify-full à la place de sslmode=disable</translation>
    </message>
    <message>
        <source>the source is empty</source>
        <translation>la source est vide</translation>
    </message>
    <message>
        <source>give demo, the path of an archive, or a PostgreSQL connection string</source>
        <translation>donner demo, le chemin d&apos;une archive, ou une chaîne de connexion PostgreSQL</translation>
    </message>
    <message>
        <source>the cache folder %1 cannot be made</source>
        <translation>le dossier du cache %1 ne peut pas être créé</translation>
    </message>
    <message>
        <source>%1 is no cache of this version</source>
        <translation>%1 n&apos;est pas un cache de cette version</translation>
    </message>
    <message>
        <source>the cache %1: %2</source>
        <translation>le cache %1 : %2</translation>
    </message>
    <message>
        <source>delete the file; it is made anew</source>
        <translation>supprimer le fichier ; il est recréé</translation>
    </message>
    <message>
        <source>make room there, or change its rights</source>
        <translation>y faire de la place, ou changer ses droits</translation>
    </message>
    <message>
        <source>write ISO 8601 such as 2020-11-20T08:00:00Z, or now, -2h, -1d, -30min</source>
        <translation>écrire en ISO 8601, comme 2020-11-20T08:00:00Z, ou now, -2h, -1d, -30min</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no unit that is understood</source>
        <translation>« %1 » n&apos;a pas d&apos;unité comprise</translation>
    </message>
    <message>
        <source>use s, min, h, d or w, as in -30min</source>
        <translation>utiliser s, min, h, d ou w, comme dans -30min</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is beyond the calendar</source>
        <translation>« %1 » est hors du calendrier</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time</source>
        <translation>« %1 » n&apos;est pas une heure</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a day and time of the calendar</source>
        <translation>« %1 » n&apos;est pas un jour et une heure du calendrier</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not exist in %2: clocks were put forward</source>
        <translation>« %1 » n&apos;existe pas à %2 : les horloges ont été avancées</translation>
    </message>
    <message>
        <source>add the offset, as in +00:00</source>
        <translation>ajouter le décalage, comme dans +00:00</translation>
    </message>
    <message>
        <source>&quot;%1&quot; exists twice in %2: clocks were put back</source>
        <translation>« %1 » existe deux fois à %2 : les horloges ont été reculées</translation>
    </message>
    <message>
        <source>the range %1 to %2 is empty or reversed</source>
        <translation>la plage de %1 à %2 est vide ou inversée</translation>
    </message>
    <message>
        <source>the end must be later than the begin</source>
        <translation>la fin doit être après le début</translation>
    </message>
    <message>
        <source>%1 cannot be written: what is on screen is not kept</source>
        <translation>%1 ne peut pas être écrit : ce qui est à l&apos;écran n&apos;est pas gardé</translation>
    </message>
    <message>
        <source>the program ended early %1 times with the last session: it was put aside beside %2</source>
        <translation>le programme s&apos;est terminé trop tôt %1 fois avec la dernière session : elle a été mise de côté près de %2</translation>
    </message>
    <message>
        <source>%1 is no view of this program</source>
        <translation>%1 n&apos;est pas une vue de ce programme</translation>
    </message>
    <message>
        <source>choose a file that Save view made</source>
        <translation>choisir un fichier fait par « Enregistrer la vue »</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>archive</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>colonnes</translation>
    </message>
    <message>
        <source>detectors</source>
        <translation>détecteurs</translation>
    </message>
    <message>
        <source>encryption</source>
        <translation>chiffrement</translation>
    </message>
    <message>
        <source>extensions</source>
        <translation>extensions</translation>
    </message>
    <message>
        <source>fetch paths</source>
        <translation>voies de chargement</translation>
    </message>
    <message>
        <source>gaps</source>
        <translation>trous</translation>
    </message>
    <message>
        <source>index on detector</source>
        <translation>index sur le détecteur</translation>
    </message>
    <message>
        <source>index on time</source>
        <translation>index sur le temps</translation>
    </message>
    <message>
        <source>indexes</source>
        <translation>index</translation>
    </message>
    <message>
        <source>long reads</source>
        <translation>longues lectures</translation>
    </message>
    <message>
        <source>partitions</source>
        <translation>partitions</translation>
    </message>
    <message>
        <source>prepared data</source>
        <translation>données préparées</translation>
    </message>
    <message>
        <source>reachable</source>
        <translation>joignable</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>lecture</translation>
    </message>
    <message>
        <source>rights</source>
        <translation>droits</translation>
    </message>
    <message>
        <source>row security</source>
        <translation>sécurité des lignes</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>mesures</translation>
    </message>
    <message>
        <source>server</source>
        <translation>serveur</translation>
    </message>
    <message>
        <source>shards</source>
        <translation>fragments</translation>
    </message>
    <message>
        <source>table</source>
        <translation>table</translation>
    </message>
    <message>
        <source>two connections</source>
        <translation>deux connexions</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>this program uses all the sessions with servers that it may have</source>
        <translation>ce programme utilise toutes les sessions avec des serveurs qui lui sont permises</translation>
    </message>
    <message>
        <source>wait for its loads to end, or cancel one, and try again</source>
        <translation>attendre la fin de ses chargements, ou en annuler un, puis réessayer</translation>
    </message>
    <message>
        <source>not tried: this program uses all the sessions that it may have</source>
        <translation>non essayé : ce programme utilise toutes les sessions qui lui sont permises</translation>
    </message>
    <message>
        <source>shared: no schema has so long a name</source>
        <translation>shared : aucun schéma n’a un nom aussi long</translation>
    </message>
    <message>
        <source>write yes, no or the name of the schema</source>
        <translation>écrire yes, no ou le nom du schéma</translation>
    </message>
    <message>
        <source>an annotation has no time</source>
        <translation>une note n’a pas d’heure</translation>
    </message>
    <message>
        <source>the stretch of an annotation has no end</source>
        <translation>l’intervalle d’une note n’a pas de fin</translation>
    </message>
    <message>
        <source>the annotation has no text</source>
        <translation>la note n’a pas de texte</translation>
    </message>
    <message>
        <source>say what there is to know</source>
        <translation>dire ce qu’il faut savoir</translation>
    </message>
    <message>
        <source>an annotation may have %1 characters, its author %2</source>
        <translation>une note peut avoir %1 caractères, son auteur %2</translation>
    </message>
    <message>
        <source>write less</source>
        <translation>écrire moins</translation>
    </message>
    <message>
        <source>it is no list of annotations</source>
        <translation>ce n’est pas une liste de notes</translation>
    </message>
    <message>
        <source>more than %1 annotations</source>
        <translation>plus de %1 notes</translation>
    </message>
    <message>
        <source>an annotation has no id of its own</source>
        <translation>une note n’a pas d’identifiant propre</translation>
    </message>
    <message>
        <source>%1 has room for no further annotation</source>
        <translation>%1 n’a plus de place pour une note</translation>
    </message>
    <message>
        <source>remove old ones</source>
        <translation>supprimer les anciennes</translation>
    </message>
    <message>
        <source>%1: its document is of something else</source>
        <translation>%1 : son document est d’autre chose</translation>
    </message>
    <message>
        <source>%1 has room for no further veto</source>
        <translation>%1 n’a plus de place pour un veto</translation>
    </message>
    <message>
        <source>you may only look at what is shared on %1</source>
        <translation>ce qui est partagé sur %1 peut seulement être consulté ici</translation>
    </message>
    <message>
        <source>%1 is a standby, which takes no changes</source>
        <translation>%1 est un serveur de secours, qui ne prend pas de modifications</translation>
    </message>
    <message>
        <source>%1 cannot be shared, and was put aside as %2: %3</source>
        <translation>%1 ne peut pas être partagé et a été mis de côté sous %2 : %3</translation>
    </message>
    <message>
        <source>entry %1 of %2, by %3, is passed over: %4</source>
        <translation>l’entrée %1 de %2, de %3, est ignorée : %4</translation>
    </message>
    <message>
        <source>%1 says nothing of what is shared</source>
        <translation>%1 ne dit rien de ce qui est partagé</translation>
    </message>
    <message>
        <source>too many changes wait for the server</source>
        <translation>trop de modifications attendent le serveur</translation>
    </message>
    <message>
        <source>connect to it before more is changed</source>
        <translation>s’y connecter avant d’en modifier plus</translation>
    </message>
    <message>
        <source>archive %1 cannot be opened in this way where it lies (%2)</source>
        <translation>l&apos;archive %1 ne peut pas être ouverte ainsi là où elle se trouve (%2)</translation>
    </message>
    <message>
        <source>copy it to a folder that you may write to, with all files beside it that begin with its name</source>
        <translation>copiez-la dans un dossier où vous pouvez écrire, avec tous les fichiers voisins qui commencent par son nom</translation>
    </message>
    <message>
        <source>this program was held up for %1 s meanwhile</source>
        <translation>ce programme a été arrêté %1 s pendant ce temps</translation>
    </message>
    <message>
        <source>rows after %1 are in the future, and no range that is offered goes there: check clocks and --server-timezone</source>
        <translation>des lignes après %1 sont dans le futur, et aucune plage proposée n&apos;y va : vérifier les horloges et --server-timezone</translation>
    </message>
    <message>
        <source>there is not enough memory (%1 MB are left)</source>
        <translation>la mémoire ne suffit pas (il en reste %1 Mo)</translation>
    </message>
    <message>
        <source>choose a narrower range, a coarser interval or fewer detectors, or close other programs</source>
        <translation>choisissez une plage plus courte, un intervalle plus grossier ou moins de détecteurs, ou fermez d&apos;autres programmes</translation>
    </message>
    <message>
        <source>the session</source>
        <translation>la session</translation>
    </message>
    <message>
        <source>references</source>
        <translation>références</translation>
    </message>
    <message>
        <source>vetoes</source>
        <translation>vetos</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>réglages</translation>
    </message>
    <message>
        <source>profiles</source>
        <translation>profils</translation>
    </message>
    <message>
        <source>loaded data</source>
        <translation>données chargées</translation>
    </message>
    <message>
        <source>not kept beyond this run: %1; %2 cannot be written</source>
        <translation>non gardé au-delà de cette exécution : %1 ; écriture impossible dans %2</translation>
    </message>
    <message>
        <source>the settings could not be read to their end: they were put aside beside %1, and what was understood of them is kept</source>
        <translation>les réglages n&apos;ont pas pu être lus jusqu&apos;au bout : ils ont été mis de côté près de %1, et ce qui en a été compris est gardé</translation>
    </message>
    <message>
        <source>writing %1 failed after %2 bytes: %3</source>
        <translation>l&apos;écriture de %1 a échoué après %2 octets : %3</translation>
    </message>
    <message>
        <source>%1 is a device or a pipe</source>
        <translation>%1 est un périphérique ou un tube</translation>
    </message>
    <message>
        <source>choose the name of a file; a device or a pipe takes CSV</source>
        <translation>choisir le nom d&apos;un fichier ; un périphérique ou un tube prend du CSV</translation>
    </message>
</context>
<context>
    <name>LoadPlan</name>
    <message>
        <source>Bins of %1 over this range would fill the memory: only the selected detectors are loaded; choose a coarser interval for the whole ring</source>
        <translation>Des intervalles de %1 sur cette plage rempliraient la mémoire : seuls les détecteurs choisis sont chargés ; choisir un intervalle plus grand pour tout l&apos;anneau</translation>
    </message>
    <message>
        <source>Up to %1 rows are to be read, which takes some %2: Cancel stops it and keeps what has come; a narrower range is quicker</source>
        <translation>Jusqu&apos;à %1 lignes sont à lire, ce qui prend environ %2 : Annuler arrête et garde ce qui est venu ; une plage plus courte est plus rapide</translation>
    </message>
    <message>
        <source>Bins of %1 over this range would take %2 of memory, and %3 may be had: nothing was loaded; choose a coarser interval, a narrower range or fewer detectors</source>
        <translation>Des intervalles de %1 sur cette plage prendraient %2 de mémoire, et %3 sont disponibles : rien n&apos;a été chargé ; choisissez un intervalle plus grossier, une plage plus courte ou moins de détecteurs</translation>
    </message>
</context>
<context>
    <name>PagePicture</name>
    <message>
        <source>nothing is loaded</source>
        <translation>rien n&apos;est chargé</translation>
    </message>
    <message>
        <source>%1, bins of %2, coverage %3 % of the selected detectors, detector table %4, method %5, %6, cbpm3-monitor %7</source>
        <translation>%1, intervalles de %2, couverture %3 % des détecteurs choisis, table de détecteurs %4, méthode %5, %6, cbpm3-monitor %7</translation>
    </message>
</context>
<context>
    <name>RingAxis</name>
    <message>
        <source>South</source>
        <translation>Sud</translation>
    </message>
    <message>
        <source>West</source>
        <translation>Ouest</translation>
    </message>
    <message>
        <source>East</source>
        <translation>Est</translation>
    </message>
    <message>
        <source>detector id</source>
        <translation>id du détecteur</translation>
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
        <translation>%1 j</translation>
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
        <translation>%1 M</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>sans signal</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>saturé</translation>
    </message>
    <message>
        <source>sum too small</source>
        <translation>somme trop faible</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>pas un nombre</translation>
    </message>
    <message>
        <source>map found none</source>
        <translation>inversion sans résultat</translation>
    </message>
    <message>
        <source>unknown detector</source>
        <translation>détecteur inconnu</translation>
    </message>
    <message>
        <source>low</source>
        <translation>bas</translation>
    </message>
    <message>
        <source>high</source>
        <translation>haut</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>résidu</translation>
    </message>
    <message>
        <source>step</source>
        <translation>saut</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>figé</translation>
    </message>
    <message>
        <source>from three buttons</source>
        <translation>par trois boutons</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>doublon</translation>
    </message>
    <message>
        <source>late</source>
        <translation>en retard</translation>
    </message>
    <message>
        <source>top inner</source>
        <translation>haut intérieur</translation>
    </message>
    <message>
        <source>bottom inner</source>
        <translation>bas intérieur</translation>
    </message>
    <message>
        <source>bottom outer</source>
        <translation>bas extérieur</translation>
    </message>
    <message>
        <source>top outer</source>
        <translation>haut extérieur</translation>
    </message>
    <message>
        <source>missing: nothing since %1</source>
        <translation>absent : rien depuis %1</translation>
    </message>
    <message>
        <source>missing: only %1 % of samples due</source>
        <translation>absent : seulement %1 % des mesures attendues</translation>
    </message>
    <message>
        <source>missing: no sample</source>
        <translation>absent : aucune mesure</translation>
    </message>
    <message>
        <source>dead: no signal in %1 % of samples</source>
        <translation>mort : pas de signal dans %1 % des mesures</translation>
    </message>
    <message>
        <source>dead button %1, %2 % of positions from three</source>
        <translation>bouton %1 mort, %2 % des positions par trois</translation>
    </message>
    <message>
        <source>saturated: %1 % of samples</source>
        <translation>saturé : %1 % des mesures</translation>
    </message>
    <message>
        <source>frozen: same reading in %1 % of samples</source>
        <translation>figé : même lecture dans %1 % des mesures</translation>
    </message>
    <message>
        <source>gain step of one button by %1 % at %2 (r by %3)</source>
        <translation>saut de gain d&apos;un bouton de %1 % à %2 (r de %3)</translation>
    </message>
    <message>
        <source>noisy: %1 times the ring&apos;s median</source>
        <translation>bruité : %1 fois la médiane de l&apos;anneau</translation>
    </message>
    <message>
        <source>unbalanced: mean r %1, gains or a cable</source>
        <translation>déséquilibré : r moyen %1, gains ou un câble</translation>
    </message>
    <message>
        <source>vetoed by %1, %2: %3</source>
        <translation>veto de %1, %2 : %3</translation>
    </message>
    <message>
        <source>written by %1, %2</source>
        <translation>écrit par %1, %2</translation>
    </message>
</context>
<context>
    <name>TrendMeasure</name>
    <message>
        <source>x, y and sum</source>
        <translation>x, y et somme</translation>
    </message>
    <message>
        <source>sum and intensity</source>
        <translation>somme et intensité</translation>
    </message>
    <message>
        <source>buttons</source>
        <translation>boutons</translation>
    </message>
    <message>
        <source>q and residual</source>
        <translation>q et résidu</translation>
    </message>
    <message>
        <source>resolution (rms)</source>
        <translation>résolution (rms)</translation>
    </message>
    <message>
        <source>x and y</source>
        <translation>x et y</translation>
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
        <translation>HI</translation>
    </message>
    <message>
        <source>BI</source>
        <translation>BI</translation>
    </message>
    <message>
        <source>BO</source>
        <translation>BE</translation>
    </message>
    <message>
        <source>TO</source>
        <translation>HE</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>somme</translation>
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
        <translation>intensité</translation>
    </message>
    <message>
        <source>rms of %1 per bin [%2]</source>
        <translation>rms de %1 par intervalle [%2]</translation>
    </message>
    <message>
        <source>x [%1], + outward</source>
        <translation>x [%1], + vers l&apos;extérieur</translation>
    </message>
    <message>
        <source>y [%1], + up</source>
        <translation>y [%1], + vers le haut</translation>
    </message>
</context>
<context>
    <name>TrendPlane</name>
    <message>
        <source>%1, dashed</source>
        <translation>%1, en tirets</translation>
    </message>
    <message>
        <source>rms of %1</source>
        <translation>rms de %1</translation>
    </message>
</context>
<context>
    <name>TrendReadout</name>
    <message>
        <source>Click into a plot to read values there; 1 and 2 put the marks A and B.</source>
        <translation>Cliquer dans un graphique pour y lire des valeurs ; 1 et 2 posent les marques A et B.</translation>
    </message>
    <message>
        <source>%1: no data</source>
        <translation>%1 : pas de données</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>et %1 autres</translation>
    </message>
    <message>
        <source>B − A: 0 s</source>
        <translation>B − A : 0 s</translation>
    </message>
    <message>
        <source>B − A: %1 s (%2 Hz)</source>
        <translation>B − A : %1 s (%2 Hz)</translation>
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
        <translation>Charger d’abord une plage, puis cliquer sur l’heure à annoter</translation>
    </message>
    <message>
        <source>%1 changed the annotation meanwhile: yours was kept beside it</source>
        <translation>%1 a modifié la note entre-temps : la vôtre est gardée à côté</translation>
    </message>
    <message>
        <source>The annotation was kept</source>
        <translation>La note est enregistrée</translation>
    </message>
</context>
<context>
    <name>cbpm::AnnotationDialog</name>
    <message>
        <source>Annotation</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Text of the annotation</source>
        <translation>Texte de la note</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>De quoi il s’agit</translation>
    </message>
    <message>
        <source>the whole ring</source>
        <translation>tout l’anneau</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Texte</translation>
    </message>
    <message>
        <source>A&amp;bout</source>
        <translation>&amp;Sujet</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>&amp;Auteur</translation>
    </message>
</context>
<context>
    <name>cbpm::AnnotationListModel</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Détecteur</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
</context>
<context>
    <name>cbpm::AnnotationMarks</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Annotate here…</source>
        <translation>&amp;Annoter ici…</translation>
    </message>
    <message>
        <source>Edit “%1”…</source>
        <translation>Modifier « %1 »…</translation>
    </message>
</context>
<context>
    <name>cbpm::AnnotationsDialog</name>
    <message>
        <source>Annotations</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Annotations, the newest first</source>
        <translation>Notes, la plus récente d’abord</translation>
    </message>
    <message>
        <source>Nothing was annotated yet: Data &gt; Annotate writes about the time at the cursor.</source>
        <translation>Rien n’est encore annoté : Données &gt; Annoter écrit sur l’heure au curseur.</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>&amp;Aller à</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>Remove annotations</source>
        <translation>Supprimer des notes</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n annotation(s)? Every program that shares them loses them.</source>
        <translation>
            <numerusform>Supprimer %n note ? Tout programme qui la partage la perd.</numerusform>
            <numerusform>Supprimer %n notes ? Tout programme qui les partage les perd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) removed.</source>
        <translation>
            <numerusform>%n note supprimée.</numerusform>
            <numerusform>%n notes supprimées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cbpm::Bundles</name>
    <message>
        <source>References, vetoes and annotations are those of this archive (%1, %2 and %3); your own come back with another source</source>
        <translation>Les références, vetos et notes sont ceux de cette archive (%1, %2 et %3) ; les vôtres reviennent avec une autre source</translation>
    </message>
</context>
<context>
    <name>cbpm::ButtonsPage</name>
    <message>
        <source>Buttons</source>
        <translation>Boutons</translation>
    </message>
    <message>
        <source>Button amplitudes</source>
        <translation>Amplitudes des boutons</translation>
    </message>
    <message>
        <source>button amplitude [ADU]</source>
        <translation>amplitude du bouton [ADU]</translation>
    </message>
    <message>
        <source>Button amplitudes, sum, q and residual of the selected detectors</source>
        <translation>Amplitudes des boutons, somme, q et résidu des détecteurs choisis</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Détecteur</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>mesures</translation>
    </message>
    <message>
        <source>flags</source>
        <translation>marques</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>sans signal</translation>
    </message>
    <message>
        <source>low</source>
        <translation>bas</translation>
    </message>
    <message>
        <source>high</source>
        <translation>haut</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>saturé</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>pas de données</translation>
    </message>
    <message>
        <source>No readings: fetch a range, choose detectors, then click into the trend.</source>
        <translation>Aucune lecture : charger une plage, choisir des détecteurs, puis cliquer dans la tendance.</translation>
    </message>
    <message>
        <source>%1 %2 · mean and rms over %3</source>
        <translation>%1 %2 · moyenne et rms sur %3</translation>
    </message>
    <message>
        <source> · the first %1 of %2 detectors</source>
        <translation> · les %1 premiers de %2 détecteurs</translation>
    </message>
</context>
<context>
    <name>cbpm::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>A few letters of what is to be done</source>
        <translation>Quelques lettres de la commande</translation>
    </message>
</context>
<context>
    <name>cbpm::ConnectDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation>Se connecter à un serveur</translation>
    </message>
    <message>
        <source>Keep and &amp;open</source>
        <translation>Garder et &amp;ouvrir</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>cbpm::ConstantsDialog</name>
    <message>
        <source>Detectors</source>
        <translation>Détecteurs</translation>
    </message>
    <message>
        <source>Filter, as in 12W or X</source>
        <translation>Filtre, p. ex. 12W ou X</translation>
    </message>
    <message>
        <source>Filter the detectors</source>
        <translation>Filtrer les détecteurs</translation>
    </message>
    <message>
        <source>Hover over a value to see where it comes from; values in italics are the program&apos;s defaults.</source>
        <translation>Survoler une valeur montre son origine ; les valeurs en italique sont celles du programme.</translation>
    </message>
    <message>
        <source>Constants of the detectors</source>
        <translation>Constantes des détecteurs</translation>
    </message>
    <message>
        <source>&amp;Read file…</source>
        <translation>&amp;Lire un fichier…</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Enregistrer sous…</translation>
    </message>
    <message>
        <source>&amp;Gains from the beam</source>
        <translation>&amp;Gains d&apos;après le faisceau</translation>
    </message>
    <message>
        <source>&amp;Write gains into the table</source>
        <translation>É&amp;crire les gains dans la table</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Appliquer</translation>
    </message>
    <message>
        <source>Applied: what is on screen is computed anew.</source>
        <translation>Appliqué : l&apos;affichage est recalculé.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Read a detector table</source>
        <translation>Lire une table de détecteurs</translation>
    </message>
    <message>
        <source>Detector tables (*.csv *.cfg);;All files (*)</source>
        <translation>Tables de détecteurs (*.csv *.cfg);;Tous les fichiers (*)</translation>
    </message>
    <message numerus="yes">
        <source>%1

%n place(s) cannot be read. Use the %2 detectors that can?</source>
        <translation>
            <numerusform>%1

%n endroit est illisible. Utiliser les %2 détecteurs lisibles ?</numerusform>
            <numerusform>%1

%n endroits sont illisibles. Utiliser les %2 détecteurs lisibles ?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 detectors read from %2; Apply uses them.</source>
        <translation>%1 détecteurs lus de %2 ; Appliquer les utilise.</translation>
    </message>
    <message>
        <source>%1 detectors read from %2; left out: %3</source>
        <translation>%1 détecteurs lus de %2 ; omis : %3</translation>
    </message>
    <message>
        <source>Save the detector table</source>
        <translation>Enregistrer la table de détecteurs</translation>
    </message>
    <message>
        <source>Detector tables (*.csv)</source>
        <translation>Tables de détecteurs (*.csv)</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Enregistré dans %1</translation>
    </message>
    <message>
        <source>Choose a detector in the table first.</source>
        <translation>Choisir d&apos;abord un détecteur dans la table.</translation>
    </message>
    <message>
        <source>Fetch a range first: gains are fitted to its samples.</source>
        <translation>Charger d&apos;abord une plage : les gains sont ajustés à ses mesures.</translation>
    </message>
    <message>
        <source>Fitting the gains of %1 to %2…</source>
        <translation>Ajustement des gains de %1 à %2…</translation>
    </message>
    <message>
        <source>%1: %2 samples, the beam moved %3 x %4 mm (rms)</source>
        <translation>%1 : %2 mesures, le faisceau a bougé de %3 x %4 mm (rms)</translation>
    </message>
    <message>
        <source>gain  %1</source>
        <translation>gain  %1</translation>
    </message>
    <message>
        <source>r mean %1, rms %2;  x %3 mm;  y %4 mm</source>
        <translation>r moyen %1, rms %2 ;  x %3 mm ;  y %4 mm</translation>
    </message>
    <message>
        <source>The table is as it was: write the gains into it if you trust them.</source>
        <translation>La table est inchangée : y écrire les gains s&apos;ils sont fiables.</translation>
    </message>
    <message>
        <source>Not determined: the beam moved too little to tell the gains apart; choose a range with motion in both planes.</source>
        <translation>Non déterminé : le faisceau a trop peu bougé pour séparer les gains ; choisir une plage avec mouvement dans les deux plans.</translation>
    </message>
    <message>
        <source>Written into the table; Apply uses it, Save as keeps it.</source>
        <translation>Écrit dans la table ; Appliquer l&apos;utilise, Enregistrer sous la conserve.</translation>
    </message>
</context>
<context>
    <name>cbpm::ConstantsModel</name>
    <message>
        <source>fitted to the beam</source>
        <translation>ajusté au faisceau</translation>
    </message>
    <message>
        <source>the program&apos;s default</source>
        <translation>valeur du programme</translation>
    </message>
    <message>
        <source>%1 of %2: from %3</source>
        <translation>%1 de %2 : de %3</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>saisi à la main</translation>
    </message>
    <message>
        <source>%1 of %2 cannot be &quot;%3&quot;; the old value stays</source>
        <translation>%1 de %2 ne peut être « %3 » ; l&apos;ancienne valeur reste</translation>
    </message>
    <message>
        <source>%1: %2 is out of any physical range; the old value stays</source>
        <translation>%1 : %2 est hors de toute plage physique ; l&apos;ancienne valeur reste</translation>
    </message>
</context>
<context>
    <name>cbpm::DecisionListDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
</context>
<context>
    <name>cbpm::DetectorListModel</name>
    <message>
        <source>%1, id %2, s = %3 m: %4</source>
        <translation>%1, id %2, s = %3 m : %4</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Détecteur</translation>
    </message>
    <message>
        <source>s [m]</source>
        <translation>s [m]</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>invalides</translation>
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
        <translation>absent</translation>
    </message>
    <message>
        <source>gone %1</source>
        <translation>muet %1</translation>
    </message>
</context>
<context>
    <name>cbpm::DetectorPanel</name>
    <message>
        <source>Filter, as in 12W or X</source>
        <translation>Filtre, p. ex. 12W ou X</translation>
    </message>
    <message>
        <source>Filter the detectors</source>
        <translation>Filtrer les détecteurs</translation>
    </message>
    <message>
        <source>Detectors in ring order</source>
        <translation>Détecteurs dans l&apos;ordre de l&apos;anneau</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>%1 sur %2 choisis</translation>
    </message>
</context>
<context>
    <name>cbpm::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportation</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>CSV, with a JSON beside it that tells the origin</source>
        <translation>CSV, accompagné d&apos;un JSON qui dit l&apos;origine</translation>
    </message>
    <message>
        <source>HDF5</source>
        <translation>HDF5</translation>
    </message>
    <message>
        <source>Archive of samples</source>
        <translation>Archive d&apos;échantillons</translation>
    </message>
    <message>
        <source>&amp;Content</source>
        <translation>&amp;Contenu</translation>
    </message>
    <message>
        <source>Bins as plotted</source>
        <translation>Intervalles comme tracés</translation>
    </message>
    <message>
        <source>Bins at an interval</source>
        <translation>Intervalles d&apos;une durée choisie</translation>
    </message>
    <message>
        <source>Raw: every sample</source>
        <translation>Brut : chaque échantillon</translation>
    </message>
    <message>
        <source>&amp;Interval</source>
        <translation>&amp;Intervalle</translation>
    </message>
    <message>
        <source>&amp;Detectors</source>
        <translation>&amp;Détecteurs</translation>
    </message>
    <message>
        <source>The selected ones</source>
        <translation>Ceux qui sont choisis</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Those of a list</source>
        <translation>Ceux d&apos;une liste</translation>
    </message>
    <message>
        <source>such as: 12W, 13W</source>
        <translation>par exemple : 12W, 13W</translation>
    </message>
    <message>
        <source>List of detectors</source>
        <translation>Liste de détecteurs</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>&amp;Liste</translation>
    </message>
    <message>
        <source>&amp;Range</source>
        <translation>&amp;Plage</translation>
    </message>
    <message>
        <source>What is in view</source>
        <translation>Ce qui est visible</translation>
    </message>
    <message>
        <source>What is loaded</source>
        <translation>Ce qui est chargé</translation>
    </message>
    <message>
        <source>Between cursors A and B</source>
        <translation>Entre les curseurs A et B</translation>
    </message>
    <message>
        <source>As typed in the time bar</source>
        <translation>Comme saisi dans la barre de temps</translation>
    </message>
    <message>
        <source>File to make</source>
        <translation>Fichier à créer</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>C&amp;hoisir…</translation>
    </message>
    <message>
        <source>Fil&amp;e</source>
        <translation>Fichi&amp;er</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Progression de l&apos;exportation</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xporter</translation>
    </message>
    <message>
        <source>C&amp;ancel the export</source>
        <translation>&amp;Annuler l&apos;exportation</translation>
    </message>
    <message>
        <source>Cursors A and B are not set: put them on the Trend page by the keys 1 and 2.</source>
        <translation>Les curseurs A et B ne sont pas posés : posez-les sur la page Tendance avec les touches 1 et 2.</translation>
    </message>
    <message>
        <source>What stands in the time bar is no range.</source>
        <translation>La barre de temps ne contient pas de plage.</translation>
    </message>
    <message>
        <source>Nothing is loaded: fetch a range first.</source>
        <translation>Rien de chargé : charger d&apos;abord une plage.</translation>
    </message>
    <message>
        <source>“%1” is no detector of the table.</source>
        <translation>« %1 » n&apos;est pas un détecteur de la table.</translation>
    </message>
    <message>
        <source>No detector is chosen.</source>
        <translation>Aucun détecteur n&apos;est choisi.</translation>
    </message>
    <message>
        <source>No source is open.</source>
        <translation>Aucune source n&apos;est ouverte.</translation>
    </message>
    <message numerus="yes">
        <source>Every sample of %n detector(s): %1. Times in the file are UTC.</source>
        <translation>
            <numerusform>Chaque échantillon de %n détecteur : %1. Les heures du fichier sont en UTC.</numerusform>
            <numerusform>Chaque échantillon de %n détecteurs : %1. Les heures du fichier sont en UTC.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bins of %1 of %n detector(s): %2. Times in the file are UTC.</source>
        <translation>
            <numerusform>Intervalles de %1 de %n détecteur : %2. Les heures du fichier sont en UTC.</numerusform>
            <numerusform>Intervalles de %1 de %n détecteurs : %2. Les heures du fichier sont en UTC.</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1 rows, %2</source>
        <translation>Environ %1 lignes, %2</translation>
    </message>
    <message>
        <source>%1, %2 to make</source>
        <translation>%1, %2 à écrire</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exporter vers</translation>
    </message>
    <message>
        <source>Exported %1: %2, %3 samples read</source>
        <translation>%1 exporté : %2, %3 échantillons lus</translation>
    </message>
    <message>
        <source>The export was cancelled; no file was made</source>
        <translation>L&apos;exportation a été annulée ; aucun fichier n&apos;a été créé</translation>
    </message>
    <message>
        <source>MAT 7.3, for MATLAB</source>
        <translation>MAT 7.3 pour MATLAB</translation>
    </message>
</context>
<context>
    <name>cbpm::Exports</name>
    <message>
        <source>Saving %1: %2 %</source>
        <translation>Enregistrement de %1 : %2 %</translation>
    </message>
    <message>
        <source>Save the samples of this range</source>
        <translation>Enregistrer les mesures de cette plage</translation>
    </message>
    <message>
        <source>Archives (*.cbpm3)</source>
        <translation>Archives (*.cbpm3)</translation>
    </message>
    <message>
        <source>%1 is still being saved</source>
        <translation>%1 est encore en cours d&apos;enregistrement</translation>
    </message>
    <message>
        <source>Saved %1: %2 samples</source>
        <translation>%1 enregistré : %2 mesures</translation>
    </message>
    <message>
        <source>Saving was cancelled; no file was made</source>
        <translation>Enregistrement annulé ; aucun fichier créé</translation>
    </message>
    <message>
        <source>Save a picture of this page</source>
        <translation>Enregistrer une image de cette page</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>Images (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>Saved the picture %1</source>
        <translation>Image %1 enregistrée</translation>
    </message>
    <message>
        <source>The picture of this page is in the clipboard</source>
        <translation>L&apos;image de cette page est dans le presse-papiers</translation>
    </message>
    <message>
        <source>The numbers of this page are in the clipboard</source>
        <translation>Les nombres de cette page sont dans le presse-papiers</translation>
    </message>
</context>
<context>
    <name>cbpm::FindingsView</name>
    <message>
        <source>Report of the check</source>
        <translation>Rapport de l&apos;essai</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
    <message>
        <source>Copy &amp;report</source>
        <translation>Copier le &amp;rapport</translation>
    </message>
    <message>
        <source>The report as text, for a mail to the administrator</source>
        <translation>Le rapport en texte, pour un courriel à l&apos;administrateur</translation>
    </message>
    <message>
        <source>Copy S&amp;QL</source>
        <translation>Copier le S&amp;QL</translation>
    </message>
    <message>
        <source>The statements for the owner of the table</source>
        <translation>Les instructions pour le propriétaire de la table</translation>
    </message>
    <message>
        <source>well</source>
        <translation>bien</translation>
    </message>
    <message>
        <source>look</source>
        <translation>à voir</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>échoue</translation>
    </message>
</context>
<context>
    <name>cbpm::FinishPage</name>
    <message>
        <source>What a fetch would meet</source>
        <translation>Ce que rencontrerait un chargement</translation>
    </message>
    <message>
        <source>Constants of the &amp;CESR ring, built in</source>
        <translation>Constantes de l&apos;anneau &amp;CESR, intégrées</translation>
    </message>
    <message>
        <source>Constants from a &amp;file</source>
        <translation>Constantes d&apos;un &amp;fichier</translation>
    </message>
    <message>
        <source>File of the detectors&apos; constants</source>
        <translation>Fichier des constantes des détecteurs</translation>
    </message>
    <message>
        <source>a CSV, or the ring&apos;s own BPM_DET_params.cfg</source>
        <translation>un CSV, ou le BPM_DET_params.cfg de l&apos;anneau</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>C&amp;hoisir…</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>&amp;Revérifier</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Nom du profil</translation>
    </message>
    <message>
        <source>&amp;Keep it as profile</source>
        <translation>&amp;Garder comme profil</translation>
    </message>
    <message>
        <source>Looking at the source as a fetch would</source>
        <translation>Examen de la source comme le ferait un chargement</translation>
    </message>
    <message>
        <source>A fetch from this source works.</source>
        <translation>Charger depuis cette source fonctionne.</translation>
    </message>
    <message>
        <source>A fetch would fail: %1</source>
        <translation>Un chargement échouerait : %1</translation>
    </message>
    <message>
        <source>Change the &amp;server</source>
        <translation>Changer le &amp;serveur</translation>
    </message>
    <message>
        <source>Change &amp;table and columns</source>
        <translation>Changer la &amp;table et les colonnes</translation>
    </message>
    <message>
        <source>Choose a detector table</source>
        <translation>Choisir une table de détecteurs</translation>
    </message>
    <message>
        <source>Detector tables (*.csv *.cfg);;All files (*)</source>
        <translation>Tables de détecteurs (*.csv *.cfg);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>replaces the profile of this name</source>
        <translation>remplace le profil de ce nom</translation>
    </message>
</context>
<context>
    <name>cbpm::FirstPage</name>
    <message>
        <source>Which beam do you want to see?</source>
        <translation>Quel faisceau voulez-vous voir ?</translation>
    </message>
    <message>
        <source>Open the &amp;demo</source>
        <translation>Ouvrir la &amp;démo</translation>
    </message>
    <message>
        <source>A simulated day of the whole ring. It needs no server and is made in half a minute.</source>
        <translation>Une journée simulée de tout l&apos;anneau. Sans serveur, prête en une demi-minute.</translation>
    </message>
    <message>
        <source>Open an arc&amp;hive</source>
        <translation>Ouvrir une arc&amp;hive</translation>
    </message>
    <message>
        <source>A file that was saved from this program, such as the record of an incident.</source>
        <translation>Un fichier enregistré par ce programme, comme le relevé d&apos;un incident.</translation>
    </message>
    <message>
        <source>&amp;Connect to a server</source>
        <translation>Se &amp;connecter à un serveur</translation>
    </message>
    <message>
        <source>A PostgreSQL table of button readings: choose the server, look at what is there, open it.</source>
        <translation>Une table PostgreSQL de lectures de boutons : choisir le serveur, voir ce qui s&apos;y trouve, ouvrir.</translation>
    </message>
    <message>
        <source>&amp;Recent sources</source>
        <translation>Sources &amp;récentes</translation>
    </message>
    <message>
        <source>Recent sources</source>
        <translation>Sources récentes</translation>
    </message>
</context>
<context>
    <name>cbpm::FixButton</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>Serveur…</translation>
    </message>
    <message>
        <source>Table and columns…</source>
        <translation>Table et colonnes…</translation>
    </message>
    <message>
        <source>Profiles…</source>
        <translation>Profils…</translation>
    </message>
    <message>
        <source>Detectors…</source>
        <translation>Détecteurs…</translation>
    </message>
</context>
<context>
    <name>cbpm::HandbookWindow</name>
    <message>
        <source>Handbook</source>
        <translation>Manuel</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Chercher (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search the handbook</source>
        <translation>Chercher dans le manuel</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Chapitres</translation>
    </message>
    <message>
        <source>Text of the chapter</source>
        <translation>Texte du chapitre</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Nothing holds all these words.</source>
        <translation>Rien ne contient tous ces mots.</translation>
    </message>
</context>
<context>
    <name>cbpm::HealthModel</name>
    <message>
        <source>not loaded</source>
        <translation>non chargé</translation>
    </message>
    <message>
        <source>vetoed: %1</source>
        <translation>veto : %1</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>samples: %1</source>
        <translation>mesures : %1</translation>
    </message>
    <message>
        <source>Detector; sorts in ring order</source>
        <translation>Détecteur ; trie dans l&apos;ordre de l&apos;anneau</translation>
    </message>
    <message>
        <source>detector</source>
        <translation>détecteur</translation>
    </message>
    <message>
        <source>What is suspected, and why; sorts the worst first, vetoed ones behind</source>
        <translation>Ce qui est suspect et pourquoi ; les pires d&apos;abord, ceux sous veto à la fin</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>constat</translation>
    </message>
    <message>
        <source>Samples per second, valid or not</source>
        <translation>Mesures par seconde, valides ou non</translation>
    </message>
    <message>
        <source>rate
[Hz]</source>
        <translation>taux
[Hz]</translation>
    </message>
    <message>
        <source>Valid samples over those due at 10 Hz</source>
        <translation>Mesures valides par rapport à celles attendues à 10 Hz</translation>
    </message>
    <message>
        <source>coverage
[%]</source>
        <translation>couverture
[%]</translation>
    </message>
    <message>
        <source>From its last bin to the end of what is loaded</source>
        <translation>De son dernier intervalle à la fin du chargé</translation>
    </message>
    <message>
        <source>age</source>
        <translation>âge</translation>
    </message>
    <message>
        <source>Valid samples</source>
        <translation>Mesures valides</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>valides</translation>
    </message>
    <message>
        <source>Samples without a position</source>
        <translation>Mesures sans position</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>invalides</translation>
    </message>
    <message>
        <source>Mean of the residual r, zero wherever the beam is when the gains are right</source>
        <translation>Moyenne du résidu r, nulle où que soit le faisceau si les gains sont justes</translation>
    </message>
    <message>
        <source>mean r
[10⁻³]</source>
        <translation>r moyen
[10⁻³]</translation>
    </message>
    <message>
        <source>Rms of the residual about zero</source>
        <translation>Rms du résidu autour de zéro</translation>
    </message>
    <message>
        <source>rms r
[10⁻³]</source>
        <translation>rms r
[10⁻³]</translation>
    </message>
    <message>
        <source>Rms of x within bins</source>
        <translation>Rms de x dans les intervalles</translation>
    </message>
    <message>
        <source>noise x
[%1]</source>
        <translation>bruit x
[%1]</translation>
    </message>
    <message>
        <source>Rms of y within bins</source>
        <translation>Rms de y dans les intervalles</translation>
    </message>
    <message>
        <source>noise y
[%1]</source>
        <translation>bruit y
[%1]</translation>
    </message>
    <message>
        <source>Samples by flag</source>
        <translation>Mesures par marque</translation>
    </message>
    <message>
        <source>flags</source>
        <translation>marques</translation>
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
        <translation>Retire les détecteurs choisis des orbites et statistiques, avec une raison</translation>
    </message>
    <message>
        <source>&amp;Lift veto</source>
        <translation>&amp;Lever le veto</translation>
    </message>
    <message>
        <source>Takes the selected detectors in again</source>
        <translation>Reprend les détecteurs choisis</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Health of each detector</source>
        <translation>État de chaque détecteur</translation>
    </message>
    <message>
        <source>Nothing is known of the detectors: fetch a range first.</source>
        <translation>Rien n&apos;est connu des détecteurs : charger d&apos;abord une plage.</translation>
    </message>
    <message numerus="yes">
        <source>%n suspected</source>
        <translation>
            <numerusform>%n suspect</numerusform>
            <numerusform>%n suspects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vetoed</source>
        <translation>
            <numerusform>%n sous veto</numerusform>
            <numerusform>%n sous veto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good</source>
        <translation>
            <numerusform>%n bon</numerusform>
            <numerusform>%n bons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not loaded</source>
        <translation>
            <numerusform>%n non chargé</numerusform>
            <numerusform>%n non chargés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · bins of %2</source>
        <translation>%1 · intervalles de %2</translation>
    </message>
    <message>
        <source>no sample of any detector came in this range</source>
        <translation>aucune mesure d&apos;aucun détecteur dans cette plage</translation>
    </message>
    <message>
        <source>no position most of the time at %1 of %2 detectors: was there beam?</source>
        <translation>pas de position la plupart du temps pour %1 détecteurs sur %2 : y avait-il du faisceau ?</translation>
    </message>
    <message>
        <source>triggers missing: %1</source>
        <translation>déclenchements manquants : %1</translation>
    </message>
</context>
<context>
    <name>cbpm::LegendStrip</name>
    <message>
        <source>and %1 more</source>
        <translation>et %1 autres</translation>
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
        <translation>Figer les pages ; ce qui arrive est toujours collecté (Espace)</translation>
    </message>
    <message>
        <source>Time shown up to now</source>
        <translation>Durée montrée jusqu&apos;à maintenant</translation>
    </message>
    <message>
        <source>Time between two looks at the source</source>
        <translation>Temps entre deux lectures de la source</translation>
    </message>
    <message>
        <source>last</source>
        <translation>dernières</translation>
    </message>
    <message>
        <source>every</source>
        <translation>toutes les</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>%1 (tried again in %2)</source>
        <translation>%1 (nouvel essai dans %2)</translation>
    </message>
    <message>
        <source>Waiting for the first sample</source>
        <translation>Attente de la première mesure</translation>
    </message>
    <message>
        <source>Paused: the pages stand still, what comes is collected</source>
        <translation>En pause : les pages sont figées, ce qui arrive est collecté</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marche</translation>
    </message>
    <message>
        <source>Age of the data beyond which there is an alarm</source>
        <translation>Âge des données au-delà duquel il y a alarme</translation>
    </message>
    <message>
        <source>alarm after</source>
        <translation>alarme après</translation>
    </message>
    <message>
        <source>Running; the server calls when rows come</source>
        <translation>En marche ; le serveur signale les nouvelles lignes</translation>
    </message>
    <message>
        <source>Nothing for %1: check the logging, then the server</source>
        <translation>Rien depuis %1 : voir l&apos;enregistrement, puis le serveur</translation>
    </message>
</context>
<context>
    <name>cbpm::Logbook</name>
    <message>
        <source>The entry was delivered: %1</source>
        <translation>L&apos;entrée a été remise : %1</translation>
    </message>
</context>
<context>
    <name>cbpm::LogbookDelivery</name>
    <message>
        <source>The command of the logbook, %1, did not end in %2 s</source>
        <translation>La commande du journal, %1, ne s&apos;est pas terminée en %2 s</translation>
    </message>
    <message>
        <source>the entry is in %1; send it again, or give the command more time</source>
        <translation>l&apos;entrée est dans %1 ; renvoyez-la, ou laissez plus de temps à la commande</translation>
    </message>
    <message>
        <source>The command of the logbook, %1, cannot be run</source>
        <translation>La commande du journal, %1, ne peut être exécutée</translation>
    </message>
    <message>
        <source>check it on the page “Where it goes”; the entry is in %1</source>
        <translation>vérifiez-la sur la page « Destination » ; l&apos;entrée est dans %1</translation>
    </message>
    <message>
        <source>The command of the logbook, %1, failed with code %2</source>
        <translation>La commande du journal, %1, a échoué avec le code %2</translation>
    </message>
    <message>
        <source>what it said is below; the entry is in %1</source>
        <translation>ce qu&apos;elle a dit est ci-dessous ; l&apos;entrée est dans %1</translation>
    </message>
    <message>
        <source>The logbook has no folder</source>
        <translation>Le journal n&apos;a pas de dossier</translation>
    </message>
    <message>
        <source>name one on the page “Where it goes”</source>
        <translation>indiquez-en un sur la page « Destination »</translation>
    </message>
</context>
<context>
    <name>cbpm::LogbookDialog</name>
    <message>
        <source>Logbook entry</source>
        <translation>Entrée de journal</translation>
    </message>
    <message>
        <source>&amp;Entry</source>
        <translation>&amp;Entrée</translation>
    </message>
    <message>
        <source>&amp;Where it goes</source>
        <translation>&amp;Destination</translation>
    </message>
    <message>
        <source>This is what was written before and not delivered.</source>
        <translation>Ceci a été écrit auparavant et n&apos;a pas été remis.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titre</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Te&amp;xte</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>&amp;Auteur</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Folder of the entries</source>
        <translation>Dossier des entrées</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>C&amp;hoisir…</translation>
    </message>
    <message>
        <source>Command that takes an entry</source>
        <translation>Commande qui reçoit une entrée</translation>
    </message>
    <message>
        <source>a program with its arguments; empty: none</source>
        <translation>un programme et ses arguments ; vide : aucun</translation>
    </message>
    <message>
        <source>Time the command may take</source>
        <translation>Temps laissé à la commande</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Each entry becomes a folder with entry.json, entry.md, picture.png and a view. The command gets that folder as its last argument; no shell is asked.</source>
        <translation>Chaque entrée devient un dossier avec entry.json, entry.md, picture.png et une vue. La commande reçoit ce dossier comme dernier argument ; aucun shell n&apos;intervient.</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>Do&amp;ssier</translation>
    </message>
    <message>
        <source>&amp;Command</source>
        <translation>&amp;Commande</translation>
    </message>
    <message>
        <source>&amp;Give up after</source>
        <translation>A&amp;bandonner après</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>En&amp;voyer</translation>
    </message>
    <message>
        <source>Say first where entries go: a folder, a command, or both.</source>
        <translation>Dites d&apos;abord où vont les entrées : un dossier, une commande, ou les deux.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
</context>
<context>
    <name>cbpm::MainWindow</name>
    <message>
        <source>CBPM3 monitor</source>
        <translation>Moniteur CBPM3</translation>
    </message>
    <message>
        <source>%1 (tried again in %2)</source>
        <translation>%1 (nouvel essai dans %2)</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Détecteurs</translation>
    </message>
    <message>
        <source>The language changes to %1 when the program starts again</source>
        <translation>La langue passera à %1 au prochain démarrage</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Ouverture</translation>
    </message>
    <message>
        <source>Loaded data are no longer kept on disk: %1</source>
        <translation>Les données chargées ne sont plus gardées sur disque : %1</translation>
    </message>
    <message>
        <source>Open a source first: its detectors are shown then</source>
        <translation>Ouvrir d&apos;abord une source : ses détecteurs seront montrés</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Détecteur</translation>
    </message>
    <message>
        <source>Samples up to %1 are further ahead than any clock should be: they are left out of the range that is offered; type a range to see them</source>
        <translation>Des mesures jusqu&apos;au %1 sont plus en avance que ne devrait l&apos;être une horloge : la plage proposée les omet ; écrivez une plage pour les voir</translation>
    </message>
</context>
<context>
    <name>cbpm::MenuMaker</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Save range…</source>
        <translation>&amp;Enregistrer la plage…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Données</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>&amp;Charger</translation>
    </message>
    <message>
        <source>Fetch &amp;again from the source</source>
        <translation>Rechar&amp;ger de la source</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;References…</source>
        <translation>&amp;Références…</translation>
    </message>
    <message>
        <source>&amp;Detectors…</source>
        <translation>&amp;Détecteurs…</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>&amp;Méthode</translation>
    </message>
    <message>
        <source>As in the &amp;table</source>
        <translation>Comme dans la &amp;table</translation>
    </message>
    <message>
        <source>&amp;Linear</source>
        <translation>&amp;Linéaire</translation>
    </message>
    <message>
        <source>L&amp;og</source>
        <translation>L&amp;og</translation>
    </message>
    <message>
        <source>&amp;Polynomial</source>
        <translation>&amp;Polynôme</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Inversion</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Temps</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>Di&amp;rect</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Historique</translation>
    </message>
    <message>
        <source>&amp;Replay</source>
        <translation>Re&amp;lecture</translation>
    </message>
    <message>
        <source>&amp;Pause or run</source>
        <translation>&amp;Pause ou marche</translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <translation>Pas en &amp;arrière</translation>
    </message>
    <message>
        <source>Step &amp;forward</source>
        <translation>Pas en &amp;avant</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vue</translation>
    </message>
    <message>
        <source>&amp;Local time</source>
        <translation>Heure &amp;locale</translation>
    </message>
    <message>
        <source>&amp;Millimetres</source>
        <translation>&amp;Millimètres</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Lan&amp;gue</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;Handbook</source>
        <translation>&amp;Manuel</translation>
    </message>
    <message>
        <source>&amp;Profiles…</source>
        <translation>&amp;Profils…</translation>
    </message>
    <message>
        <source>&amp;Connect to a server…</source>
        <translation>Se &amp;connecter à un serveur…</translation>
    </message>
    <message>
        <source>Open &amp;view…</source>
        <translation>Ouvrir une &amp;vue…</translation>
    </message>
    <message>
        <source>Save vie&amp;w…</source>
        <translation>Enregistrer la v&amp;ue…</translation>
    </message>
    <message>
        <source>&amp;Templates</source>
        <translation>&amp;Modèles</translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation>&amp;Pages</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Commandes…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Touches</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation>Enregistrer l&apos;&amp;image…</translation>
    </message>
    <message>
        <source>&amp;Logbook entry…</source>
        <translation>Entrée de &amp;journal…</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Back to the view before</source>
        <translation>&amp;Retour à la vue précédente</translation>
    </message>
    <message>
        <source>&amp;Forward again</source>
        <translation>&amp;Avancer de nouveau</translation>
    </message>
    <message>
        <source>&amp;Copy the picture</source>
        <translation>&amp;Copier l&apos;image</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>Copier comme &amp;texte</translation>
    </message>
    <message>
        <source>&amp;Numbers of the page…</source>
        <translation>&amp;Nombres de la page…</translation>
    </message>
    <message>
        <source>Page in its own &amp;window</source>
        <translation>Page dans sa propre &amp;fenêtre</translation>
    </message>
    <message>
        <source>Page &amp;beside the tabs</source>
        <translation>Page à &amp;côté des onglets</translation>
    </message>
    <message>
        <source>All pages back to their &amp;tabs</source>
        <translation>Toutes les pages dans leurs &amp;onglets</translation>
    </message>
    <message>
        <source>A&amp;nnotate…</source>
        <translation>A&amp;nnoter…</translation>
    </message>
    <message>
        <source>Ann&amp;otations…</source>
        <translation>N&amp;otes…</translation>
    </message>
</context>
<context>
    <name>cbpm::NumbersWindow</name>
    <message>
        <source>Numbers of the page</source>
        <translation>Nombres de la page</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>&amp;Relire</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Numbers of the page %1</source>
        <translation>Nombres de la page %1</translation>
    </message>
    <message>
        <source>The first %1 of %2 lines: Copy takes all, Export writes them to a file.</source>
        <translation>Les %1 premières de %2 lignes : Copier les prend toutes, Exporter les écrit dans un fichier.</translation>
    </message>
</context>
<context>
    <name>cbpm::OrbitControls</name>
    <message>
        <source>S&amp;how</source>
        <translation>&amp;Montrer</translation>
    </message>
    <message>
        <source>Take as &amp;now</source>
        <translation>Prendre en &amp;présent</translation>
    </message>
    <message>
        <source>Keep this orbit and show changes against it</source>
        <translation>Garder cette orbite et montrer les écarts</translation>
    </message>
    <message>
        <source>&amp;of</source>
        <translation>&amp;de</translation>
    </message>
    <message>
        <source>bin at the cursor</source>
        <translation>intervalle au curseur</translation>
    </message>
    <message>
        <source>one trigger</source>
        <translation>un déclenchement</translation>
    </message>
    <message>
        <source>stretch A to B</source>
        <translation>de A à B</translation>
    </message>
    <message>
        <source>Between the cursors A and B; what the trend shows where they are not set</source>
        <translation>Entre les curseurs A et B ; sinon ce que montre la tendance</translation>
    </message>
    <message>
        <source>&amp;bars</source>
        <translation>&amp;barres</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>min to max</source>
        <translation>min à max</translation>
    </message>
    <message>
        <source>std</source>
        <translation>écart type</translation>
    </message>
    <message>
        <source>by &amp;id</source>
        <translation>par &amp;id</translation>
    </message>
    <message>
        <source>Along the axis: detector ids instead of s</source>
        <translation>Sur l&apos;axe : ids de détecteur au lieu de s</translation>
    </message>
    <message>
        <source>&amp;Save as reference…</source>
        <translation>&amp;Garder en référence…</translation>
    </message>
    <message>
        <source>Keep this orbit for good</source>
        <translation>Garder cette orbite durablement</translation>
    </message>
    <message>
        <source>&amp;References…</source>
        <translation>&amp;Références…</translation>
    </message>
    <message>
        <source>Saved orbits: compare, mark golden, import, export</source>
        <translation>Orbites enregistrées : comparer, marquer dorée, importer, exporter</translation>
    </message>
    <message>
        <source>absolute</source>
        <translation>absolue</translation>
    </message>
</context>
<context>
    <name>cbpm::OrbitPage</name>
    <message>
        <source>Orbit of the whole ring</source>
        <translation>Orbite de tout l&apos;anneau</translation>
    </message>
    <message>
        <source>Orbit</source>
        <translation>Orbite</translation>
    </message>
    <message>
        <source>A and B are outside of what is loaded.</source>
        <translation>A et B sont hors de ce qui est chargé.</translation>
    </message>
    <message>
        <source>No orbit: fetch a range, then click into the trend.</source>
        <translation>Pas d&apos;orbite : charger une plage, puis cliquer dans la tendance.</translation>
    </message>
    <message>
        <source>Reading the trigger at the cursor</source>
        <translation>Lecture du déclenchement au curseur</translation>
    </message>
    <message>
        <source>%1 of %2 detectors</source>
        <translation>%1 détecteurs sur %2</translation>
    </message>
    <message>
        <source>%1 · mean over %2</source>
        <translation>%1 · moyenne sur %2</translation>
    </message>
    <message>
        <source>%1 · one trigger</source>
        <translation>%1 · un déclenchement</translation>
    </message>
    <message>
        <source>mean over %1</source>
        <translation>moyenne sur %1</translation>
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
        <translation>%1 : pas de valeur</translation>
    </message>
    <message>
        <source>%1: rms %2 %3, largest %4 %3 at %5</source>
        <translation>%1 : rms %2 %3, maximum %4 %3 à %5</translation>
    </message>
    <message>
        <source>%1 detectors were not loaded: choose a coarser interval for the whole ring</source>
        <translation>%1 détecteurs non chargés : choisir un intervalle plus grand pour tout l&apos;anneau</translation>
    </message>
    <message>
        <source>%1 missing%2</source>
        <translation>%1 absents%2</translation>
    </message>
    <message>
        <source>%1 vetoed, drawn hollow%2</source>
        <translation>%1 sous veto, tracés creux%2</translation>
    </message>
    <message>
        <source>%1 not in the reference%2</source>
        <translation>%1 hors de la référence%2</translation>
    </message>
    <message>
        <source>No detector is missing.</source>
        <translation>Aucun détecteur absent.</translation>
    </message>
    <message>
        <source>Δx [%1], + outward</source>
        <translation>Δx [%1], + vers l&apos;extérieur</translation>
    </message>
    <message>
        <source>x [%1], + outward</source>
        <translation>x [%1], + vers l&apos;extérieur</translation>
    </message>
    <message>
        <source>Δy [%1], + up</source>
        <translation>Δy [%1], + vers le haut</translation>
    </message>
    <message>
        <source>y [%1], + up</source>
        <translation>y [%1], + vers le haut</translation>
    </message>
    <message>
        <source>now</source>
        <translation>présent</translation>
    </message>
</context>
<context>
    <name>cbpm::Page</name>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
    <message>
        <source>Nothing is loaded: fetch a range first.</source>
        <translation>Rien de chargé : charger d&apos;abord une plage.</translation>
    </message>
    <message>
        <source>Nothing is loaded between A and B.</source>
        <translation>Rien n&apos;est chargé entre A et B.</translation>
    </message>
    <message>
        <source>Nothing is loaded of what is in view.</source>
        <translation>Rien n&apos;est chargé de ce qui est visible.</translation>
    </message>
    <message>
        <source>A to B: %1</source>
        <translation>A à B : %1</translation>
    </message>
    <message>
        <source>Loaded: %1</source>
        <translation>Chargé : %1</translation>
    </message>
    <message>
        <source>In view: %1</source>
        <translation>Visible : %1</translation>
    </message>
</context>
<context>
    <name>cbpm::PageDeck</name>
    <message>
        <source>%1 – CBPM3 monitor</source>
        <translation>%1 – moniteur CBPM3</translation>
    </message>
</context>
<context>
    <name>cbpm::ProfileForm</name>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>demo, an archive, service=NAME, or host=… dbname=…</source>
        <translation>demo, une archive, service=NOM ou host=… dbname=…</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Column of the time</source>
        <translation>Colonne du temps</translation>
    </message>
    <message>
        <source>Column of the detector</source>
        <translation>Colonne du détecteur</translation>
    </message>
    <message>
        <source>Top inner button</source>
        <translation>Bouton haut intérieur</translation>
    </message>
    <message>
        <source>Top outer button</source>
        <translation>Bouton haut extérieur</translation>
    </message>
    <message>
        <source>Bottom inner button</source>
        <translation>Bouton bas intérieur</translation>
    </message>
    <message>
        <source>Bottom outer button</source>
        <translation>Bouton bas extérieur</translation>
    </message>
    <message>
        <source>Zone of times without one</source>
        <translation>Fuseau des heures sans fuseau</translation>
    </message>
    <message>
        <source>Detector table</source>
        <translation>Table de détecteurs</translation>
    </message>
    <message>
        <source>built in: the CESR ring</source>
        <translation>intégrée : l&apos;anneau CESR</translation>
    </message>
    <message>
        <source>Choose a detector table</source>
        <translation>Choisir une table de détecteurs</translation>
    </message>
    <message>
        <source>Detector tables (*.csv *.cfg);;All files (*)</source>
        <translation>Tables de détecteurs (*.csv *.cfg);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Share decisions</source>
        <translation>Partager les décisions</translation>
    </message>
    <message>
        <source>no; yes, where the site has a place for them</source>
        <translation>no ; yes, si le site a une place pour elles</translation>
    </message>
</context>
<context>
    <name>cbpm::ProfilesDialog</name>
    <message>
        <source>A fetch from this source would fail: see the report.</source>
        <translation>Charger depuis cette source échouerait : voir le rapport.</translation>
    </message>
    <message>
        <source>A fetch from this source works.</source>
        <translation>Charger depuis cette source fonctionne.</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profils</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Nom du profil</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nouveau</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>D&amp;upliquer</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>N&amp;om</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Essayer</translation>
    </message>
    <message>
        <source>Look at the source as it stands in the form, and say what a fetch would meet</source>
        <translation>Examiner la source telle qu&apos;elle est dans le formulaire et dire ce que rencontrerait un chargement</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>This profile is the site&apos;s: Save keeps a copy of your own, which then wins.</source>
        <translation>Ce profil est celui du site : Enregistrer en garde une copie à vous, qui l&apos;emporte.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>Give it a name and say what differs from the default, then Save.</source>
        <translation>Lui donner un nom et dire ce qui diffère du défaut, puis Enregistrer.</translation>
    </message>
    <message>
        <source>There is a profile “%1” already</source>
        <translation>Il y a déjà un profil « %1 »</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>choisir un autre nom</translation>
    </message>
    <message>
        <source>“%1” is kept.</source>
        <translation>« %1 » est enregistré.</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 copie</translation>
    </message>
    <message>
        <source>Delete a profile</source>
        <translation>Supprimer un profil</translation>
    </message>
    <message>
        <source>Delete the profile “%1” for good?</source>
        <translation>Supprimer définitivement le profil « %1 » ?</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>« %1 » est supprimé.</translation>
    </message>
    <message>
        <source>Looking at the source</source>
        <translation>Examen de la source</translation>
    </message>
    <message>
        <source>Profile not saved</source>
        <translation>Profil non enregistré</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>Enregistrer les changements de « %1 » ?</translation>
    </message>
    <message>
        <source>&amp;Connect to a server…</source>
        <translation>Se &amp;connecter à un serveur…</translation>
    </message>
    <message>
        <source>Step by ste&amp;p…</source>
        <translation>&amp;Pas à pas…</translation>
    </message>
    <message>
        <source>Change server, table and columns of this profile as they were made, with the newest rows</source>
        <translation>Changer serveur, table et colonnes de ce profil comme ils ont été faits, avec les lignes les plus récentes</translation>
    </message>
</context>
<context>
    <name>cbpm::ReferenceChoice</name>
    <message>
        <source>minus golden: %1</source>
        <translation>moins dorée : %1</translation>
    </message>
    <message>
        <source>minus golden (none marked)</source>
        <translation>moins dorée (aucune marquée)</translation>
    </message>
    <message>
        <source>minus the orbit at A</source>
        <translation>moins l&apos;orbite en A</translation>
    </message>
    <message>
        <source>minus now (as taken)</source>
        <translation>moins le présent (comme pris)</translation>
    </message>
    <message>
        <source>minus %1</source>
        <translation>moins %1</translation>
    </message>
    <message>
        <source>at an unknown time</source>
        <translation>à une heure inconnue</translation>
    </message>
    <message>
        <source> (made with other constants)</source>
        <translation> (faite avec d&apos;autres constantes)</translation>
    </message>
    <message>
        <source>minus golden “%1”, %2</source>
        <translation>moins dorée « %1 », %2</translation>
    </message>
    <message>
        <source>No golden orbit is marked: mark one in References…</source>
        <translation>Aucune orbite dorée : en marquer une dans Références…</translation>
    </message>
    <message>
        <source>minus “%1”, %2</source>
        <translation>moins « %1 », %2</translation>
    </message>
    <message>
        <source>That reference is gone.</source>
        <translation>Cette référence n&apos;existe plus.</translation>
    </message>
    <message>
        <source>minus %1, %2</source>
        <translation>moins %1, %2</translation>
    </message>
    <message>
        <source>No orbit was taken: press Take as now.</source>
        <translation>Aucune orbite prise : Prendre en présent.</translation>
    </message>
    <message>
        <source>Cursor A is not set: set it in the trend.</source>
        <translation>Le curseur A n&apos;est pas posé : le poser dans la tendance.</translation>
    </message>
    <message>
        <source>Cursor A is outside of what is loaded.</source>
        <translation>Le curseur A est hors de ce qui est chargé.</translation>
    </message>
    <message>
        <source>minus the orbit at A, %1</source>
        <translation>moins l&apos;orbite en A, %1</translation>
    </message>
</context>
<context>
    <name>cbpm::ReferenceListModel</name>
    <message>
        <source>golden</source>
        <translation>dorée</translation>
    </message>
    <message>
        <source>not golden</source>
        <translation>non dorée</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Golden</source>
        <translation>Dorée</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Détecteurs</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
</context>
<context>
    <name>cbpm::ReferencesDialog</name>
    <message>
        <source>Reference orbits</source>
        <translation>Orbites de référence</translation>
    </message>
    <message>
        <source>Saved orbits, the newest first</source>
        <translation>Orbites enregistrées, les plus récentes d&apos;abord</translation>
    </message>
    <message>
        <source>Differences by detector</source>
        <translation>Écarts par détecteur</translation>
    </message>
    <message>
        <source>Mark &amp;golden</source>
        <translation>Marquer &amp;dorée</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>Unmark &amp;golden</source>
        <translation>Ne plus marquer &amp;dorée</translation>
    </message>
    <message>
        <source>No orbit was saved yet: the orbit page saves them.</source>
        <translation>Aucune orbite enregistrée : la page Orbite les enregistre.</translation>
    </message>
    <message>
        <source>Choose two orbits to compare them.</source>
        <translation>Choisir deux orbites pour les comparer.</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Détecteur</translation>
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
        <translation>« %1 » moins « %2 » : rms x %3, rms y %4 %5 de %6 détecteurs</translation>
    </message>
    <message>
        <source>only in the first: %1</source>
        <translation>seulement dans la première : %1</translation>
    </message>
    <message>
        <source>only in the second: %1</source>
        <translation>seulement dans la seconde : %1</translation>
    </message>
    <message>
        <source>made with different constants</source>
        <translation>faites avec des constantes différentes</translation>
    </message>
    <message>
        <source>No orbit is golden now.</source>
        <translation>Aucune orbite n&apos;est dorée maintenant.</translation>
    </message>
    <message>
        <source>“%1” is golden now.</source>
        <translation>« %1 » est maintenant dorée.</translation>
    </message>
    <message>
        <source>Delete references</source>
        <translation>Supprimer des références</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n reference orbit(s) for good? Every program that shares them loses them.</source>
        <translation>
            <numerusform>Supprimer définitivement %n orbite de référence ? Tous les programmes qui la partagent la perdent.</numerusform>
            <numerusform>Supprimer définitivement %n orbites de référence ? Tous les programmes qui les partagent les perdent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reference orbit(s) deleted.</source>
        <translation>
            <numerusform>%n orbite de référence supprimée.</numerusform>
            <numerusform>%n orbites de référence supprimées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import an orbit</source>
        <translation>Importer une orbite</translation>
    </message>
    <message>
        <source>Orbits (*.csv);;All files (*)</source>
        <translation>Orbites (*.csv);;Tous les fichiers (*)</translation>
    </message>
    <message numerus="yes">
        <source>Imported “%1”: %n detector(s).</source>
        <translation>
            <numerusform>« %1 » importée : %n détecteur.</numerusform>
            <numerusform>« %1 » importée : %n détecteurs.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in the present detector table, and not shown: %1.</source>
        <translation>Hors de la table de détecteurs actuelle, non montrés : %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n detector(s)</source>
        <translation>
            <numerusform>%n détecteur</numerusform>
            <numerusform>%n détecteurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the orbit</source>
        <translation>Exporter l&apos;orbite</translation>
    </message>
    <message>
        <source>Orbits (*.csv)</source>
        <translation>Orbites (*.csv)</translation>
    </message>
    <message>
        <source>“%1” was written to %2.</source>
        <translation>« %1 » écrite dans %2.</translation>
    </message>
</context>
<context>
    <name>cbpm::Referencing</name>
    <message>
        <source>“%1” was saved as reference</source>
        <translation>« %1 » enregistré comme référence</translation>
    </message>
</context>
<context>
    <name>cbpm::ReplayBar</name>
    <message>
        <source>One trigger back (,)</source>
        <translation>Un déclenchement en arrière (,)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Play or pause (Space)</source>
        <translation>Lire ou suspendre (Espace)</translation>
    </message>
    <message>
        <source>One trigger forward (.)</source>
        <translation>Un déclenchement en avant (.)</translation>
    </message>
    <message>
        <source>Replayed time within the range</source>
        <translation>Instant relu dans la plage</translation>
    </message>
    <message>
        <source>Seconds of data per second</source>
        <translation>Secondes de données par seconde</translation>
    </message>
    <message>
        <source>&amp;loop</source>
        <translation>&amp;boucle</translation>
    </message>
    <message>
        <source>Time shown up to the replayed moment</source>
        <translation>Durée montrée jusqu&apos;à l&apos;instant relu</translation>
    </message>
    <message>
        <source>last</source>
        <translation>dernières</translation>
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
        <translation>Garder en référence</translation>
    </message>
    <message numerus="yes">
        <source>%n detector(s), absolute positions</source>
        <translation>
            <numerusform>%n détecteur, positions absolues</numerusform>
            <numerusform>%n détecteurs, positions absolues</numerusform>
        </translation>
    </message>
    <message>
        <source>such as: 100 mA, after the access of Tuesday</source>
        <translation>p. ex. : 100 mA, après l&apos;accès de mardi</translation>
    </message>
    <message>
        <source>Mark as &amp;golden, in place of the one that is</source>
        <translation>Marquer &amp;dorée, à la place de l&apos;actuelle</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>&amp;Auteur</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>&amp;Commentaire</translation>
    </message>
    <message>
        <source>Name of the reference</source>
        <translation>Nom de la référence</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
</context>
<context>
    <name>cbpm::ServerPage</name>
    <message>
        <source>The server cannot be used as it is written here: see the report.</source>
        <translation>Le serveur n&apos;est pas utilisable tel qu&apos;écrit ici : voir le rapport.</translation>
    </message>
    <message>
        <source>The server answers. Next: its table.</source>
        <translation>Le serveur répond. Ensuite : sa table.</translation>
    </message>
    <message>
        <source>Which server?</source>
        <translation>Quel serveur ?</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Essayer</translation>
    </message>
    <message>
        <source>Try to reach the server, and say how</source>
        <translation>Essayer d&apos;atteindre le serveur, et dire comment</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>By a name of the service &amp;file</source>
        <translation>Par un nom du &amp;fichier de services</translation>
    </message>
    <message>
        <source>Name in the service file</source>
        <translation>Nom dans le fichier de services</translation>
    </message>
    <message>
        <source>Names in ~/.pg_service.conf and in the file of this machine</source>
        <translation>Noms dans ~/.pg_service.conf et dans le fichier de cette machine</translation>
    </message>
    <message>
        <source>none: ~/.pg_service.conf names no server</source>
        <translation>aucun : ~/.pg_service.conf ne nomme aucun serveur</translation>
    </message>
    <message>
        <source>By its &amp;host</source>
        <translation>Par son &amp;hôte</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>name or address; empty: the socket of this machine</source>
        <translation>nom ou adresse ; vide : la socket de cette machine</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
    <message>
        <source>as the user is called</source>
        <translation>comme l&apos;utilisateur</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>as you are called on this machine</source>
        <translation>comme sur cette machine</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Chiffrement</translation>
    </message>
    <message>
        <source>encrypted, and the server proves who it is (verify-full)</source>
        <translation>chiffré, et le serveur prouve son identité (verify-full)</translation>
    </message>
    <message>
        <source>encrypted, and a server of this authority (verify-ca)</source>
        <translation>chiffré, un serveur de cette autorité (verify-ca)</translation>
    </message>
    <message>
        <source>encrypted, whoever answers (require)</source>
        <translation>chiffré, quel que soit le serveur (require)</translation>
    </message>
    <message>
        <source>not encrypted: others can read along (disable)</source>
        <translation>non chiffré : d&apos;autres peuvent lire (disable)</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Autorité</translation>
    </message>
    <message>
        <source>certificate of the authority; empty: ~/.postgresql/root.crt</source>
        <translation>certificat de l&apos;autorité ; vide : ~/.postgresql/root.crt</translation>
    </message>
    <message>
        <source>Choose the certificate of the authority</source>
        <translation>Choisir le certificat de l&apos;autorité</translation>
    </message>
    <message>
        <source>As a connection &amp;string</source>
        <translation>Comme &amp;chaîne de connexion</translation>
    </message>
    <message>
        <source>Connection string</source>
        <translation>Chaîne de connexion</translation>
    </message>
    <message>
        <source>Where the password belongs</source>
        <translation>Où va le mot de passe</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>It is not asked for here. If the server wants one, ~/.pgpass (mode 0600) holds it in a line:
%1</source>
        <translation>Il n&apos;est pas demandé ici. Si le serveur en veut un, ~/.pgpass (mode 0600) le contient dans une ligne :
%1</translation>
    </message>
    <message>
        <source>It is not asked for here. If the server wants one, it belongs in ~/.pgpass (mode 0600) or the service file.</source>
        <translation>Il n&apos;est pas demandé ici. Si le serveur en veut un, il va dans ~/.pgpass (mode 0600) ou le fichier de services.</translation>
    </message>
    <message>
        <source>This is no connection string; write host=… dbname=… or postgresql://…</source>
        <translation>Ce n&apos;est pas une chaîne de connexion ; écrire host=… dbname=… ou postgresql://…</translation>
    </message>
    <message>
        <source>Looking for the server</source>
        <translation>Recherche du serveur</translation>
    </message>
    <message>
        <source>Certificate of the authority</source>
        <translation>Certificat de l&apos;autorité</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem);;All files (*)</source>
        <translation>Certificats (*.crt *.pem);;Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>cbpm::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Keys, and what they do</source>
        <translation>Touches et leur effet</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Effet</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
</context>
<context>
    <name>cbpm::SiteShare</name>
    <message>
        <source>%1 (login %2)</source>
        <translation>%1 (compte %2)</translation>
    </message>
    <message>
        <source>Your change of the veto of %1 was overtaken by %2, %3; yours stays in the journal</source>
        <translation>Votre modification du veto de %1 a été remplacée par %2, %3 ; la vôtre reste dans le journal</translation>
    </message>
    <message>
        <source>Your change of an annotation was overtaken by %1, %2; yours stays in the journal</source>
        <translation>Votre modification d’une note a été remplacée par %1, %2 ; la vôtre reste dans le journal</translation>
    </message>
    <message>
        <source>Your change of the reference orbits was overtaken by %1, %2; yours stays in the journal</source>
        <translation>Votre modification des orbites de référence a été remplacée par %1, %2 ; la vôtre reste dans le journal</translation>
    </message>
    <message>
        <source>what is shared at this site was not reached yet</source>
        <translation>ce que le site partage n’est pas encore atteint</translation>
    </message>
    <message>
        <source>try again in a moment</source>
        <translation>réessayer dans un instant</translation>
    </message>
    <message>
        <source>you may only look at what is shared on %1</source>
        <translation>ce qui est partagé sur %1 peut seulement être consulté ici</translation>
    </message>
    <message>
        <source>ask its administrator for the role cbpm3_shared_edit</source>
        <translation>demander le rôle cbpm3_shared_edit à son administrateur</translation>
    </message>
    <message>
        <source>not shared</source>
        <translation>non partagé</translation>
    </message>
    <message>
        <source>looking for what is shared</source>
        <translation>recherche du partage</translation>
    </message>
    <message numerus="yes">
        <source>%n not yet shared</source>
        <translation>
            <numerusform>%n pas encore partagé</numerusform>
            <numerusform>%n pas encore partagés</numerusform>
        </translation>
    </message>
    <message>
        <source>shared, not reached</source>
        <translation>partagé, non atteint</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>partagé</translation>
    </message>
    <message>
        <source>What is shared at this site is being looked for.</source>
        <translation>Ce que le site partage est recherché.</translation>
    </message>
    <message>
        <source>What is shared at this site was not reached: %1</source>
        <translation>Ce que le site partage n’a pas été atteint : %1</translation>
    </message>
    <message>
        <source>The server has no place to share in the schema “%1”, or not for you: references, vetoes and annotations are kept on this computer</source>
        <translation>Le serveur n’a pas de place de partage dans le schéma « %1 », ou pas pour vous : références, vetos et notes restent sur cet ordinateur</translation>
    </message>
    <message>
        <source>Shared with all who use %1.</source>
        <translation>Partagé avec tous ceux qui utilisent %1.</translation>
    </message>
    <message>
        <source>Shared on %1; you may only look.</source>
        <translation>Partagé sur %1 ; consultation seulement.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not yet shared: %1</source>
        <translation>
            <numerusform>%n modification pas encore partagée : %1</numerusform>
            <numerusform>%n modifications pas encore partagées : %1</numerusform>
        </translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>en route</translation>
    </message>
    <message>
        <source>Not reached now: %1</source>
        <translation>Non atteint actuellement : %1</translation>
    </message>
</context>
<context>
    <name>cbpm::SourceBar</name>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Source</translation>
    </message>
    <message>
        <source>Source of the data</source>
        <translation>Source des données</translation>
    </message>
    <message>
        <source>demo, an archive, profile:NAME, service=NAME, or host=… dbname=…; passwords belong into ~/.pgpass</source>
        <translation>demo, une archive, profile:NOM, service=NOM ou host=… dbname=… ; les mots de passe vont dans ~/.pgpass</translation>
    </message>
    <message>
        <source>O&amp;pen</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Essayer</translation>
    </message>
    <message>
        <source>Try to reach this source and say what is there</source>
        <translation>Essayer d&apos;atteindre cette source et dire ce qui s&apos;y trouve</translation>
    </message>
    <message>
        <source>&amp;Archive…</source>
        <translation>&amp;Archive…</translation>
    </message>
    <message>
        <source>Open an archive</source>
        <translation>Ouvrir une archive</translation>
    </message>
    <message>
        <source>Archives (*.cbpm3);;All files (*)</source>
        <translation>Archives (*.cbpm3);;Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>cbpm::Sources</name>
    <message>
        <source>Testing</source>
        <translation>Essai</translation>
    </message>
    <message>
        <source>Reached: %1, %2, data %3</source>
        <translation>Atteint : %1, %2, données %3</translation>
    </message>
    <message>
        <source>Reached: %1, %2, no data</source>
        <translation>Atteint : %1, %2, pas de données</translation>
    </message>
    <message>
        <source>Preparing: %1 %</source>
        <translation>Préparation : %1 %</translation>
    </message>
</context>
<context>
    <name>cbpm::SpectrumPage</name>
    <message>
        <source>Shown detectors</source>
        <translation>Détecteurs montrés</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>Spectre</translation>
    </message>
    <message>
        <source>What the spectrum is of</source>
        <translation>De quoi est le spectre</translation>
    </message>
    <message>
        <source>x and y</source>
        <translation>x et y</translation>
    </message>
    <message>
        <source>buttons</source>
        <translation>boutons</translation>
    </message>
    <message>
        <source>Window: Hann for noise, flat top for the height of lines</source>
        <translation>Fenêtre : Hann pour le bruit, flat top pour la hauteur des raies</translation>
    </message>
    <message>
        <source>Hann</source>
        <translation>Hann</translation>
    </message>
    <message>
        <source>flat top</source>
        <translation>flat top</translation>
    </message>
    <message>
        <source>Blackman-Harris</source>
        <translation>Blackman-Harris</translation>
    </message>
    <message>
        <source>rectangular</source>
        <translation>rectangulaire</translation>
    </message>
    <message>
        <source>Length of the segments that are averaged: the longer, the finer in frequency</source>
        <translation>Longueur des segments moyennés : plus ils sont longs, plus la fréquence est fine</translation>
    </message>
    <message>
        <source>segments: auto</source>
        <translation>segments : auto</translation>
    </message>
    <message>
        <source>Integrated motion: rms of all above, or all below, a frequency</source>
        <translation>Mouvement intégré : rms de tout au-dessus ou au-dessous d&apos;une fréquence</translation>
    </message>
    <message>
        <source>motion above f</source>
        <translation>mouvement au-dessus de f</translation>
    </message>
    <message>
        <source>motion below f</source>
        <translation>mouvement au-dessous de f</translation>
    </message>
    <message>
        <source>no motion curve</source>
        <translation>sans courbe de mouvement</translation>
    </message>
    <message>
        <source>rati&amp;o to it</source>
        <translation>rapp&amp;ort à celui-ci</translation>
    </message>
    <message>
        <source>Draws the density over that of the kept background</source>
        <translation>Trace la densité rapportée au fond gardé</translation>
    </message>
    <message>
        <source>Amplitude density against frequency</source>
        <translation>Densité d&apos;amplitude en fonction de la fréquence</translation>
    </message>
    <message>
        <source>frequency [Hz]</source>
        <translation>fréquence [Hz]</translation>
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
        <translation>haut int.</translation>
    </message>
    <message>
        <source>bottom in</source>
        <translation>bas int.</translation>
    </message>
    <message>
        <source>bottom out</source>
        <translation>bas ext.</translation>
    </message>
    <message>
        <source>top out</source>
        <translation>haut ext.</translation>
    </message>
    <message>
        <source>%1 (no spectrum)</source>
        <translation>%1 (pas de spectre)</translation>
    </message>
    <message>
        <source>background</source>
        <translation>fond</translation>
    </message>
    <message>
        <source>%1 over background</source>
        <translation>%1 sur fond</translation>
    </message>
    <message>
        <source>%1 [%2/√Hz]</source>
        <translation>%1 [%2/√Hz]</translation>
    </message>
    <message>
        <source>%1 above f [%2 rms]</source>
        <translation>%1 au-dessus de f [%2 rms]</translation>
    </message>
    <message>
        <source>%1 below f [%2 rms]</source>
        <translation>%1 au-dessous de f [%2 rms]</translation>
    </message>
    <message>
        <source>top buttons</source>
        <translation>boutons du haut</translation>
    </message>
    <message>
        <source>bottom buttons</source>
        <translation>boutons du bas</translation>
    </message>
    <message>
        <source>Select a detector.</source>
        <translation>Choisir un détecteur.</translation>
    </message>
    <message>
        <source>Reading the samples</source>
        <translation>Lecture des mesures</translation>
    </message>
    <message>
        <source>No segment has enough valid samples.</source>
        <translation>Aucun segment n&apos;a assez de mesures valides.</translation>
    </message>
    <message>
        <source>The stretch is shorter than a segment.</source>
        <translation>La durée est plus courte qu&apos;un segment.</translation>
    </message>
    <message>
        <source>segments of %1</source>
        <translation>segments de %1</translation>
    </message>
    <message>
        <source>averaged: %1</source>
        <translation>moyennés : %1</translation>
    </message>
    <message>
        <source>left out for gaps: %1</source>
        <translation>omis pour lacunes : %1</translation>
    </message>
    <message>
        <source>triggers missing: %1, bridged: %2</source>
        <translation>déclenchements absents : %1, comblés : %2</translation>
    </message>
    <message>
        <source>too many samples: only the newest</source>
        <translation>trop de mesures : seulement les plus récentes</translation>
    </message>
    <message>
        <source>the first %1 of %2 detectors</source>
        <translation>les %1 premiers de %2 détecteurs</translation>
    </message>
    <message>
        <source>reading samples: %1 %</source>
        <translation>lecture des mesures : %1 %</translation>
    </message>
    <message>
        <source>&amp;Keep as background</source>
        <translation>&amp;Garder comme fond</translation>
    </message>
    <message>
        <source>&amp;Forget background</source>
        <translation>&amp;Oublier le fond</translation>
    </message>
    <message>
        <source>Later spectra are drawn over these, which turn grey</source>
        <translation>Les spectres suivants sont tracés sur ceux-ci, qui passent en gris</translation>
    </message>
    <message>
        <source>Background: %1</source>
        <translation>Fond : %1</translation>
    </message>
    <message>
        <source>Point into a plot to read values there.</source>
        <translation>Pointer dans un graphique pour y lire des valeurs.</translation>
    </message>
    <message>
        <source>%1 Hz (%2)</source>
        <translation>%1 Hz (%2)</translation>
    </message>
    <message>
        <source>%1 %2: %3 %4/√Hz, a line of %5 %4</source>
        <translation>%1 %2 : %3 %4/√Hz, une raie de %5 %4</translation>
    </message>
</context>
<context>
    <name>cbpm::StatisticsModel</name>
    <message>
        <source>vetoed</source>
        <translation>sous veto</translation>
    </message>
    <message>
        <source>none valid</source>
        <translation>aucune valide</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>pas de données</translation>
    </message>
    <message>
        <source>%1 was taken out by %2: %3</source>
        <translation>%1 a été retiré par %2 : %3</translation>
    </message>
    <message>
        <source>%1: %2 samples were invalid and are left out</source>
        <translation>%1 : %2 mesures invalides sont omises</translation>
    </message>
    <message>
        <source>Detector; sorts in ring order</source>
        <translation>Détecteur ; trie dans l&apos;ordre de l&apos;anneau</translation>
    </message>
    <message>
        <source>detector</source>
        <translation>détecteur</translation>
    </message>
    <message>
        <source>Valid samples</source>
        <translation>Mesures valides</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>mesures</translation>
    </message>
    <message>
        <source>Valid samples over those due at 10 Hz</source>
        <translation>Mesures valides par rapport à celles attendues à 10 Hz</translation>
    </message>
    <message>
        <source>coverage
[%]</source>
        <translation>couverture
[%]</translation>
    </message>
    <message>
        <source>Mean of x, + outward</source>
        <translation>Moyenne de x, + vers l&apos;extérieur</translation>
    </message>
    <message>
        <source>mean x
[%1]</source>
        <translation>x moyen
[%1]</translation>
    </message>
    <message>
        <source>Mean of y, + up</source>
        <translation>Moyenne de y, + vers le haut</translation>
    </message>
    <message>
        <source>mean y
[%1]</source>
        <translation>y moyen
[%1]</translation>
    </message>
    <message>
        <source>Standard deviation of the samples of x</source>
        <translation>Écart type des mesures de x</translation>
    </message>
    <message>
        <source>σ x
[%1]</source>
        <translation>σ x
[%1]</translation>
    </message>
    <message>
        <source>Standard deviation of the samples of y</source>
        <translation>Écart type des mesures de y</translation>
    </message>
    <message>
        <source>σ y
[%1]</source>
        <translation>σ y
[%1]</translation>
    </message>
    <message>
        <source>Correlation of x and y; only samples tell it</source>
        <translation>Corrélation de x et y ; seules les mesures la donnent</translation>
    </message>
    <message>
        <source>ρ xy</source>
        <translation>ρ xy</translation>
    </message>
    <message>
        <source>Highest less lowest x</source>
        <translation>Plus grand moins plus petit x</translation>
    </message>
    <message>
        <source>p–p x
[%1]</source>
        <translation>p–p x
[%1]</translation>
    </message>
    <message>
        <source>Highest less lowest y</source>
        <translation>Plus grand moins plus petit y</translation>
    </message>
    <message>
        <source>p–p y
[%1]</source>
        <translation>p–p y
[%1]</translation>
    </message>
    <message>
        <source>Drift of x, least squares against time</source>
        <translation>Dérive de x, moindres carrés en fonction du temps</translation>
    </message>
    <message>
        <source>slope x
[%1/h]</source>
        <translation>pente x
[%1/h]</translation>
    </message>
    <message>
        <source>Drift of y, least squares against time</source>
        <translation>Dérive de y, moindres carrés en fonction du temps</translation>
    </message>
    <message>
        <source>slope y
[%1/h]</source>
        <translation>pente y
[%1/h]</translation>
    </message>
</context>
<context>
    <name>cbpm::StatisticsPage</name>
    <message>
        <source>&amp;Read the samples</source>
        <translation>&amp;Lire les mesures</translation>
    </message>
    <message>
        <source>Goes over every sample of the stretch: exact at its ends, and with ρ</source>
        <translation>Parcourt chaque mesure : exact aux extrémités, et avec ρ</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Puts the table on the clipboard, tab separated (Ctrl+C)</source>
        <translation>Met la table dans le presse-papiers, avec tabulations (Ctrl+C)</translation>
    </message>
    <message>
        <source>Save as CS&amp;V…</source>
        <translation>Enregistrer en CS&amp;V…</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistiques</translation>
    </message>
    <message>
        <source>Statistics of each detector</source>
        <translation>Statistiques de chaque détecteur</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Copier la table</translation>
    </message>
    <message>
        <source>samples: %1, of %2 of %3 detectors</source>
        <translation>mesures : %1, de %2 détecteurs sur %3</translation>
    </message>
    <message>
        <source>%1 · from samples</source>
        <translation>%1 · d&apos;après les mesures</translation>
    </message>
    <message>
        <source>%1 · from %2 bins: %3</source>
        <translation>%1 · d&apos;après des intervalles de %2 : %3</translation>
    </message>
    <message>
        <source>%1 · from %2 bins, reading samples: %3 %</source>
        <translation>%1 · d&apos;après des intervalles de %2, lecture des mesures : %3 %</translation>
    </message>
    <message>
        <source>%1 · from %2 bins</source>
        <translation>%1 · d&apos;après des intervalles de %2</translation>
    </message>
    <message>
        <source>there are no statistics to save</source>
        <translation>pas de statistiques à enregistrer</translation>
    </message>
    <message>
        <source>fetch a range first</source>
        <translation>charger d&apos;abord une plage</translation>
    </message>
    <message>
        <source>Save the statistics</source>
        <translation>Enregistrer les statistiques</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tables (*.csv)</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>%1 enregistré</translation>
    </message>
</context>
<context>
    <name>cbpm::StatusPanel</name>
    <message>
        <source>last error: none</source>
        <translation>dernière erreur : aucune</translation>
    </message>
    <message>
        <source>data are %1 ahead of the clock</source>
        <translation>données en avance de %1 sur l&apos;horloge</translation>
    </message>
    <message>
        <source>data age %1</source>
        <translation>âge des données %1</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 autres</translation>
    </message>
    <message>
        <source>trigger %1: %2 of %3 detectors</source>
        <translation>déclenchement %1 : %2 détecteurs sur %3</translation>
    </message>
    <message>
        <source>%1, missing %2</source>
        <translation>%1, absents %2</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>Pas de source</translation>
    </message>
    <message>
        <source>Empty: nothing is loaded</source>
        <translation>Vide : rien de chargé</translation>
    </message>
    <message>
        <source>Empty: no samples in the range asked for</source>
        <translation>Vide : aucune mesure dans la plage demandée</translation>
    </message>
    <message>
        <source>Opening the source</source>
        <translation>Ouverture de la source</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
    <message>
        <source>Complete to %1</source>
        <translation>Complet jusqu&apos;à %1</translation>
    </message>
    <message>
        <source>Cancelled before any data came</source>
        <translation>Annulé avant l&apos;arrivée de données</translation>
    </message>
    <message>
        <source>Partial: up to %1</source>
        <translation>Partiel : jusqu&apos;à %1</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Error; shown up to %1</source>
        <translation>Erreur ; montré jusqu&apos;à %1</translation>
    </message>
    <message>
        <source>Replay stands</source>
        <translation>Relecture arrêtée</translation>
    </message>
    <message>
        <source>Replay ×%1</source>
        <translation>Relecture ×%1</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Périmé</translation>
    </message>
    <message>
        <source>Live, paused</source>
        <translation>Direct, en pause</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Direct</translation>
    </message>
    <message>
        <source>coverage %1 %</source>
        <translation>couverture %1 %</translation>
    </message>
    <message>
        <source>%1 of %2 detectors loaded</source>
        <translation>%1 détecteurs sur %2 chargés</translation>
    </message>
    <message>
        <source>missing detectors: %1</source>
        <translation>détecteurs absents : %1</translation>
    </message>
    <message>
        <source>%1 samples invalid (%2)</source>
        <translation>%1 mesures invalides (%2)</translation>
    </message>
    <message>
        <source>%1 duplicates</source>
        <translation>%1 doublons</translation>
    </message>
    <message>
        <source>detectors unknown to the table: %1</source>
        <translation>détecteurs inconnus de la table : %1</translation>
    </message>
    <message>
        <source>Partial: from %1 on</source>
        <translation>Partiel : à partir de %1</translation>
    </message>
    <message>
        <source>Error; shown from %1 on</source>
        <translation>Erreur ; montré à partir de %1</translation>
    </message>
    <message>
        <source>Cancelled: Fetch asks for what is missing</source>
        <translation>Annulé : Charger demande ce qui manque</translation>
    </message>
    <message>
        <source>Choose a range within %1: there are samples</source>
        <translation>Choisissez une plage dans %1 : il y a là des mesures</translation>
    </message>
</context>
<context>
    <name>cbpm::TablePage</name>
    <message>
        <source>Which table, and which column is what?</source>
        <translation>Quelle table, et quelle colonne est quoi ?</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Look &amp;again</source>
        <translation>&amp;Revoir</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Détecteur</translation>
    </message>
    <message>
        <source>Top inner button</source>
        <translation>Bouton haut intérieur</translation>
    </message>
    <message>
        <source>Top outer button</source>
        <translation>Bouton haut extérieur</translation>
    </message>
    <message>
        <source>Bottom inner button</source>
        <translation>Bouton bas intérieur</translation>
    </message>
    <message>
        <source>Bottom outer button</source>
        <translation>Bouton bas extérieur</translation>
    </message>
    <message>
        <source>Zone of the times</source>
        <translation>Fuseau des heures</translation>
    </message>
    <message>
        <source>For a column of times without a zone; the others say it themselves</source>
        <translation>Pour une colonne d&apos;heures sans fuseau ; les autres le disent</translation>
    </message>
    <message>
        <source>The newest rows, as they would be read</source>
        <translation>Les lignes les plus récentes, telles qu&apos;elles seraient lues</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Heure (UTC)</translation>
    </message>
    <message>
        <source>Top inner</source>
        <translation>Haut int.</translation>
    </message>
    <message>
        <source>Bottom inner</source>
        <translation>Bas int.</translation>
    </message>
    <message>
        <source>Bottom outer</source>
        <translation>Bas ext.</translation>
    </message>
    <message>
        <source>Top outer</source>
        <translation>Haut ext.</translation>
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
        <translation>Marques</translation>
    </message>
    <message>
        <source>Looking for tables that may hold readings</source>
        <translation>Recherche de tables qui peuvent contenir des lectures</translation>
    </message>
    <message>
        <source>%1. Back leads to the server.</source>
        <translation>%1. Retour mène au serveur.</translation>
    </message>
    <message>
        <source>No table of this database has a time, a detector and four numbers in a row. Is it another database? Back leads to the server.</source>
        <translation>Aucune table de cette base n&apos;a une heure, un détecteur et quatre nombres par ligne. Est-ce une autre base ? Retour mène au serveur.</translation>
    </message>
    <message>
        <source>%1 (no right to read it)</source>
        <translation>%1 (pas de droit de lecture)</translation>
    </message>
    <message>
        <source>%1 (about %2 rows)</source>
        <translation>%1 (environ %2 lignes)</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>choisir</translation>
    </message>
    <message>
        <source>Choose a column for each of the six, none of them twice.</source>
        <translation>Choisir une colonne pour chacun des six, aucune deux fois.</translation>
    </message>
    <message>
        <source>Reading the newest rows</source>
        <translation>Lecture des lignes les plus récentes</translation>
    </message>
    <message>
        <source>The table is empty so far.</source>
        <translation>La table est encore vide.</translation>
    </message>
    <message>
        <source>The newest rows as they would be read. Do time, detector and positions look right?</source>
        <translation>Les lignes les plus récentes telles qu&apos;elles seraient lues. Heure, détecteur et positions sont-ils justes ?</translation>
    </message>
</context>
<context>
    <name>cbpm::TimeBar</name>
    <message>
        <source>Li&amp;ve</source>
        <translation>Di&amp;rect</translation>
    </message>
    <message>
        <source>What is happening now</source>
        <translation>Ce qui se passe maintenant</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Historique</translation>
    </message>
    <message>
        <source>The range above</source>
        <translation>La plage ci-dessus</translation>
    </message>
    <message>
        <source>Re&amp;play</source>
        <translation>Re&amp;lecture</translation>
    </message>
    <message>
        <source>The range above, as if it were now</source>
        <translation>La plage ci-dessus, comme si c&apos;était maintenant</translation>
    </message>
    <message>
        <source>2026-03-02 08:00, 2026-03-02T08:00Z, now, -2h, -1d, -30min</source>
        <translation>2026-03-02 08:00, 2026-03-02T08:00Z, now, -2h, -1d, -30min</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>D&amp;e</translation>
    </message>
    <message>
        <source>t&amp;o</source>
        <translation>&amp;à</translation>
    </message>
    <message>
        <source>&amp;every</source>
        <translation>&amp;par</translation>
    </message>
    <message>
        <source>Interval of the bins</source>
        <translation>Largeur des intervalles</translation>
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
        <translation>1 j</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 j</translation>
    </message>
    <message>
        <source>The last %1</source>
        <translation>Les dernières %1</translation>
    </message>
    <message>
        <source>One window back</source>
        <translation>Une fenêtre en arrière</translation>
    </message>
    <message>
        <source>One window forward</source>
        <translation>Une fenêtre en avant</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>&amp;Charger</translation>
    </message>
    <message>
        <source>Load this range (F5)</source>
        <translation>Charger cette plage (F5)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Stop loading; what has come stays (Esc)</source>
        <translation>Arrêter le chargement ; ce qui est arrivé reste (Échap)</translation>
    </message>
    <message>
        <source>Progress of the load</source>
        <translation>Progression du chargement</translation>
    </message>
    <message>
        <source>%1 M rows/s   %2 s left</source>
        <translation>%1 M lignes/s   encore %2 s</translation>
    </message>
</context>
<context>
    <name>cbpm::TrendPage</name>
    <message>
        <source>Position against time</source>
        <translation>Position en fonction du temps</translation>
    </message>
    <message>
        <source>Shown detectors</source>
        <translation>Détecteurs montrés</translation>
    </message>
    <message>
        <source>What the trend shows</source>
        <translation>Ce que montre la tendance</translation>
    </message>
    <message>
        <source>&amp;strips</source>
        <translation>&amp;bandes</translation>
    </message>
    <message>
        <source>Each detector in a plot of its own</source>
        <translation>Chaque détecteur dans son propre graphique</translation>
    </message>
    <message>
        <source>lo&amp;g</source>
        <translation>lo&amp;g</translation>
    </message>
    <message>
        <source>Logarithmic values</source>
        <translation>Valeurs logarithmiques</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Tendance</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout montrer</translation>
    </message>
    <message>
        <source>Pan left</source>
        <translation>Déplacer à gauche</translation>
    </message>
    <message>
        <source>Pan right</source>
        <translation>Déplacer à droite</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Put mark A at the cursor</source>
        <translation>Poser la marque A au curseur</translation>
    </message>
    <message>
        <source>Put mark B at the cursor</source>
        <translation>Poser la marque B au curseur</translation>
    </message>
    <message>
        <source>Remove the marks</source>
        <translation>Enlever les marques</translation>
    </message>
    <message>
        <source>%1 (no data)</source>
        <translation>%1 (pas de données)</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>%1: lowest and highest value; empty: automatic</source>
        <translation>%1 : plus petite et plus grande valeur ; vide : automatique</translation>
    </message>
    <message>
        <source>%1 bins · %2 points · %3 % coverage</source>
        <translation>intervalles de %1 · %2 points · couverture %3 %</translation>
    </message>
    <message>
        <source>What the axis at the right shows</source>
        <translation>Ce que montre l&apos;axe de droite</translation>
    </message>
    <message>
        <source>right: nothing else</source>
        <translation>à droite : rien</translation>
    </message>
    <message>
        <source>right: %1</source>
        <translation>à droite : %1</translation>
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
        <translation>%1 : hors des orbites et statistiques, pour tous vos programmes, jusqu&apos;à la levée du veto.</translation>
    </message>
    <message>
        <source>Reason of the veto</source>
        <translation>Raison du veto</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>&amp;Veto</source>
        <translation>&amp;Veto</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Raison</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>&amp;Auteur</translation>
    </message>
    <message>
        <source>%1 leave(s) orbits and statistics, for all who share this site&apos;s decisions, until the veto is lifted.</source>
        <translation>%1 : hors des orbites et des statistiques, pour tous ceux qui partagent les décisions du site, jusqu’à la levée du veto.</translation>
    </message>
</context>
<context>
    <name>cbpm::ViewFiles</name>
    <message>
        <source>Save the view</source>
        <translation>Enregistrer la vue</translation>
    </message>
    <message>
        <source>Views (*.cbpm3view)</source>
        <translation>Vues (*.cbpm3view)</translation>
    </message>
    <message>
        <source>The view was saved to %1</source>
        <translation>La vue a été enregistrée dans %1</translation>
    </message>
    <message>
        <source>Open a view</source>
        <translation>Ouvrir une vue</translation>
    </message>
    <message>
        <source>Views (*.cbpm3view);;All files (*)</source>
        <translation>Vues (*.cbpm3view);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>&amp;Injection</source>
        <translation>&amp;Injection</translation>
    </message>
    <message>
        <source>&amp;Drift over a day</source>
        <translation>&amp;Dérive sur un jour</translation>
    </message>
    <message>
        <source>&amp;One sector</source>
        <translation>Un &amp;secteur</translation>
    </message>
    <message>
        <source>&amp;X-ray source points</source>
        <translation>Points source de rayons &amp;X</translation>
    </message>
</context>
<context>
    <name>cbpm::WaterfallPage</name>
    <message>
        <source>What the image shows</source>
        <translation>Ce que montre l&apos;image</translation>
    </message>
    <message>
        <source>change of %1</source>
        <translation>variation de %1</translation>
    </message>
    <message>
        <source>rms of %1 per bin</source>
        <translation>rms de %1 par intervalle</translation>
    </message>
    <message>
        <source>Waterfall</source>
        <translation>Cascade</translation>
    </message>
    <message>
        <source>The whole ring against time</source>
        <translation>Tout l&apos;anneau en fonction du temps</translation>
    </message>
    <message>
        <source>No data: fetch a range.</source>
        <translation>Pas de données : charger une plage.</translation>
    </message>
    <message>
        <source>since the left edge</source>
        <translation>depuis le bord gauche</translation>
    </message>
    <message>
        <source>What the change is against</source>
        <translation>Référence du changement</translation>
    </message>
    <message>
        <source>%1 of %2 detectors · %3 bins</source>
        <translation>%1 de %2 détecteurs · %3 intervalles</translation>
    </message>
    <message>
        <source>grey: no data, or none in the reference</source>
        <translation>gris : pas de données, ou aucune dans la référence</translation>
    </message>
    <message>
        <source>grey: no data</source>
        <translation>gris : pas de données</translation>
    </message>
</context>
<context>
    <name>cbpm::WorkLabel</name>
    <message>
        <source>What is being done, or what came of it</source>
        <translation>Ce qui se fait, ou ce qui en est sorti</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>Arrê&amp;ter</translation>
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
        <translation>Statistiques du détecteur</translation>
    </message>
    <message>
        <source>Which of the selected detectors</source>
        <translation>Lequel des détecteurs choisis</translation>
    </message>
    <message>
        <source>&amp;all samples</source>
        <translation>&amp;toutes les mesures</translation>
    </message>
    <message>
        <source>Shows the outermost samples, too; else the middle of them, with a margin</source>
        <translation>Montre aussi les mesures extrêmes ; sinon leur milieu, avec une marge</translation>
    </message>
    <message>
        <source>&amp;chamber</source>
        <translation>&amp;chambre</translation>
    </message>
    <message>
        <source>Shows the inside of the vacuum chamber at this detector</source>
        <translation>Montre l&apos;intérieur de la chambre à vide à ce détecteur</translation>
    </message>
    <message>
        <source>&amp;log colours</source>
        <translation>couleurs &amp;log</translation>
    </message>
    <message>
        <source>Density of positions</source>
        <translation>Densité des positions</translation>
    </message>
    <message>
        <source>samples per cell</source>
        <translation>mesures par cellule</translation>
    </message>
    <message>
        <source>Select a detector.</source>
        <translation>Choisir un détecteur.</translation>
    </message>
    <message>
        <source>Reading the samples</source>
        <translation>Lecture des mesures</translation>
    </message>
    <message>
        <source>%1: none of %2 samples is valid</source>
        <translation>%1 : aucune des %2 mesures n&apos;est valide</translation>
    </message>
    <message>
        <source>%1: no data</source>
        <translation>%1 : pas de données</translation>
    </message>
    <message>
        <source>samples: %1</source>
        <translation>mesures : %1</translation>
    </message>
    <message>
        <source>invalid and left out: %1</source>
        <translation>invalides et omises : %1</translation>
    </message>
    <message>
        <source>outside the picture: %1</source>
        <translation>hors de l&apos;image : %1</translation>
    </message>
    <message>
        <source>too many: only the newest</source>
        <translation>trop : seulement les plus récentes</translation>
    </message>
    <message>
        <source>reading samples: %1 %</source>
        <translation>lecture des mesures : %1 %</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>mesures</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>couverture</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>mean x</source>
        <translation>x moyen</translation>
    </message>
    <message>
        <source>mean y</source>
        <translation>y moyen</translation>
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
        <translation>grand axe</translation>
    </message>
    <message>
        <source>minor axis</source>
        <translation>petit axe</translation>
    </message>
    <message>
        <source>tilt</source>
        <translation>inclinaison</translation>
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
        <translation>x [%1], + vers l&apos;extérieur</translation>
    </message>
    <message>
        <source>y [%1], + up</source>
        <translation>y [%1], + vers le haut</translation>
    </message>
</context>
</TS>
