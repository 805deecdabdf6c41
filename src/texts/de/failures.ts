const list = (known: readonly string[]): string => known.join(', ');

/** What went wrong with a command, the store or the machine, and what to try. */
export const failures = {
  unexpected: ({ problem }: { problem: string }) =>
    `Unerwarteter Fehler: ${problem}. Bitte mit den folgenden Zeilen melden.`,
  usage: ({ problem }: { problem: string }) => `${problem} – Hilfe: beo --help`,
  unknownOption: ({ subject }: { subject: string }) =>
    `Die Option ${subject} gibt es nicht. Hilfe: beo --help`,
  unknownCommand: ({ subject }: { subject: string }) =>
    `Den Befehl „${subject}“ gibt es nicht. Hilfe: beo --help`,
  excessArguments: () => 'Zu viele Angaben. Hilfe: beo --help',
  missingArgument: ({ subject }: { subject: string }) => `Die Angabe <${subject}> fehlt. Hilfe: beo --help`,
  optionMissingArgument: ({ subject }: { subject: string }) =>
    `Zu ${subject} fehlt der Wert. Hilfe: beo --help`,
  conflictingOption: ({ subject }: { subject: string }) => `${subject} passt nicht zu den anderen Angaben.`,
  notAChoice: ({ word, known }: { word: string; known: string }) =>
    `„${word}“ gibt es nicht. Möglich: ${known}.`,
  announcementFailed: ({ problem }: { problem: string }) => `Die Ansage ist misslungen: ${problem}`,
  noServer: () =>
    'Auf diesem Datenverzeichnis läuft kein Server. Starten: beo server. Oder nennen: --server ws://RECHNER:7717',
  badServerUrl: ({ url }: { url: string }) => `„${url}“ ist keine Adresse wie ws://127.0.0.1:7717.`,
  noTerminal: () => 'Dieser Bildschirm braucht ein Terminal. Für Skripte: beo --help zeigt die Optionen.',
  onlyOnItsMachine: ({ url }: { url: string }) =>
    `Die Einstellungen des Servers ${url} liest und nennt nur sein eigener Rechner (dort ohne --server aufrufen); ganze Standorte ändern sich auch nur dort. Von hier aus ändert die Teamleitung einzelne mit beo settings set PFAD WERT.`,
  noStore: ({ store }: { store: string }) =>
    `In ${store} ist noch nichts. beo server legt das Verzeichnis an; ein anderes nennt --data.`,
  storeInUse: ({ store, url, pid }: { store: string; url: string; pid: number }) =>
    `Mit ${store} arbeitet schon ein Server (${url}, Prozess ${pid}). Diesen nutzen oder erst beenden.`,
  backupInStore: ({ store }: { store: string }) =>
    `Eine Sicherung in ${store} ginge mit dem Datenverzeichnis verloren. Bitte ein anderes Verzeichnis nennen.`,
  backupOfDamaged: ({ folder }: { folder: string }) =>
    `Gesichert, aber schon das Datenverzeichnis ist beschädigt: ${folder} lässt sich so nicht zurückholen. Näheres: beo verify`,
  badBackup: ({ folder }: { folder: string }) =>
    `${folder} ist keine brauchbare Sicherung. Bitte eine andere nennen (beo-backup-…); nichts wurde geändert.`,
  storeHoldsMore: ({ store }: { store: string }) =>
    `${store} enthält Neueres oder anderes als die Sicherung; nichts wurde geändert. Mit --replace wird sie trotzdem zurückgeholt und der jetzige Stand daneben aufgehoben.`,
  badSettings: ({ problems }: { problems: string }) =>
    `Die Einstellungen stimmen nicht: ${problems}. Bitte berichtigen; beo settings check prüft sie.`,
  halfRestored: ({ store }: { store: string }) =>
    `In ${store} wurde das Zurückholen einer Sicherung unterbrochen, oder es läuft noch. Bitte beo restore noch einmal aufrufen; es ist nichts verloren.`,
  newerStore: ({ file }: { file: string }) =>
    `${file} stammt von einer neueren Version von Beo. Bitte Beo aktualisieren; nichts wurde geändert.`,
  olderStore: ({ file, version }: { file: string; version: number }) =>
    `${file} hat noch die Version ${version} eines älteren Beo; nichts wurde geändert. Ohne --no-migrate bringt der Server sie auf den neuen Stand und hebt die alte Datei daneben auf.`,
  unreadableFile: ({ file, problem }: { file: string; problem: string }) =>
    `${file} ist nicht lesbar: ${problem}. Bitte berichtigen oder aus der Sicherung holen.`,
  damagedJournal: ({ file, line, problem }: { file: string; line: number; problem: string }) =>
    `${file}, Zeile ${line} ist beschädigt (${problem}). Beo startet so nicht; bitte die Datei aus der Sicherung holen.`,
  notLoopback: ({ host }: { host: string }) =>
    `Auf ${host} lauscht Beo nur mit Zugangsschlüsseln der Stationen, sonst könnte jeder sie bedienen. Einen ausstellen: beo token add desk 1. Ohne Schlüssel geht nur 127.0.0.1, ohne --behind-proxy.`,
  storeInDoubt: ({ problem }: { problem: string }) =>
    `Der Datenträger meldet einen Fehler (${problem}). Der Server hält an, damit nichts verloren geht; bitte neu starten.`,
  portTaken: ({ port }: { port: number }) =>
    `Der Port ${port} ist belegt. Einen anderen nennt --port, einen freien nimmt --port 0.`,
  storeUnavailable: () =>
    'Der Server kann nicht speichern (Datenträger voll oder schreibgeschützt?). Bitte Abhilfe schaffen und neu starten.',
  storeLost: ({ file }: { file: string }) =>
    `${file} ist nicht mehr da: gelöscht, verschoben oder der Datenträger fehlt. Der Server hält an; bitte das Datenverzeichnis zurückholen und neu starten.`,
  readOnly: ({ path }: { path: string }) =>
    `${path}: Der Datenträger ist schreibgeschützt. Bitte den Grund beheben und neu starten, oder einen anderen Ort nennen.`,
  notAFolder: ({ path }: { path: string }) =>
    `${path}: Hier müsste ein Verzeichnis sein, und es ist eine Datei. Ein anderes nennt --data.`,
  noSuchAddress: ({ address }: { address: string }) =>
    `Die Adresse ${address} hat dieser Rechner nicht. Ohne --host gilt 127.0.0.1.`,
  cannotWrite: ({ file, problem }: { file: string; problem: string }) =>
    `${file} lässt sich nicht schreiben (${problem}). Bitte einen anderen Ort nennen.`,
  severalSheets: () =>
    'Verglichene Zeiträume mehrerer Standorte ergeben mehrere Berichte. Für eine Datei bitte einen Standort mit --site nennen, oder --format table oder json.',
  binaryOnTerminal: () =>
    'Eine Arbeitsmappe lässt sich nicht auf dem Bildschirm zeigen. Eine Datei nennt --out, zum Beispiel --out bericht.xlsx.',
  system: ({ problem }: { problem: string }) =>
    `Das Betriebssystem meldet: ${problem}. Bitte Ort und Rechte prüfen.`,
  noPermission: ({ path }: { path: string }) =>
    `Keine Berechtigung für ${path}. Bitte Rechte oder Ort prüfen.`,
  diskFull: () => 'Der Datenträger ist voll. Bitte Platz schaffen; nichts wurde geändert.',
  badToken: () =>
    'Was in $BEO_TOKEN steht, ist kein Zugangsschlüssel: eine Zeile wie beo_…_…, so wie beo token add sie ausgibt.',
  badTokenFile: ({ file }: { file: string }) =>
    `${file} enthält keinen Zugangsschlüssel: eine Zeile wie beo_…_…, so wie beo token add sie ausgibt.`,
  badAuthority: ({ file }: { file: string }) =>
    `${file} enthält kein Zertifikat (PEM). Gemeint ist das der Zertifizierungsstelle, die für den Server bürgt.`,
  badCertificate: ({ problem }: { problem: string }) =>
    `Zertifikat und Schlüssel passen so nicht (${problem}). --tls-cert nennt das Zertifikat mit seiner Kette, --tls-key den Schlüssel dazu, beide als PEM ohne Kennwort.`,
  tlsNeedsBoth: () => '--tls-cert und --tls-key gehören zusammen; bitte beide nennen.',
  badNetwork: ({ network }: { network: string }) =>
    `„${network}“ ist weder eine Adresse noch ein Netz wie 10.1.0.0/16.`,
  badPort: () => 'Der Port ist eine Zahl von 0 bis 65535.',
  badTime: ({ word }: { word: string }) => `„${word}“ ist keine Zeit wie 08:15 oder 2015-06-08T08:15.`,
  badMark: ({ word }: { word: string }) =>
    `Das Merkmal „${word}“ gibt es nicht. Möglich: assisted, interpreter, confidential, urgent=GRUND, team=703|704|unknown.`,
  badTeam: ({ word }: { word: string }) => `Das Team „${word}“ gibt es nicht. Möglich: 703, 704, unknown.`,
  unknownFact: ({ fact }: { fact: string }) =>
    `Die Angabe „${fact}“ kommt in keiner Regel vor. beo checkin zeigt die Fragen des Anliegens.`,
  unknownOutcome: ({ outcome, known }: { outcome: string; known: readonly string[] }) =>
    `Das Ergebnis „${outcome}“ gibt es nicht. Möglich: ${list(known)}.`,
  wholeVisit: () =>
    'Eine ganze Vorsprache nacherfassen braucht alle vier: --occurred-at, --called-at, --finished-at, --desk.',
  noExtraDesks: () => 'Weitere Plätze sind gerade nicht nötig: Es gibt nichts zu entscheiden.',
  visitOutOfOrder: () =>
    'Erst kommt --occurred-at, dann --called-at, dann --finished-at: Diese Zeiten stehen anders herum.',
  concernMissing: () => 'Bitte das richtige Anliegen nennen: --concern 3.2',
  wordMissing: ({ action, what }: { action: string; what: string }) =>
    `Zu ${action} fehlt eine Angabe: ${what}.`,
  badPeriod: ({ word, example }: { word: string; example: string }) =>
    `„${word}“ ist kein Zeitraum, so wie ${example || 'beo report --help ihn zeigt'}.`,
  unknownKeyDate: ({ known }: { known: readonly string[] }) => `Stichtage sind ${list(known)}.`,
  pilotNotBegun: ({ from }: { from: string }) =>
    `Der Pilotzeitraum beginnt erst am ${from}. Für die Zeit davor: --from und --to.`,
  fromMissing: () => 'Zu --to gehört --from. Beispiel: --from 2015-06-01 --to 2015-06-30',
  onePeriod: () => 'Bitte nur einen Zeitraum nennen.',
  nothingBefore: () =>
    'Davor liegt kein Zeitraum derselben Art, und die Einstellungen nennen keine Ausgangslage. Beispiel: --compare 2015-05',
  severalSites: () => 'Dieser Befehl nimmt nur einen Standort; mehrere nimmt beo report.',
  allOrSome: () => 'Bitte entweder --all-sites oder einzelne Standorte nennen.',
  invertedPeriod: () => 'Der Zeitraum endet, bevor er beginnt.',
  noFile: ({ file }: { file: string }) => `${file} ist nicht da oder nicht lesbar.`,
  valueMissing: ({ path }: { path: string }) =>
    `Zu ${path} fehlt der Wert. Den Standard stellt beo settings unset ${path} wieder her.`,
  pathMissing: () => 'Welche Einstellung? Zum Beispiel queue.letter; alle zeigt beo settings explain.',
  siteHasDays: ({ site }: { site: string }) =>
    `Zum Standort ${site} gibt es Aufzeichnungen; ohne Einstellungen würden sie nie gelöscht. Nichts wurde geändert.`,
  slipNotPrinted: ({ problem }: { problem: string }) =>
    `Eingebucht, aber der Nummernzettel wurde nicht gedruckt: ${problem}`,
};
