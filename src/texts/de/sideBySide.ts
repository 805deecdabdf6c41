/** Reports beside each other, and what the office adds to a report. */
export const sideBySide = {
  addressees: (names: readonly string[]) => `An: ${names.join(', ')}`,
  baseline: {
    heading: 'Ausgangslage',
    receptionEmployees: 'Beschäftigte am Empfang',
    receptionFte: 'Vollzeitäquivalente',
    team: 'zugeordnet Team',
  },
  comparedWith: (period: string, asOf: string) => `verglichen mit ${period}${asOf && `, ${asOf}`}`,
  /** Heads of the columns, in two lines. */
  heads: {
    pilot: ['Pilot-', 'zeitraum'],
    keydate: (day: string) => ['Stichtag', day],
    range: (from: string, to: string) => [`${from}–`, to],
    difference: ['Differenz', ''],
    relative: ['', 'in %'],
    noise: ['', 'Zufall?'],
  },
  perDay: {
    heading: 'Je Tag mit Werten',
    days: 'Tage mit Werten',
    visits: 'Vorsprachen je Tag',
    tickets: 'Nummern je Tag',
    contacts: 'Kontakte je Tag',
  },
  /** Percentage points. */
  points: 'PP',
  noise: {
    within: 'im Rahmen des Zufalls',
    beyond: 'mehr als Zufall',
    unclear: 'nicht zu sagen',
  },
  notes: {
    difference:
      'Die Differenz ist der erste Zeitraum minus der zweite, aus ungerundeten Werten, bei Anteilen in Prozentpunkten (PP); in % vom zweiten. Zeilen mit „n“ haben keine. Was in einem der Zeiträume nicht gezeigt wird („•“), hat auch keine Differenz. Summen verschieden langer Zeiträume unterscheiden sich schon durch deren Länge.',
    noise: (days: number, contacts: number) =>
      `Zufall: Welch-Test mit den Tagen als Beobachtungen (Mittel und Anteile als Quotient von Tagessummen, Streuung nach Cochran), 5 % zweiseitig, ab ${days} Tagen je Zeitraum. Bei weniger Tagen treten die einzelnen Kontakte an ihre Stelle, ab ${contacts}; sie hängen voneinander ab und können deshalb nur zeigen, dass ein Unterschied im Rahmen des Zufalls liegt. Sonst ist nichts zu sagen.`,
    improvement:
      'Was im Rahmen des Zufalls liegt oder wozu nichts zu sagen ist, belegt weder eine Verbesserung noch eine Verschlechterung. Auch von lauter zufälligen Unterschieden erscheint etwa jeder zwanzigste als mehr. Zeilen ohne Angabe sind nicht geprüft und belegen ebenso wenig.',
    overlap:
      'Die Zeiträume haben Tage gemeinsam. Differenzen gibt es dann keine: Sie beträfen nur die übrigen Tage, und das können zu wenige sein, um gezeigt zu werden.',
  },
  sites: {
    title: 'Beo-Bericht, Standorte nebeneinander',
    site: (id: string, title: string) => `${id}: ${title}`,
    note: 'Jeder Standort hat eine eigene Spalte; nichts ist über Standorte hinweg zusammengerechnet.',
  },
};

/** The same keys in every language. */
export type SideBySideTexts = typeof sideBySide;
