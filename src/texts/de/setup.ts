/** The questions of `beo setup`, and what it prints. */
export const setup = {
  description: 'Einen Standort einrichten: fragt, legt ihn an und nennt die Zeile für jeden Arbeitsplatz',
  answers: 'Antworten aus dieser JSON-Datei statt Fragen; was fehlt, bekommt den Vorschlag',
  after: `Jede Frage nennt einen Vorschlag in Klammern; Eingabe nimmt ihn. < geht eine Frage zurück, Strg+C bricht ab: Angelegt
wird erst nach der letzten Antwort. Vorhandene Standorte bleiben, wie sie sind.
Antworten als Datei: {"name": "Jobcenter Enger", "desks": 4, "mon": "08:00-12:00 13:30-15:30"}; die Schlüssel sind
name, id, zone, mon bis sun, receptions, receptionNames, receptionRooms, desks, deskNames, deskRooms,
confidentialDesks, deskSkills, waitingPlace, letter, language, rowsDays, figuresMonths,
network (j: Die Stationen kommen über das Netz, jede mit einem Zugangsschlüssel), address.`,
  welcome:
    'Beo einrichten. Eingabe nimmt den Vorschlag in Klammern, < geht zurück,\nStrg+C bricht ab. Geschrieben wird erst nach der letzten Antwort.',
  questions: {
    name: 'Name des Hauses, wie er auf Berichten steht',
    id: 'Kürzel des Standorts (Buchstaben, Ziffern, - und _)',
    zone: 'Zeitzone',
    mon: 'Öffnungszeiten am Montag, oder zu',
    tue: 'Dienstag',
    wed: 'Mittwoch',
    thu: 'Donnerstag',
    fri: 'Freitag',
    sat: 'Samstag',
    sun: 'Sonntag',
    receptions: 'Wie viele Arbeitsplätze hat der Empfang? 0: die Plätze buchen ein',
    receptionNames: 'Wie heißen sie? Mit Komma getrennt',
    receptionRooms: 'In welchen Räumen? Mit Komma getrennt, oder -',
    desks: 'Wie viele Plätze hat die Eingangszone? 0: niemand wird eingereiht',
    deskNames: 'Wie heißen sie? Mit Komma getrennt',
    deskRooms: 'In welchen Räumen? Mit Komma getrennt, oder -',
    confidentialDesks: 'Welche davon sind für vertrauliche Gespräche? Nummern, oder -',
    deskSkills: 'Welcher bedient nur bestimmte Anliegen? (1: 6 3.1; 2: 3) oder -',
    waitingPlace: 'Wo wird gewartet?',
    letter: 'Buchstabe vor jeder Nummer',
    language: 'Sprache der Bildschirme: de oder en',
    rowsDays: 'Wie viele Tage bleiben Einzeleinträge?',
    figuresMonths: 'Wie viele Monate nach Jahresende bleiben die Tageszahlen?',
    network: 'Kommen Stationen über das Netz (mit Zugangsschlüsseln)? j oder n',
    address: 'Unter welcher Adresse erreichen sie den Server?',
  },
  confirm: 'So anlegen? j oder n',
  yes: 'j',
  no: 'n',
  closed: 'zu',
  none: '-',
  waiting: 'Wartezone',
  reception: (n: number) => `Empfang ${n}`,
  desk: (n: number) => `Platz ${n}`,
  problems: {
    needed: 'Hier braucht es eine Antwort.',
    count: ({ max }: { max: number }) => `Eine ganze Zahl von 0 bis ${max}.`,
    tooMany: ({ count }: { count: number }) => `Das sind mehr als ${count}.`,
    noSuchDesk: ({ desk }: { desk: string }) => `Platz ${desk} ist nicht dabei.`,
    siteThere: ({ id }: { id: string }) => `Den Standort ${id} gibt es schon; er bleibt, wie er ist.`,
    noPlaces: 'Ohne Empfang und ohne Eingangszone gibt es nichts zu tun.',
    language: 'de oder en.',
    yesOrNo: 'j oder n.',
    address: 'Eine Adresse wie wss://beo.example:7717, oder ws:// ohne TLS.',
  },
  unknownAnswer: ({ key, near }: { key: string; near: string | undefined }) =>
    `Die Antwort „${key}“ gehört zu keiner Frage.${near === undefined ? '' : ` Meinten Sie ${near}?`}`,
  badAnswer: ({ key, problem }: { key: string; problem: string }) => `Antwort auf ${key}: ${problem}`,
  needlessAnswer: ({ key, needs }: { key: string; needs: 'receptions' | 'desks' | 'network' }) =>
    needs === 'network'
      ? `Die Antwort auf ${key} bliebe ohne Wirkung: Zu ihr gehört "network": "j".`
      : `Die Antwort auf ${key} bliebe ohne Wirkung: Die Zahl bei ${needs} ist 0.`,
  cancelled: 'Abgebrochen; nichts wurde angelegt.',
  noTerminal:
    'beo setup fragt an einem Terminal. Ohne eines nennt --answers eine Datei mit den Antworten; beo setup --help zeigt sie.',
  done: ({ site, file }: { site: string; file: string }) =>
    `Der Standort ${site} ist angelegt. Ändern lässt er sich mit beo settings. Er steht in\n  ${file}`,
  startServer: 'Den Server starten:',
  startStations: 'Die Arbeitsplätze starten, jede Zeile auf ihrem Rechner:',
  /** `isEncrypted`: stations reach the server by wss. */
  tokensIn: ({ folder, isEncrypted }: { folder: string; isEncrypted: boolean }) =>
    `Die Zugangsschlüssel liegen in ${folder} und nirgends sonst, ein Jahr gültig. Jede Datei auf sicherem Weg
an ihre Station bringen, dort nur für deren Konto lesbar (chmod 600), und hier löschen. ${
      isEncrypted
        ? `cert.pem und key.pem
sind Zertifikat und Schlüssel des Servers; eines der eigenen Zertifizierungsstelle nennt --ca an jeder Station.`
        : `Mit ws:// geht
alles unverschlüsselt durch das Netz, auch die Zugangsschlüssel: besser eine Adresse mit wss://.`
    }
Der Server verlangt von nun an von jeder Station einen Schlüssel, auch an anderen Standorten; beo token stellt weitere aus.`,
  severalSites: 'Es gibt nun mehrere Standorte: Auch die Zeilen der anderen brauchen --site.',
  lead: 'Teamleitung',
  display: 'Anzeige',
};
