import type { settingHelp as german } from '../de/settingHelp.js';
import type { Bounds } from '../bounds.js';

const range = ({ min, max }: Bounds): string => {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return ` from ${min} on`;
  return max === undefined ? '' : ` up to ${max}`;
};

const count = ({ min = 0, max }: Bounds, what: string): string => {
  if (max !== undefined) return `, ${min} to ${max} ${what}`;
  return min === 0 ? '' : `, at least ${min} ${what}`;
};

export const settingHelp: typeof german = {
  allowed: {
    nothing: 'null',
    constant: (value) => `always ${value}`,
    switch: 'true or false',
    number: (whole, bounds) => `${whole ? 'whole number' : 'number'}${range(bounds)}`,
    text: (bounds) => `text${count(bounds, 'characters')}`,
    choice: (of) => `one of ${of.join(', ')}`,
    list: (of, bounds) => `list [ … ]${count(bounds, 'items')}; each item: ${of}`,
    group: (of) => `{ ${of.join(', ')} }`,
    byName: (of) => `{ name: … }; names: ${of}`,
    either: (of) => of.join(', or '),
    forms: {
      code: 'code of at most 32 letters (A to Z), digits, _ and -',
      time: 'time such as 08:00, at most 24:00',
      day: 'day such as 2015-06-08',
      zone: 'time zone such as Europe/Berlin',
      letter: 'one capital letter, not I, O, Q and V',
      concern: 'concern of the catalogue such as 3.2',
      skill: 'concern or group of the catalogue such as 3.2 or 6',
      destination: 'destination of the catalogue such as PAP',
      desk: 'desk of this site',
    },
  },
  effects: {
    atOnce: 'at once',
    nextDay: 'from the next day on',
    serverStart: "from the server's next start on",
    stationStart: "from the station's next start on",
  },
  changedBy: {
    lead: 'the team lead, also while the server runs',
    machine: 'whoever looks after the machine, while no server runs',
    nobody: 'nobody; beo sets it itself',
  },
  problems: {
    unknown: (near) => `does not exist${near === undefined ? '' : `; did you mean ${near}?`}`,
    missing: (allowed) => `is missing; allowed: ${allowed}`,
    wrong: (given, allowed) => `${given} can't be; allowed: ${allowed}`,
    because: (given, reason) => `${given} can't be: ${reason}`,
  },
};
