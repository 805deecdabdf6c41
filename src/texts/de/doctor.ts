import type { Role } from '../../queue/events.js';

const mib = (bytes: number): string => `${Math.floor(bytes / 2 ** 20)} MiB`;

const whose: Readonly<Record<Role, string>> = {
  reception: 'den Empfangsplatz',
  desk: 'Platz',
  lead: 'die Teamleitung',
  display: 'die Anzeige',
};

/** What `beo doctor` says of each thing it looked at, and what to do about it. */
export const doctor = {
  verdicts: { ok: 'in Ordnung', warning: 'Hinweis', problem: 'Problem' },
  checks: {
    program: 'Programm',
    terminal: 'Terminal',
    clock: 'Uhr',
    store: 'Datenverzeichnis',
    port: 'Port',
    server: 'Server',
  },
  fix: 'Abhilfe',
  healthy: 'Nichts steht im Weg.',
  summary: ({ problems, warnings }: { problems: number; warnings: number }) =>
    `Probleme: ${problems}, Hinweise: ${warnings}`,
  complaint: ({ problems }: { problems: number }) =>
    `${problems} ${problems === 1 ? 'Problem' : 'Probleme'} gefunden; die Abhilfe steht jeweils darunter.`,
  findings: {
    runs: {
      says: ({ version, node, system }: { version: string; node: string; system: string }) =>
        `beo ${version} auf Node.js ${node}, ${system}`,
    },
    nodeEnds: {
      says: ({ node, end }: { node: string; end: string }) =>
        `Node.js ${node} bekommt seit ${end} keine Sicherheitsupdates mehr.`,
      fix: 'Node.js 24 oder neuer mit langer Pflege (gerade Hauptversion) installieren.',
    },
    noTerminal: { says: () => 'kein Terminal; Bildschirme brauchen eines, Befehle und Server nicht' },
    size: {
      says: ({ columns, rows }: { columns: number; rows: number }) => `${columns} × ${rows} Zeichen`,
    },
    sizeUnknown: {
      says: () => 'Das Terminal nennt seine Größe nicht; Bildschirme nehmen 80 × 24 Zeichen an.',
      fix: 'Ist das Fenster anders: stty cols 120 rows 40, mit seiner wahren Größe, vor beo aufrufen.',
    },
    tooSmall: {
      says: ({ columns, rows }: { columns: number; rows: number }) =>
        `Das Fenster hat ${columns} × ${rows} Zeichen; Bildschirme brauchen 80 × 24, nur die Anzeige kommt mit weniger aus.`,
      fix: 'Fenster vergrößern oder kleinere Schrift wählen.',
    },
    dumb: {
      says: () => 'TERM=dumb: Das Terminal kann den Bildschirm nicht aufbauen.',
      fix: 'Ein anderes Terminal nehmen, oder TERM richtig setzen (meist xterm-256color).',
    },
    utf8: { says: () => 'UTF-8 und Zeichenbreiten stimmen' },
    utf8Said: { says: () => 'UTF-8 laut Umgebung' },
    console: {
      says: () => 'Konsole von Linux: beo schreibt ASCII und zeichnet große Ziffern mit halben Blöcken',
    },
    noUtf8: {
      says: ({ locale }: { locale: string }) =>
        `Die Umgebung nennt kein UTF-8 (${locale}); beo schreibt hier nur ASCII.`,
      fix: 'LANG=de_DE.UTF-8 (oder C.UTF-8) setzen; im Fenster UTF-8 als Zeichensatz wählen.',
    },
    wrongWidth: {
      says: ({ sample, columns, expected }: { sample: string; columns: number; expected: number }) =>
        `„${sample}“ nimmt hier ${columns} statt ${expected} Spalten ein: Zeichensatz oder Breite stimmt nicht, Zeilen verrutschen.`,
      fix: 'Im Terminal UTF-8 wählen und „mehrdeutige Zeichen“ schmal; sonst mit --ascii arbeiten.',
    },
    font: {
      says: ({ sample }: { sample: string }) => `Probe der Schrift: ${sample}`,
    },
    colours: { says: ({ bits }: { bits: number }) => `Farben: ${2 ** bits}` },
    noColours: { says: () => 'ohne Farben (NO_COLOR oder Terminal); Zeichen und Wörter sagen dasselbe' },
    clockSynchronised: { says: ({ now }: { now: string }) => `${now}, mit dem Netz abgeglichen` },
    clockUnknown: {
      says: ({ now }: { now: string }) => `${now}; ob die Uhr abgeglichen wird, ließ sich nicht feststellen`,
    },
    clockAlone: {
      says: ({ now }: { now: string }) => `${now}; die Uhr wird nicht mit dem Netz abgeglichen.`,
      fix: 'timedatectl set-ntp true, oder den Zeitserver des Hauses eintragen.',
    },
    zones: { says: ({ version }: { version: string }) => `Zeitzonen: Stand ${version}` },
    clockBehind: {
      says: ({ file }: { file: string }) =>
        `${file} gehört zu einem Tag, der nach der Uhr erst kommt: Sie geht nach, oder ging vor.`,
      fix: 'Uhr stellen, bevor der Server startet; sonst wartet er mit neuen Tagen, bis sie aufgeholt hat.',
    },
    storeRight: {
      says: ({ store, version, sites }: { store: string; version: number; sites: readonly string[] }) =>
        `${store}: Version ${version}, Standorte: ${sites.join(', ')}`,
    },
    noStore: {
      says: ({ store }: { store: string }) =>
        `In ${store} ist nichts; auf einem Rechner ohne Server ist das richtig. Sonst legt beo server es an.`,
    },
    storeHidden: {
      says: ({ store }: { store: string }) => `${store} ist für dieses Benutzerkonto nicht lesbar.`,
      fix: 'Mit dem Konto des Servers aufrufen: sudo -u beo beo doctor --data VERZEICHNIS',
    },
    storeOpen: {
      says: ({ file }: { file: string }) => `${file} ist für andere Benutzer lesbar.`,
      fix: 'chmod -R go= auf das Datenverzeichnis.',
    },
    tokensEnd: {
      says: ({ count, day }: { count: number; day: string }) =>
        `${count === 1 ? 'Der Zugangsschlüssel einer Station läuft' : `Die Zugangsschlüssel von ${count} Stationen laufen`} bald ab, der erste nach dem ${day}.`,
      fix: 'beo token list nennt sie; mit beo token add neue ausstellen und an die Stationen bringen.',
    },
    storeWrong: {
      says: ({ problem }: { problem: string }) => problem,
      fix: 'beo verify prüft alles; eine Sicherung holt beo restore zurück.',
    },
    storeOlder: {
      says: ({ store, version }: { store: string; version: number }) =>
        `${store} hat noch die Version ${version} eines älteren Beo.`,
      fix: 'Nichts zu tun: Der nächste Start des Servers bringt es auf den neuen Stand. Vorher sichern: beo backup.',
    },
    storeOnNetwork: {
      says: ({ store, kind }: { store: string; kind: string }) =>
        `${store} liegt auf einem Netzlaufwerk (${kind}); dort gelten Sperren und Speicherzusagen nicht.`,
      fix: 'Das Datenverzeichnis auf einen Datenträger dieses Rechners legen: --data oder $BEO_DATA.',
    },
    room: { says: ({ bytes }: { bytes: number }) => `freier Platz: ${mib(bytes)}` },
    littleRoom: {
      says: ({ bytes }: { bytes: number }) => `Nur noch ${mib(bytes)} frei; ein Tag braucht wenige MiB.`,
      fix: 'Platz schaffen; was die Einstellungen nicht länger aufbewahren, löscht der Server selbst.',
    },
    served: {
      says: ({ url, pid }: { url: string; pid: number }) =>
        `in Benutzung durch den Server ${url}, Prozess ${pid}`,
    },
    portFree: { says: ({ port }: { port: number }) => `${port} ist frei` },
    portOurs: {
      says: ({ port, version }: { port: number; version: string }) => `auf ${port} antwortet beo ${version}`,
    },
    portTaken: {
      says: ({ port }: { port: number }) => `${port} hat ein anderes Programm.`,
      fix: 'Das Programm beenden (ss -ltnp zeigt es), oder beo server --port mit einem anderen Port.',
    },
    portForbidden: {
      says: ({ port }: { port: number }) => `Auf ${port} darf dieses Benutzerkonto nicht lauschen.`,
      fix: 'Einen Port ab 1024 nehmen; unter systemd gibt beo service das Recht dazu.',
    },
    noServer: {
      says: () => 'kein Server genannt, und auf diesem Datenverzeichnis läuft keiner',
      fix: 'Starten: beo server. Oder nennen: --server ws://RECHNER:7717',
    },
    reached: {
      says: ({ url, ms, protocol }: { url: string; ms: number; protocol: number }) =>
        `${url} antwortet in ${ms} ms (Protokoll ${protocol})`,
    },
    admitted: {
      says: ({ role, place }: { role: Role; place?: string }) =>
        `Der Zugangsschlüssel gilt für ${whose[role]}${place === undefined ? '' : ` ${place}`}`,
    },
    slow: {
      says: ({ url, ms }: { url: string; ms: number }) => `${url} antwortet erst in ${ms} ms.`,
      fix: 'Netz prüfen (Funk, VPN, Auslastung); ein Tastendruck sollte unter 100 ms ankommen.',
    },
    unreachable: {
      says: ({ url }: { url: string }) => `${url} ist nicht erreichbar.`,
      fix: 'Läuft der Server? Lauscht er auf dieser Adresse (--host)? Lässt die Firewall den Port durch?',
    },
    refused: {
      says: ({ url, problem }: { url: string; problem: string }) => `${url} lehnt ab: ${problem}`,
      fix: 'Angaben dieser Station prüfen: --site, $BEO_SERVER, Zugangsschlüssel, Version.',
    },
    credentials: {
      says: ({ problem }: { problem: string }) => problem,
      fix: '--token-file und --ca prüfen, oder $BEO_TOKEN_FILE, $BEO_TOKEN und $BEO_CA.',
    },
    tokenOpen: {
      says: ({ file }: { file: string }) => `${file} ist für andere Benutzer lesbar.`,
      fix: 'chmod 600 auf die Datei; wer sie gelesen haben könnte: beo token revoke, dann einen neuen ausstellen.',
    },
    certificateEnds: {
      says: ({ url, day }: { url: string; day: string }) =>
        `Das Zertifikat von ${url} gilt nur noch bis ${day}; danach kommt keine Station mehr hinein.`,
      fix: 'Ein neues an seine Stelle legen und den Server neu starten; die Stationen kommen von selbst wieder.',
    },
    sameVersion: {
      says: ({ version }: { version: string }) => `Server und Station haben Version ${version}`,
    },
    otherVersion: {
      says: ({ server, client }: { server: string; client: string }) =>
        `Der Server hat Version ${server}, diese Station ${client}; sie verstehen sich.`,
      fix: 'Bei Gelegenheit beide auf denselben Stand bringen.',
    },
    cannotStore: {
      says: ({ url }: { url: string }) => `Der Server ${url} kann zurzeit nicht speichern.`,
      fix: 'Auf dem Rechner des Servers Platz schaffen oder den Datenträger prüfen; das Protokoll nennt den Grund.',
    },
    skew: {
      says: ({ seconds }: { seconds: number }) =>
        `Die Uhren von Server und Station unterscheiden sich um ${seconds} s; es gilt die des Servers.`,
      fix: 'Beide Rechner mit demselben Zeitserver abgleichen.',
    },
  },
};
