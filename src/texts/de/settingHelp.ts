import type { Bounds } from '../bounds.js';

const range = ({ min, max }: Bounds): string => {
  if (min !== undefined && max !== undefined) return ` von ${min} bis ${max}`;
  if (min !== undefined) return ` ab ${min}`;
  return max === undefined ? '' : ` bis ${max}`;
};

const count = ({ min = 0, max }: Bounds, what: string): string => {
  if (max !== undefined) return `, ${min} bis ${max} ${what}`;
  return min === 0 ? '' : `, mindestens ${min} ${what}`;
};

/** What may stand at a setting, when it counts, and who may change it. */
export const settingHelp = {
  allowed: {
    nothing: 'null',
    constant: (value: string) => `immer ${value}`,
    switch: 'true oder false',
    number: (whole: boolean, bounds: Bounds) => `${whole ? 'ganze Zahl' : 'Zahl'}${range(bounds)}`,
    text: (bounds: Bounds) => `Text${count(bounds, 'Zeichen')}`,
    choice: (of: readonly string[]) => `eines von ${of.join(', ')}`,
    list: (of: string, bounds: Bounds) => `Liste [ … ]${count(bounds, 'Einträge')}; je Eintrag: ${of}`,
    group: (of: readonly string[]) => `{ ${of.join(', ')} }`,
    byName: (of: string) => `{ Name: … }; Namen: ${of}`,
    either: (of: readonly string[]) => of.join(', oder '),
    forms: {
      code: 'Kürzel aus höchstens 32 Buchstaben (A bis Z), Ziffern, _ und -',
      time: 'Uhrzeit wie 08:00, höchstens 24:00',
      day: 'Tag wie 2015-06-08',
      zone: 'Zeitzone wie Europe/Berlin',
      letter: 'ein Großbuchstabe, nicht I, O, Q und V',
      concern: 'Anliegen des Katalogs wie 3.2',
      skill: 'Anliegen oder Gruppe des Katalogs wie 3.2 oder 6',
      destination: 'Stelle des Katalogs wie PAP',
      desk: 'Platz dieses Standorts',
    },
  },
  effects: {
    atOnce: 'sofort',
    nextDay: 'ab dem nächsten Tag',
    serverStart: 'ab dem nächsten Start des Servers',
    stationStart: 'ab dem nächsten Start des Arbeitsplatzes',
  },
  changedBy: {
    lead: 'die Teamleitung, auch während der Server läuft',
    machine: 'wer den Rechner verwaltet, solange der Server nicht läuft',
    nobody: 'niemand; beo setzt es selbst',
  },
  problems: {
    unknown: (near: string | undefined) =>
      `gibt es nicht${near === undefined ? '' : `; meinten Sie ${near}?`}`,
    missing: (allowed: string) => `fehlt; erlaubt: ${allowed}`,
    wrong: (given: string, allowed: string) => `${given} geht nicht; erlaubt: ${allowed}`,
    because: (given: string, reason: string) => `${given} geht nicht: ${reason}`,
  },
};
