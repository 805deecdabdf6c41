import { settingsCommand } from './settingsCommand.js';
import { deskStates } from './deskStates.js';

interface Held {
  readonly sites: number;
  readonly days: number;
  readonly months: number;
}

const heldIn = ({ sites, days, months }: Held): string =>
  `Standorte: ${sites}, Tagesjournale: ${days}, Monate mit Tageszahlen: ${months}`;

/** Help and results of the commands. */
export const commands = {
  titles: {
    'Usage:': 'Aufruf:',
    'Arguments:': 'Angaben:',
    'Options:': 'Optionen:',
    'Commands:': 'Befehle:',
    'Global Options:': 'Allgemeine Optionen:',
    '[options]': '[Optionen]',
  } as Readonly<Record<string, string>>,
  beo: {
    usage: '[Optionen] [Befehl]',
    description:
      'Beo steuert die Kundinnen und Kunden im Eingangsbereich: einbuchen, aufrufen, anzeigen, auswerten.',
    after:
      'Ohne Befehl öffnet beo das Menü. Beispiele:\n  beo checkin --concern 3.2 --fact beratungsbedarf --identity-checked\n  beo desk 1 call\n  beo report --week',
  },
  options: {
    version: 'Version zeigen',
    help: 'Hilfe zeigen',
    helpCommand: 'Hilfe zu einem Befehl',
    data: 'Datenverzeichnis (sonst $BEO_DATA)',
    server: 'Adresse des Servers (sonst $BEO_SERVER oder der des Datenverzeichnisses)',
    tokenFile: 'Datei mit dem Zugangsschlüssel (sonst $BEO_TOKEN_FILE oder $BEO_TOKEN)',
    ca: 'Datei mit dem Zertifikat der eigenen Zertifizierungsstelle (sonst $BEO_CA)',
    site: 'Standort; entbehrlich, wenn es nur einen gibt',
    lang: 'Sprache: de oder en',
    json: 'Ergebnis und Fehler als JSON',
    ascii: 'nur ASCII-Zeichen',
    screenReader: 'linearer Text für Vorleseprogramme',
    highContrast: 'Bildschirme ohne Farben und ohne blasse Schrift',
  },
  server: {
    description: 'Server starten; meldet eine Zeile, sobald er bereit ist',
    host: 'Adresse, auf der er lauscht (127.0.0.1)',
    port: 'Port (7717); 0 nimmt einen freien',
    tlsCert: 'Zertifikat mit Kette (PEM): der Server spricht TLS (wss://)',
    tlsKey: 'der Schlüssel dazu (PEM)',
    behindProxy:
      'hinter einem Reverse-Proxy auf diesem Rechner; X-Forwarded-For nennt dann, wessen Verbindungen gezählt werden',
    noMigrate:
      'ein Datenverzeichnis einer älteren Version nicht auf den neuen Stand bringen, sondern ablehnen',
    metricsFrom: 'Adresse oder Netz (10.1.0.0/16), das /healthz und /metrics lesen darf (mehrfach möglich)',
    logFormat: 'Protokoll als text oder json (im Terminal Text, sonst JSON)',
    logLevel: 'was ins Protokoll kommt: info (alles), warn oder error',
    after: `Auf demselben Port antwortet der Server unter /healthz, ob alles in Ordnung ist (200, sonst 503), und unter /metrics
mit Messwerten für Prometheus; beides nur diesem Rechner und den mit --metrics-from genannten.`,
  },
  display: {
    description: 'Anzeige im Wartebereich',
    plain: 'eine Zeile je Aufruf („E017 Platz 1“), für Tafeln und Vorleseprogramme',
    sound: 'Programm, das bei jedem Aufruf einen Ton spielt',
    speech: 'Programm, das jeden Aufruf ansagt, nach dem Ton',
    after: `Beide Programme bekommen vier Angaben: Nummer, Platz, Satz auf Deutsch, Satz auf Englisch; der Platz ist leer,
wo Besucher abgeholt werden. Sie laufen nacheinander, nie zwei zugleich; eines, das nach 15 s noch läuft, wird beendet.
Die Anzeige startet auch ohne Server und wartet auf ihn. Mit --json eine Zeile je Änderung: alle offenen Aufrufe.`,
  },
  checkin: {
    description: 'Empfang: einbuchen; mit --concern einmalig, sonst als Bildschirm',
    place: 'Empfangsplatz, z. B. E1',
    concern: 'Anliegen, z. B. 3.2',
    fact: 'Angabe, die den Weg bestimmt (mehrfach möglich); wird nicht gespeichert',
    appointment: 'kommt mit Termin: direkt weiterleiten',
    information: 'Auskunft oder Wegweisung',
    identityChecked: 'Identität ist geprüft',
    consulted: 'Rücksprache ist gehalten',
    mark: 'assisted, interpreter, confidential, urgent=GRUND, team=703 (mehrfach möglich)',
    handout: 'ausgehändigte Unterlage (mehrfach möglich)',
    also: 'dabei mit erledigtes Anliegen (mehrfach möglich)',
    copies: 'Kopien gefertigt',
    documents: 'Unterlagen entgegengenommen, für diese Stelle (sonst die übliche)',
    masterData: 'Stammdaten aktualisiert (nur Vorsprechende/r)',
    afterHours: 'Teamleitung lässt außerhalb der Öffnungszeiten ein',
    occurredAt: 'wahre Zeit einer nacherfassten Vorsprache (08:15)',
    calledAt: '… ihres Aufrufs',
    finishedAt: '… ihrer Erledigung',
    desk: '… und ihr Platz',
    slip: 'Nummernzettel drucken, wie für den Empfangsplatz eingestellt, sonst auf die Standardausgabe',
    askZone: 'die Eingangszone fragen, ob jemand kurz Zeit hat',
    after: 'Beispiel: beo checkin --concern 3.2 --fact beratungsbedarf --identity-checked',
  },
  ticket: {
    description: 'Einen Vorgang ändern: gegangen, zurück, Merkmale, Berichtigung, Doppelbuchung',
    number: 'Nummer (E017) oder Vorsprache (V003)',
    action: 'leave, resume, mark, correct oder cancel',
    concern: 'richtiges Anliegen (correct)',
    lead: 'als Teamleitung',
  },
  desk: {
    description: 'Platz der Eingangszone: als Bildschirm, oder ein Schritt',
    desk: 'Platz, z. B. 1',
    action:
      'call, recall, start, finish, no-show, park, resume, withdraw, requeue, transfer, undo, open, close, pause, activity, help, come, end-help, answer-yes, answer-no',
    subject: 'Nummer, Anliegen, Grund oder Tätigkeit zum Schritt',
    number: 'bestimmte Nummer (außer der Reihe nur mit --reason)',
    reason: 'Grund-Code',
    outcome: 'Ergebnis: settled, appointment, forwarded, evidenceRequested, fieldVisit, abandoned',
    destination: 'Stelle, zu der es weitergeht',
    concern: 'tatsächliches Anliegen',
    further: 'weiteres erledigtes Anliegen (mehrfach möglich)',
    consulted: 'mit Rücksprache',
    papInformed: 'pAp informiert (Historienvermerk, Wv)',
    masterData: 'Stammdaten der BG gepflegt',
    toDesk: 'Übergabe nur an diesen Platz',
    toQueue: 'Geparktes zurück in die Warteschlange',
    team: 'Team 703 oder 704',
    occurredAt: 'wahre Zeit eines nachgereichten Abschlusses',
    after:
      'Beispiele:\n  beo desk 1 call\n  beo desk 1 finish --outcome appointment --destination SACHBEARBEITUNG\n  beo desk 1 activity 4.1 --team 703',
  },
  stats: { description: 'Live-Statistik; mit --json einmalig die Zahlen' },
  report: {
    description: 'Bericht über einen Zeitraum',
    day: 'Tag (ohne Angabe heute)',
    week: 'ISO-Woche (2015-W24)',
    month: 'Monat (2015-06)',
    quarter: 'Quartal (2015-Q3)',
    year: 'Jahr (2015)',
    pilot: 'Pilotzeitraum 01.06.–31.12.2015',
    keydate: 'Stichtag (2015-09-30 oder 2015-12-31; ohne Angabe der nächste)',
    from: 'von (Tag)',
    to: 'bis einschließlich (Tag)',
    at: 'Stand des offenen Tages (12:00)',
    compare: 'daneben ein zweiter Zeitraum (2015-W23, 2015-05 …), ohne Angabe der davor',
    allSites: 'alle Standorte nebeneinander (einzelne: --site mehrmals)',
    format: 'table, json, csv, md, html oder xlsx',
    out: 'in diese Datei statt auf den Bildschirm; ohne --format nach ihrer Endung',
    after:
      'Beispiele:\n  beo report --week\n  beo report --week 2015-W24 --compare\n  beo report --week 2015-W24 --out woche.html\n  beo report --from 2015-06-01 --to 2015-06-30 --format json',
  },
  extraDesks: {
    description: 'Den Rat, weitere Plätze zu öffnen, beantworten (Teamleitung)',
    answer: 'yes: es werden Plätze geöffnet; no: es bleibt dabei',
  },
  closeDay: {
    description: 'Den Tag abschließen (Teamleitung)',
    force: 'auch mit offenen Vorgängen; sie werden gekennzeichnet und zählen in keinem Mittelwert',
  },
  settings: settingsCommand,
  verify: {
    description: 'Alles im Datenverzeichnis lesen und prüfen',
    counted: ({
      store,
      version,
      sites,
      days,
      entries,
      archivedDays,
    }: {
      store: string;
      version: number | null;
      sites: number;
      days: number;
      entries: number;
      archivedDays: number;
    }) =>
      `${store}: Version ${version ?? '–'}, ${sites} Standorte, ${days} Tagesjournale mit ${entries} Einträgen, ${archivedDays} archivierte Tage`,
    findings: ({ count }: { count: number }) => `${count} Befunde. Bitte die genannten Dateien ansehen.`,
    problems: {
      missing: 'fehlt',
      unreadable: 'ist nicht lesbar',
      badSettings: 'falscher Wert',
      newerVersion: 'stammt von einer neueren Version',
      halfRestored: 'das Zurückholen einer Sicherung ist nicht fertig',
      notJson: 'keine gültige Zeile',
      badChecksum: 'Prüfsumme stimmt nicht',
      badShape: 'unerwarteter Aufbau',
      badSequence: 'Lücke in der Reihenfolge',
      otherDay: 'gehört zu einem anderen Tag oder Standort',
      tornTail: 'abgerissenes Ende (Bytes)',
      cannotReplay: 'lässt sich nicht nachvollziehen',
      notArchived: 'vergangener Tag ist nicht archiviert',
      archiveDiffers: 'Archiv weicht vom Journal ab',
      sumsDiffer: 'Monatssummen weichen vom Archiv ab',
      unfinishedImport:
        'ein abgebrochener Import (Tage), der nicht zählt; der nächste Start oder Import räumt ihn weg',
      openToOthers: 'ist für andere Benutzer lesbar',
    },
  },
  purge: {
    description:
      'Löschen, was die Einstellungen nicht länger aufbewahren (ein laufender Server tut es selbst)',
    purged: ({ site, days, months }: { site: string; days: number; months: number }) =>
      `${site}: Einzeleinträge gelöscht: ${days} Tage; Tageszahlen gelöscht: ${months} Monate`,
  },
  backup: {
    description: 'Datenverzeichnis sichern, auch während der Server läuft',
    folder: 'Verzeichnis, in dem die Sicherung als neues Verzeichnis beo-backup-… entsteht',
    made: ({ folder, ...held }: Held & { folder: string }) => `Gesichert in ${folder}: ${heldIn(held)}`,
  },
  restore: {
    description: 'Eine Sicherung zurückholen; was vorher da war, wird daneben aufgehoben',
    folder: 'Verzeichnis der Sicherung (beo-backup-…)',
    replace: 'auch wenn das Datenverzeichnis Neueres oder anderes enthält als die Sicherung',
    restored: ({ store, ...held }: Held & { store: string }) =>
      `${store} ist wiederhergestellt: ${heldIn(held)}`,
    setAside: ({ folder }: { folder: string }) => `Was vorher da war, liegt jetzt in ${folder}.`,
  },
  completion: {
    description: 'Vervollständigung für die Shell ausgeben',
    shell: 'bash, zsh oder fish',
    after: `Einrichten:
  bash  beo completion bash >~/.local/share/bash-completion/completions/beo
  zsh   beo completion zsh >~/.zfunc/_beo  (mit fpath+=~/.zfunc vor compinit in ~/.zshrc)
  fish  beo completion fish >~/.config/fish/completions/beo.fish`,
  },
  doctor: {
    description: 'prüfen, was beo auf diesem Rechner braucht, und sagen, was zu tun ist',
    port: 'Port, auf dem ein Server lauschen soll (7717)',
  },
  service: {
    description: 'Unit für systemd ausgeben: Server, oder Anzeige auf der ersten Konsole',
    kind: 'server (ohne Angabe) oder display',
    further: 'weitere Optionen für beo server oder beo display, nach --',
    user: 'Benutzerkonto, unter dem es läuft (beo, beo-display)',
    after: `Beispiele:
  beo service >/etc/systemd/system/beo.service
  beo service server -- --host 10.1.2.3 --port 7717 >/etc/systemd/system/beo.service
  beo service display --server ws://10.1.2.3:7717 >/etc/systemd/system/beo-display.service`,
    descriptions: {
      server: 'Beo: Server der Warteschlange',
      display: 'Beo: Anzeige im Wartebereich auf der ersten Konsole',
    },
    notes: ({ kind, name, user }: { kind: 'server' | 'display'; name: string; user: string }) => [
      `Einrichten (als root): beo service ${kind} >/etc/systemd/system/${name}.service`,
      `  useradd --system --shell /usr/sbin/nologin ${user}`,
      `  systemctl daemon-reload && systemctl enable --now ${name}`,
      `Prüfen: systemd-analyze security ${name}; ansehen: journalctl -u ${name}`,
    ],
    hiddenFile: ({ file, option, user }: { file: string; option: string; user: string }) =>
      `${option}: ${file} liegt dort, wo die Unit nichts liest. Bitte etwa nach /etc/beo legen, lesbar für ${user}.`,
    hidden: ({ file }: { file: string }) =>
      `${file} liegt dort, wo die Unit nichts liest. Bitte Node und beo für alle Benutzer installieren, etwa unter /usr/local oder /opt.`,
  },
  privacy: {
    description: 'Unterweisung zum Datenschutz, eine Seite',
    format: 'table (Text), md (Markdown) oder json',
  },
  inventory: {
    description: 'Verzeichnis aller gespeicherten Felder, Empfänger, Fristen und Auswertungen',
    format: 'table (Text), md (Markdown) oder json',
    after:
      'Für Personalrat und Datenschutz. Erzeugt aus denselben Definitionen, mit denen das Programm arbeitet; Fristen aus den Einstellungen des Datenverzeichnisses, sonst aus denen, mit denen es anfängt.',
  },
  printed: {
    handout: ({ item }: { item: string }) => `  aushändigen: ${item}`,
    copies: ({ item }: { item: string }) => `  ${item}`,
    followUp: ({ kind, system }: { kind: string; system: string }) => `  danach: ${kind} (${system})`,
    expectedWait: ([from, to]: readonly [number, number]) => `  Wartezeit: ca. ${from}–${to} Minuten`,
    extraDesks: ({ count }: { count: number }) => `Rat: noch ${count} öffnen`,
    madeUp: ({ arrived }: { arrived: string }) => `  nacherfasst: gekommen ${arrived}`,
    madeUpVisit: (at: { arrived: string; called: string; finished: string; desk: string }) =>
      `  nacherfasst: gekommen ${at.arrived}, aufgerufen ${at.called}, fertig ${at.finished}, ${at.desk}`,
    waited: ({ minutes }: { minutes: number }) => `${minutes} min gewartet`,
    states: {
      helpCalled: 'Hilfe gerufen',
      helpAnswered: 'Hilfe kommt',
      helpEnded: 'Hilferuf beendet',
      zoneAsked: 'Eingangszone gefragt',
      questionDropped: 'Frage zurückgezogen',
      answeredYes: 'Frage mit Ja beantwortet',
      answeredNo: 'Frage mit Nein beantwortet',
      extraDesksYes: 'weitere Plätze: ja',
      extraDesksNo: 'weitere Plätze: nein',
      waiting: 'wartet',
      called: 'aufgerufen',
      inService: 'in Bearbeitung',
      parked: 'geparkt',
      missed: 'nicht erschienen',
      ended: 'abgeschlossen',
      settled: 'erledigt',
      appointment: 'Termin',
      forwarded: 'weitergeleitet',
      evidenceRequested: 'Nachweise angefordert',
      fieldVisit: 'Außendienst angefordert',
      abandoned: 'abgebrochen',
      left: 'gegangen',
      cancelled: 'storniert',
      undone: 'zurückgenommen',
      ...deskStates,
      open: 'offen',
    },
  },
};
