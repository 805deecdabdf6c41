/** What formats add to a report in their own words. */
export const formats = {
  /** Signs for each quarter of the highest number, the lowest first. */
  shades: ([low = '', middle = '', high = '', highest = '']: readonly string[]) =>
    `${low} bis 25 %, ${middle} bis 50 %, ${high} bis 75 % der höchsten Zahl, ${highest} darüber.`,
  units: {
    count: 'Anzahl',
    seconds: 'Sekunden',
    minutes: 'Minuten',
    hours: 'Stunden',
    share: 'Anteil',
    rate: 'Verhältnis',
    fte: 'VZÄ',
  },
  /** Heads of a CSV file. */
  csv: {
    section: 'Abschnitt',
    row: 'Zeile',
    column: 'Spalte',
    value: 'Wert',
    unit: 'Einheit',
    n: 'n',
    text: 'Text',
  },
  /** Names of what is reported on. */
  subject: { report: 'Bericht', site: 'Standort', period: 'Zeitraum', heading: 'Titel' },
  hidden: 'darf nicht gezeigt werden',
  nothing: 'kein Wert',
  rough: 'aus wenigen Kontakten',
  total: 'gesamt',
  /** Names of a workbook's sheets. */
  worksheets: { grids: 'Kriterien', counts: 'Zählungen', notes: 'Erläuterungen' },
  /** "Page 1 of 3", in a page's foot. */
  page: { before: 'Seite ', between: ' von ' },
  contents: 'Inhalt',
  tints: 'Anteil an der höchsten Zahl:',
  upTo: (share: string) => `bis ${share}`,
};

/** The same keys in every language. */
export type FormatTexts = typeof formats;
