import type { Role } from '../../queue/events.js';
import type { tokens as german } from '../de/tokens.js';

const list = (known: readonly string[]): string => known.join(', ');

const whose = ({ role, place }: { role: Role; place: string | null }): string =>
  ({
    reception: `reception ${place}`,
    desk: `desk ${place}`,
    lead: 'the team lead',
    display: 'the display',
  })[role];

const commandOf = { reception: 'checkin', desk: 'desk', lead: 'stats', display: 'display' } as const;

export const tokens: typeof german = {
  description: 'Make, list and revoke the tokens of stations',
  action: 'add, list or revoke',
  subject: 'add: reception, desk, lead or display; revoke: the id',
  place: 'add: desk (1) or place of the reception (E1)',
  expires: 'counts until the end of this day (2027-01-31), or for so long (90d, 12w, 1y); else a year',
  out: 'write it to this new file, readable for your own account only, instead of the screen',
  after: `Once there is a token, the server wants one from every station, from its next start on. Commands on the server's machine,
under the same account, need none.
Examples:
  beo token add desk 1 --out desk1.token
  beo token add display --expires 2027-01-31
  beo token list
  beo token revoke 3f9c0a1b2d4e`,
  made: ({ id, until, site, ...scope }) =>
    `Token ${id} for ${whose(scope)} at site ${site}, good until ${until}.`,
  shownOnce: () =>
    'It is shown this once. At the station, put it into a file that only its account can read (chmod 600).',
  written: ({ file }) => `It is in ${file} and nowhere else. Bring the file to the station by a safe way.`,
  use: ({ role, place }) =>
    `There: beo ${commandOf[role]}${role === 'desk' ? ` ${place}` : ''} --server wss://HOST:7717 --token-file FILE`,
  fromNextStart: () =>
    'The running server began without tokens, and wants them only once it is started again.',
  none: () => 'There is no token.',
  columns: ['id', 'role', 'place', 'site', 'made', 'until', 'state'],
  states: { valid: 'valid', expired: 'expired', revoked: 'revoked' },
  revoked: ({ id }) => `Token ${id} is revoked. Whoever is connected by it is cut off.`,
  badRole: ({ word, known }) => `For whom? There is no "${word}". Possible: ${list(known)}.`,
  noPlaceFor: ({ role }) => `${role} has no place; please leave it out.`,
  unknownPlace: ({ role, place, known }) =>
    place === undefined
      ? `Which place? Known for ${role}: ${list(known) || '–'}.`
      : `There is no place "${place}" for ${role}. Known: ${list(known) || '–'}.`,
  badExpiry: ({ word }) =>
    `"${word}" is neither a day to come such as 2027-01-31 nor a duration such as 90d, 12w or 1y.`,
  idMissing: () => 'Which token? beo token list shows the ids.',
  unknownToken: () => 'There is no token with this id. beo token list shows all.',
};
