import { formatDay, formatNumber } from '../format.js';

interface Brought {
  readonly site: string;
  readonly visits: number;
  readonly served: number;
  readonly left: number;
  readonly days: number;
  readonly from: string;
  readonly to: string;
}

const n = (value: number): string => formatNumber(value, 'de');

const counted = (value: number, one: string, many: string): string =>
  `${n(value)} ${value === 1 ? one : many}`;

const brought = ({ visits, served, left, days, from, to }: Brought): string =>
  `${counted(visits, 'Vorsprache', 'Vorsprachen')} an ${counted(days, 'Tag', 'Tagen')} (${formatDay(from, 'de')}–${formatDay(to, 'de')}): ${n(served)} bedient, ${n(left)} vorher gegangen`;

/** The import of days that were recorded elsewhere. */
export const imports = {
  description: 'Anderswo erfasste Tage aus einer CSV-Datei übernehmen',
  file: 'CSV-Datei mit den Spalten arrived_at, called_at, finished_at, ended, concern, desk',
  zone: 'Zeitzone der Zeiten in der Datei (sonst die des Standorts)',
  acceptConcerns: 'auch Anliegen übernehmen, die der Katalog nicht kennt',
  dryRun: 'nur prüfen, nichts schreiben',
  after:
    'Zeiten: 2015-06-08T08:15:00 oder 08.06.2015 08:15:00. ended: served oder left.\nÜbernommen wird alles oder nichts. Tage, die schon Zahlen haben, bleiben, wie sie sind.\nBeispiel: beo import mai.csv --dry-run',
  done: (all: Brought) => `${all.site}: übernommen: ${brought(all)}.`,
  checked: (all: Brought) => `${all.site}: geprüft, nichts geschrieben. Zu übernehmen: ${brought(all)}.`,
  rough: 'Auffällig und so übernommen:',
  roughSpot: ({ count, what }: { count: number; what: string }) => `${n(count).padStart(8)}  ${what}`,
  roughSpots: {
    overlaps: 'Bearbeitungen, während derer am selben Platz schon die nächste beginnt',
    overMidnight: 'Vorsprachen über Mitternacht; sie zählen zum Tag der Ankunft',
    zeroWaits: 'Wartezeiten von null',
    zeroServices: 'Bearbeitungszeiten von null',
    leftWithoutDesk: 'gegangen, ohne Platz (gezählt, in keinem Mittelwert)',
    servedWithoutDesk: 'bedient, ohne Angabe des Platzes',
    repeated: 'Zeilen, die einer anderen in allem gleichen',
    outOfOrder: 'Zeilen nach einer späteren Ankunft',
    ambiguousTimes:
      'Zeiten, die die Uhr zweimal zeigte (Oktober); es gilt die erste, außer sie läge vor der Zeit davor',
    quietNights: 'Nächte (0–6 Uhr) mit nur 1 bis 4 Ankünften',
    emptyDays: 'Tage dazwischen ohne eine Zeile',
  },
  newConcerns: ({ concerns }: { concerns: readonly string[] }) =>
    `Nicht im Katalog, trotzdem übernommen: ${concerns.join(', ')}`,
  soonPurged: ({
    site,
    months,
    kept,
    needed,
  }: {
    site: string;
    months: readonly string[];
    kept: number;
    needed: number;
  }) =>
    `Achtung: Die Tageszahlen aus ${months.join(', ')} löscht der nächste Start des Servers (und beo purge), weil die Einstellung sites.${site}.retention.figuresMonths ${kept} ist. Sollen sie bleiben, muss sie mindestens ${needed} sein.`,
  progress: ({ records }: { records: number }) => `${n(records)} Zeilen gelesen`,
  badRecords: ({ bad }: { bad: number }) =>
    `${bad === 1 ? 'Eine Zeile ist' : `${n(bad)} Zeilen sind`} nicht brauchbar; nichts wurde übernommen.`,
  badLine: ({ line, what }: { line: number; what: string }) => `  Zeile ${line}: ${what}`,
  moreBadLines: ({ count }: { count: number }) => `  und ${n(count)} weitere`,
  problems: {
    missing: ({ column }: { column: string }) => `${column} fehlt`,
    badTime: ({ column, value }: { column: string; value: string }) =>
      `${column}: „${value}“ ist keine Zeit wie 2015-06-08T08:15:00`,
    skippedTime: ({ column, value }: { column: string; value: string }) =>
      `${column}: ${value} gab es nicht, die Uhr wurde darüber hinweg vorgestellt`,
    calledBeforeArrived: () => 'called_at liegt vor arrived_at',
    finishedBeforeArrived: () => 'finished_at liegt vor arrived_at',
    finishedBeforeCalled: () => 'finished_at liegt vor called_at',
    tooLong: () => 'von arrived_at bis finished_at vergehen mehr als 24 Stunden',
    servedWithoutCall: () => 'served, aber called_at ist leer',
    leftWithCall: () => 'left, aber called_at ist nicht leer',
    unknownEnded: ({ value }: { value: string }) => `ended ist „${value}“; möglich: served, left`,
    unknownConcern: ({ value, lines }: { value: string; lines: number }) =>
      `Anliegen „${value}“ steht nicht im Katalog (${counted(lines, 'Zeile', 'Zeilen')}); --accept-concerns übernimmt es`,
    badConcern: ({ value }: { value: string }) =>
      `„${value}“ kann kein Anliegen sein: bis zu 32 Buchstaben, Ziffern, „.“, „_“, „-“`,
    tooManyConcerns: ({ value }: { value: string }) =>
      `Anliegen „${value}“: so viele verschiedene hat kein Katalog; stimmt die Spalte?`,
    fieldCount: ({ value }: { value: string }) => `Felder: ${value} statt 6`,
    badQuote: () => 'Anführungszeichen stimmen nicht, oder die Zeile nimmt kein Ende',
  },
  badHeader: ({
    missing,
    unknown,
    repeated,
  }: Readonly<Record<'missing' | 'unknown' | 'repeated', readonly string[]>>) =>
    [
      'Die erste Zeile muss die Spalten arrived_at, called_at, finished_at, ended, concern, desk nennen, in beliebiger Folge.',
      ...(missing.length > 0 ? [`Es fehlen: ${missing.join(', ')}.`] : []),
      ...(unknown.length > 0 ? [`Unbekannt: ${unknown.join(', ')}.`] : []),
      ...(repeated.length > 0 ? [`Doppelt: ${repeated.join(', ')}.`] : []),
    ].join(' '),
  tooManyRecords: ({ most }: { most: number }) =>
    `Mehr als ${n(most)} Zeilen auf einmal gehen nicht. Bitte die Datei nach Jahren teilen.`,
  noRecords: ({ file }: { file: string }) => `In ${file} steht keine einzige Vorsprache.`,
  daysTaken: ({ days, more }: { days: readonly string[]; more: number }) =>
    `Diese Tage haben schon Zahlen oder Einträge: ${days.join(', ')}${more > 0 ? ` und ${n(more)} weitere` : ''}. Nichts wurde übernommen; bitte ihre Zeilen aus der Datei nehmen.`,
  daysNotOver: ({ days, more }: { days: readonly string[]; more: number }) =>
    `Diese Tage sind noch nicht vorbei: ${days.join(', ')}${more > 0 ? ` und ${n(more)} weitere` : ''}. Nichts wurde übernommen.`,
  badZone: ({ word }: { word: string }) => `„${word}“ ist keine Zeitzone wie Europe/Berlin.`,
};

export type ImportTexts = typeof imports;
