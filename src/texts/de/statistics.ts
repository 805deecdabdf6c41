import type { DeskAnswer } from '../../queue/events.js';
import { deskStates } from './deskStates.js';

const weekdays = ['Montage', 'Dienstage', 'Mittwoche', 'Donnerstage', 'Freitage', 'Samstage', 'Sonntage'];

const places = (count: number): string => (count === 1 ? '1 Platz' : `${count} Plätzen`);

const answers = { yes: 'ja', no: 'nein' } as const satisfies Record<DeskAnswer, string>;

/** What the live statistics say. */
export const statistics = {
  title: 'Live-Statistik',
  keys: {
    nextPage: 'Nächste Seite',
    correct: 'Anliegen berichtigen',
    cancel: 'Doppelbuchung stornieren',
    urgent: 'Als dringend kennzeichnen',
    desk: 'Platz öffnen oder schließen',
    extraDesks: 'Weitere Plätze: ja oder nein',
    closeDay: 'Tag abschließen',
    undo: 'Letztes zurücknehmen',
  },
  now: {
    people: (current: number, waiting: number, called: number, inService: number) =>
      `Jetzt ${current} ${current === 1 ? 'Kunde' : 'Kunden'}: ${waiting} ${waiting === 1 ? 'wartet' : 'warten'}, ${called} aufgerufen, ${inService} in Bearbeitung`,
    longest: (time: string, number: string) => `längste Wartezeit ${time} min (${number})`,
    longestSince: (clock: string, number: string) => `am längsten wartet ${number}, seit ${clock} Uhr`,
    nobodyWaits: 'niemand wartet',
    overTarget: (minutes: number) => `über dem Ziel von ${minutes} min`,
    dayClosed: 'Der Tag ist abgeschlossen.',
    page: (page: number, pages: number, key: string) => `Seite ${page} von ${pages}, weiter mit ${key}`,
  },
  big: {
    current: 'Kunden jetzt',
    longest: (minutes: number) => `min längste Wartezeit, Ziel ${minutes}`,
    overTarget: (minutes: number) => `min: über dem Ziel von ${minutes}`,
    desks: 'Plätze rufen auf',
    openMore: (count: number) => `noch ${count} ${count === 1 ? 'Platz' : 'Plätze'} öffnen`,
    closeOne: 'ein Platz kann schließen',
    allOpen: 'alle Plätze sind offen',
    decided: (answer: DeskAnswer) => `weitere Plätze: ${answers[answer]}`,
  },
  advice: {
    title: 'Wie viele Plätze',
    openMore: (count: number) => `Noch ${count} ${count === 1 ? 'Platz' : 'Plätze'} öffnen`,
    closeOne: 'Ein Platz kann schließen',
    allOpen: (count: number) =>
      count === 1 ? 'Der einzige Platz ist offen' : `Alle ${count} Plätze sind offen`,
    enough: (count: number) => (count === 1 ? 'Ein Platz genügt' : `${count} Plätze genügen`),
    decided: (time: string, answer: DeskAnswer, count: number) =>
      `${time} Weitere Plätze: ${answers[answer]} (Rat: noch ${count} öffnen)`,
    decision: 'weitere Plätze',
    lastDecision: (time: string, answer: DeskAnswer) => `${time} ${answers[answer]}`,
    nobodyServes: 'keiner ruft auf',
    next: (minutes: number, desks: number, then: number) =>
      `der Nächste wartet sonst ${minutes} min, mit ${places(desks)} ${then} min`,
    mean: (minutes: number, desks: number, then: number) =>
      `im Mittel sonst ${minutes} min Wartezeit, mit ${places(desks)} ${then} min`,
    grows: (come: string, served: string) =>
      `je Stunde kommen ${come}, bearbeitet werden höchstens ${served}`,
    allOpenNext: (minutes: number, target: number) => `der Nächste wartet ${minutes} min, Ziel ${target} min`,
    allOpenMean: (minutes: number, target: number) =>
      `im Mittel ${minutes} min Wartezeit, Ziel ${target} min`,
    with: (minutes: number, desks: number) => `mit ${places(desks)} wartet der Nächste ${minutes} min`,
    wait: (minutes: number) => `der Nächste wartet ${minutes} min`,
    desks: 'Plätze',
    nextWait: 'der Nächste',
    lastingWait: 'auf Dauer',
    now: (desks: number) => `${desks} (jetzt)`,
    minutes: (minutes: number) => `${minutes} min`,
    endless: 'wächst',
    arrivals: 'Ankünfte je Stunde',
    service: 'eine Bearbeitung',
    spoken: (desks: number, next: string, lasting: string) =>
      `mit ${places(desks)}: der Nächste ${next}, auf Dauer ${lasting}`,
  },
  minimum: {
    green: (minimum: string, serving: number) => `Mindestbesetzung ${minimum} erreicht: ${serving} offen`,
    yellow: (minimum: string, serving: number, present: number) =>
      `Mindestbesetzung ${minimum}: ${serving} offen, ${present} besetzt`,
    red: (minimum: string, serving: number) => `Mindestbesetzung ${minimum} unterschritten: ${serving} offen`,
  },
  comparison: {
    title: (weekday: number, time: string) => `Bis ${time} gegen ${weekdays[weekday - 1] ?? ''} zuvor`,
    today: 'heute',
    before: (days: number) => (days === 1 ? 'ein Tag' : `Ø ${days} Tage`),
    none: 'sonst',
    arrived: 'angekommen',
    served: 'bearbeitet',
    wait: (time: string) => `Wartezeit bis ${time}`,
    few: 'wenige',
    spoken: (name: string, today: string, before: string) => `${name}: heute ${today}, zuvor ${before}`,
  },
  hours: {
    title: 'Je Stunde',
    arrived: 'angekommen',
    served: 'bearbeitet',
    total: 'gesamt',
    until: (hour: string) => `bis ${hour}`,
    none: 'Heute ist noch niemand gekommen.',
    spoken: (span: string, arrived: number, served: number) =>
      `${span}: ${arrived} angekommen, ${served} bearbeitet`,
  },
  waits: {
    title: 'Wartezeiten heute',
    contacts: 'bearbeitete Kontakte',
    mean: 'Mittelwert',
    median: 'Median',
    p90: '90 % kürzer als',
    withinTarget: (minutes: number) => `im Ziel von ${minutes} min`,
    few: 'n unter 10',
  },
  visits: {
    title: 'Vorsprachen heute',
    total: 'gesamt',
    tickets: 'Nummer für die Eingangszone',
    settled: 'am Empfang erledigt',
    appointments: 'Termin vergeben',
    forwarded: 'direkt weitergeleitet',
    first: 'Filter 1, Empfang',
    second: 'Filter 2, Eingangszone',
  },
  desks: {
    title: (open: number, all: number) => `Plätze: ${open} von ${all} offen`,
    none: 'Dieser Standort hat keine Plätze.',
    at: (state: string, number: string) => `${state} ${number}`,
    states: deskStates,
  },
  aside: {
    title: 'Nicht in der Reihe',
    parked: 'geparkt',
    missed: 'nicht erschienen, noch nicht zurück',
    noShows: 'vergebliche Aufrufe heute',
    left: 'gegangen',
    complaints: 'Teamleitung zu informieren',
  },
  deviations: {
    title: (count: number) => `Abweichungen von der Reihenfolge: ${count}`,
    none: 'keine',
  },
  house: {
    title: 'Ins Haus',
    direct: 'direkt',
    appointment: 'Termin',
    called: 'aufger.',
    inService: 'Bearb.',
    spokenPlace: (place: string, called: number, inService: number) =>
      `${place}: ${called} aufgerufen, ${inService} in Bearbeitung`,
    none: 'Heute wurde noch niemand weitergeschickt.',
    spoken: (place: string, direct: number, appointments: number) =>
      `${place}: ${direct} direkt, ${appointments} mit Termin`,
  },
  choose: {
    correct: 'Welche Vorsprache?',
    /** `concern` as it stands. */
    correctTo: (visit: string, concern: string) => `Richtiges Anliegen von ${visit} statt ${concern}?`,
    cancel: 'Welche Buchung war doppelt?',
    noVisits: 'Heute gibt es noch keine Vorsprache.',
    urgent: 'Wer ist dringend?',
    alreadyUrgent: 'schon dringend',
    notUrgent: 'doch nicht dringend',
    urgentReason: (number: string) => `Warum ist ${number} dringend?`,
    desk: 'Welchen Platz öffnen oder schließen?',
    extraDesks: (count: number) =>
      count === 1 ? 'Noch einen Platz öffnen?' : `Noch ${count} Plätze öffnen?`,
    noExtraDesks: 'Weitere Plätze sind gerade nicht nötig.',
    search: 'Suche:',
    searchHint: 'Nummer oder Wort, z. B. 3.9 oder Lohn',
    noHit: 'Dazu gibt es kein Anliegen.',
    pick: 'Auswählen',
    /** States of a visit. */
    states: {
      waiting: 'wartet',
      called: 'aufgerufen',
      inService: 'in Bearbeitung',
      parked: 'geparkt',
      missed: 'nicht erschienen',
      ended: 'abgeschlossen',
      settled: 'am Empfang erledigt',
      appointment: 'Termin',
      forwarded: 'weitergeleitet',
    },
  },
  closeDay: {
    question: (day: string, open: number) =>
      open === 0
        ? `Den Tag ${day} abschließen? Danach wird heute nichts mehr angenommen.`
        : `Den Tag ${day} abschließen? ${open === 1 ? '1 Vorgang ist' : `${open} Vorgänge sind`} noch offen und ${open === 1 ? 'bleibt' : 'bleiben'} es: gekennzeichnet und in keinem Mittelwert. Danach wird heute nichts mehr angenommen.`,
    confirm: 'Tag abschließen',
  },
  /** What the lead decides about more desks. */
  answers: { yes: 'Ja, es werden Plätze geöffnet', no: 'Nein, es bleibt dabei' },
  done: {
    corrected: (visit: string, concern: string) => `${visit} berichtigt: ${concern}`,
    cancelled: (visit: string) => `${visit} storniert`,
    urgent: (number: string) => `${number} ist dringend`,
    notUrgent: (number: string) => `${number} ist nicht mehr dringend`,
    opened: (place: string) => `${place} geöffnet`,
    closed: (place: string) => `${place} geschlossen`,
    decided: (answer: DeskAnswer) => `Weitere Plätze: ${answers[answer]}`,
    dayClosed: 'Der Tag ist abgeschlossen.',
    undone: 'Zurückgenommen',
    undoHint: (key: string) => `${key} nimmt zurück`,
  },
  /** What the figures mean; shown below the keys. Each text is one line of at most 52 columns. */
  definitions: [
    { name: 'Kunden jetzt', text: 'wartend, aufgerufen und in Bearbeitung' },
    { name: '', text: 'ohne Besuche mit Termin, ohne Geparkte' },
    { name: 'Wartezeit', text: 'vom Einbuchen bis zum Aufruf, dem jemand folgt' },
    { name: '', text: 'nur bearbeitete Kontakte: eher zu niedrig, solange' },
    { name: '', text: 'noch jemand wartet' },
    { name: 'Median', text: 'die Hälfte wartete kürzer' },
    { name: 'Filter 1', text: 'am Empfang erledigt / Vorsprachen ohne Termin' },
    { name: 'Filter 2', text: 'in der Eingangszone erledigt / dort abgeschlossen' },
    { name: 'bearbeitet', text: 'letzter Abschluss einer Nummer in dieser Stunde' },
    { name: 'offen', text: 'Plätze, die frei oder im Kontakt sind' },
    { name: 'der Nächste', text: '(Wartende + 1) × Bearbeitung / Plätze' },
    { name: 'auf Dauer', text: 'mittlere Wartezeit, wenn es so weitergeht (Erlang C)' },
    { name: 'zuvor', text: 'derselbe Wochentag der vier Wochen davor' },
    { name: 'Wartezeit bis', text: 'wer bis dahin kam: alle sind schon bedient' },
    { name: 'wenige', text: 'von zu wenigen, um gezeigt zu werden' },
    { name: '– oder -', text: 'dazu gibt es noch nichts; nicht null' },
  ],
};
