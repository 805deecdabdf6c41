/** Sections of the report beside the concept's criteria. Labels of grid rows are short, as in `reports.ts`. */
export const reportSections = {
  sections: {
    weekdays: 'Wochentage (min:s)',
    profile: {
      visits: 'Vorsprachen je Stunde und Wochentag, Mittel der offenen Tage',
      arrived: 'Eingebuchte Nummern je Stunde und Wochentag, Mittel der offenen Tage',
      served: 'Bediente je Stunde und Wochentag, Mittel der offenen Tage',
    },
    lateDuty: 'Spätdienst (min:s)',
    levels: 'Kontakte nach Schwierigkeitsgrad',
    censoring: 'Wartezeit mit denen, die noch niemand bedient hat (min:s)',
    goals: 'Ziele',
    onward: 'Termine und Weiterleitungen nach Stelle',
    staffing: 'Besetzung (Stunden)',
    shortage: 'Mindestbesetzung',
    consultations: 'Rücksprachen nach Anliegen',
    handouts: 'Ausgegebene Vordrucke',
    activities: 'Tätigkeiten (Minuten)',
    newCustomers: 'Neukunden (2.1, 2.2)',
    deskDecisions: 'Entscheidungen über weitere Plätze',
    signals: 'Signale zwischen Empfang und Eingangszone',
  },
  weekdays: {
    days: 'Tage',
    visits: 'Vorsprachen',
    contacts: 'Kontakte',
    wait: 'Wartezeit',
    service: 'Bearbeitung',
  },
  late: 'Spätdienst',
  lateDuty: {
    contacts: 'Kontakte',
    wait: 'Wartezeit, Mittel',
    waitMedian: 'Wartezeit, Median',
    service: 'Bearbeitung, Mittel',
    conclusive: 'abschließend erledigt',
  },
  levels: {
    reception: 'Anlage 1, Empfang',
    medium: 'Anlage 3, mittel',
    high: 'Anlage 5, hoch',
    unknown: 'nicht im Katalog',
    atReception: '  am Empfang',
    inEntranceZone: '  Eingangszone',
  },
  censoring: {
    ended: 'bedient',
    stillWaiting: 'noch wartend',
    left: 'vorzeitig gegangen',
    flagged: 'offen bei Tagesschluss',
    meanOfEnded: 'Mittel der Bedienten',
    meanAtLeast: 'Mittel mindestens',
    median: 'Median, geschätzt',
    restrictedMean: (limit: string) => `Mittel bis ${limit}`,
    noLimit: 'Mittel, geschätzt',
    note: 'Wer noch wartet, vorzeitig ging oder bei Tagesschluss in der Reihe stand, hat mindestens so lange gewartet. Die Schätzung (Kaplan und Meier) rechnet diese Zeiten als abgebrochen; ihr Mittel („Mittel bis …“) zählt eine längere Wartezeit als die längste bekannte. Das Mittel der Bedienten ist dann eher zu niedrig. Nicht Erschienene sind keine Wartenden und in keiner der Zahlen.',
  },
  goals: {
    heads: { goal: 'Ziel', actual: 'Ist', result: 'Ergebnis' },
    withinWait: (target: string) => `Wartezeit höchstens ${target}`,
    conclusive: 'abschließend erledigt',
    noShow: 'nicht erschienen',
    misrouting: 'falsch zugeordnet',
    atLeast: (share: string) => `ab ${share}`,
    atMost: (share: string) => `bis ${share}`,
    reached: 'erreicht',
    missed: 'verfehlt',
    note: 'Falsch zugeordnet: Kontakte, deren Anliegen am Platz geändert oder vorher berichtigt wurde, von allen Kontakten.',
  },
  onward: {
    heads: { appointments: 'Termine', forwarded: 'weitergeleitet', cameBack: 'zurück' },
    note: 'Zurück: am selben Tag nach dem Platz noch einmal eingereiht. Wer an einem anderen Tag wiederkommt, ist nicht bekannt.',
  },
  staffing: {
    reception: 'Empfang',
    entranceZone: 'Eingangszone',
    rows: {
      reception: {
        planned: 'Empfang geplant',
        present: 'Empfang anwesend',
        minimum: 'Empfang mindestens',
      },
      entranceZone: {
        planned: 'Eingangszone geplant',
        present: 'Eingangszone anwesend',
        minimum: 'Eingangszone mindestens',
      },
    },
    inFte: '  in VZÄ',
    reinforcement: 'Verstärkung (Minuten)',
    plannedShort: ({ stage, planned, minimum, missing }: Record<Shortage, string>) =>
      `${stage}: geplant sind ${planned} von mindestens ${minimum} Stunden; es fehlen ${missing} Stunden.`,
    presentShort: ({ stage, present, minimum, missing }: Record<Presence, string>) =>
      `${stage}: anwesend waren ${present} von mindestens ${minimum} Stunden; es fehlen ${missing} Stunden.`,
    enough: 'Keine bekannte Besetzung liegt unter dem Mindestmaß.',
    note: 'Anwesend sind offene Plätze ohne Pausen und ohne Verstärkung des Empfangs; am Empfang wird keine Anwesenheit erfasst. VZÄ: Stunden durch die Arbeitszeit einer Vollzeitkraft an den erfassten Tagen.',
  },
  newCustomers: {
    contacts: 'Kontakte',
    appointments: '  mit Termin',
    withAdviser: '    bei M&I',
  },
  deskDecisions: {
    decisions: 'entschieden',
    yes: '  ja',
    no: '  nein',
    desks: 'Plätze nach dem Rat',
  },
  signals: {
    questions: 'Fragen des Empfangs',
    yes: '  ja',
    no: '  nein',
    unanswered: '  ohne Antwort',
    helpCalls: 'stille Hilferufe',
    helpCallsAnswered: '  beantwortet',
  },
  countedDays: 'gezählt an Tagen',
  withheldWaits: (contacts: number) =>
    `In den Wartezeiten fehlen ${contacts} Kontakte aus Tagen oder Wochen, die für sich nicht gezeigt werden dürfen.`,
  paper: { tickets: 'Nummern' },
};

type Shortage = 'stage' | 'planned' | 'minimum' | 'missing';
type Presence = 'stage' | 'present' | 'minimum' | 'missing';

/** The same keys in every language. */
export type ReportSectionTexts = typeof reportSections;
