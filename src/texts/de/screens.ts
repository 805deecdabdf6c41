interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** What all screens say. */
export const screens = {
  program: 'beo',
  connecting: 'Verbindung wird aufgebaut …',
  /** Once that takes a while. Without an address nobody knows where a server is. */
  connectingTo: (url: string | null) =>
    url === null
      ? 'Noch läuft kein Server. Sobald einer da ist, geht es hier weiter.'
      : `Gesucht wird der Server ${url}. Läuft er, und stimmt die Adresse?`,
  connected: 'verbunden',
  connectedOld: (age: string) => `verbunden, ${age}`,
  old: (seconds: number) => `Stand vor ${seconds} s`,
  disconnected: 'getrennt',
  lost: (since: string) => `getrennt seit ${since}`,
  asOf: (time: string) => `Stand ${time}`,
  sending: 'Wird gesendet …',
  interruptAgain: 'Noch einmal Strg+C beendet das Programm.',
  tooSmall: ({ needed, actual }: { needed: Size; actual: Size }) =>
    `Das Fenster ist zu klein: nötig ${needed.columns}×${needed.rows} Zeichen, es sind ${actual.columns}×${actual.rows}.`,
  moreBelow: (count: number, sign: string) => `${sign} ${count} weitere`,
  moreAbove: (count: number, sign: string) => `${sign} ${count} davor`,
  filter: 'Suchen:',
  nothingFound: 'Nichts gefunden.',
  chosen: 'gewählt:',
  ticked: 'angekreuzt:',
  notTicked: 'nicht angekreuzt:',
  dialogKeys: (key: string, label: string) => `${key} = ${label}    Eingabe oder Esc = Abbrechen`,
  takeOver: (key: string) =>
    `${key} = diesen Platz hier übernehmen. Der andere Bildschirm wird dann abgemeldet.`,
  leaveWithEscape: 'Esc = Bildschirm verlassen',
  menu: {
    title: 'Was möchten Sie öffnen?',
    reception: 'Empfang: Besucher einbuchen',
    desk: 'Platz der Eingangszone: aufrufen und bearbeiten',
    statistics: 'Statistik: Wartezeiten heute',
    display: 'Anzeige für den Wartebereich',
    whichReception: 'An welchem Empfangsplatz?',
    whichDesk: 'An welchem Platz?',
    room: (room: string) => `Raum ${room}`,
    none: 'Dieser Standort hat keinen solchen Platz.',
    serverStartedHere: (url: string) => `Server: ${url}, von diesem Programm gestartet`,
    serverFound: (url: string) => `Server: ${url}, lief schon`,
    othersConnected: (count: number) =>
      count === 1
        ? 'Eine andere Station nutzt diesen Server. Sie verliert die Verbindung.'
        : `${count} andere Stationen nutzen diesen Server. Sie verlieren die Verbindung.`,
    endServer: 'Server beenden',
    keys: { open: 'Öffnen', back: 'Zurück', leave: 'beo beenden' },
  },
};
