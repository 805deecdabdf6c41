import { hostname } from 'node:os';
import { storeVersion } from '../server/migrations.js';
import { checkSettings } from '../server/settings.js';
import { weekdays } from '../server/weekdays.js';
import exampleSettings from '../../data/examples/herford.json' with { type: 'json' };
import { textsFor, type Language, type Texts } from '../texts/texts.js';
import { isServerUrl } from './findServer.js';

/** A question of the setup. */
export type AnswerKey = keyof Texts['setup']['questions'];

/** What was answered so far, as it was typed. */
export type Answers = Readonly<Partial<Record<AnswerKey, string>>>;

/** In the order in which they are asked. */
export const answerKeys = Object.keys(textsFor('de').setup.questions) as readonly AnswerKey[];

const mostPlaces = 99;

/** What Enter takes; undefined where there is nothing to propose. `server`: its address, where it was named. */
export function proposalFor(
  key: AnswerKey,
  given: Answers,
  language: Language,
  server?: string,
): string | undefined {
  const words = textsFor(language).setup;
  switch (key) {
    case 'name':
      return undefined;
    case 'id':
      return codeOf(given.name ?? '');
    case 'zone':
      return 'Europe/Berlin';
    case 'mon':
      return '08:00-12:00 13:30-15:30';
    case 'sat':
    case 'sun':
      return words.closed;
    case 'tue':
    case 'wed':
    case 'thu':
    case 'fri':
      return given[weekdays[weekdays.indexOf(key) - 1] ?? 'mon'] ?? proposalFor('mon', given, language);
    case 'receptions':
      return '1';
    case 'desks':
      return '3';
    case 'receptionNames':
      return names(placesIn('receptions', given), words.reception);
    case 'deskNames':
      return names(placesIn('desks', given), words.desk);
    case 'receptionRooms':
    case 'deskRooms':
    case 'confidentialDesks':
    case 'deskSkills':
      return words.none;
    case 'waitingPlace':
      return words.waiting;
    case 'letter':
      return 'E';
    case 'language':
      return language;
    case 'rowsDays':
      return '14';
    case 'figuresMonths':
      return '24';
    case 'network':
      return words.no;
    case 'address':
      return server ?? `wss://${hostname()}:7717`;
  }
}

/** Questions that make sense only after certain answers to others: of places that there are none nothing is asked. */
export const restsOn: Readonly<Partial<Record<AnswerKey, 'receptions' | 'desks' | 'network'>>> = {
  receptionNames: 'receptions',
  receptionRooms: 'receptions',
  deskNames: 'desks',
  deskRooms: 'desks',
  confidentialDesks: 'desks',
  deskSkills: 'desks',
  address: 'network',
};

/** Whether a question makes sense after what was answered. */
export function isAsked(key: AnswerKey, given: Answers): boolean {
  const needed = restsOn[key];
  if (needed === undefined) return true;
  return needed === 'network' ? isOnNetwork(given) : placesIn(needed, given) > 0;
}

/** Whether stations come over the network, so that each of them needs a token. */
export const isOnNetwork = ({ network = '' }: Answers): boolean => /^(?:j|ja|y|yes)$/i.test(network);

/** What is wrong with the answer to one question, after all before it were right. */
export function problemWith(
  key: AnswerKey,
  given: Answers,
  { known, language }: { readonly known: readonly string[]; readonly language: Language },
): string | undefined {
  const { problems } = textsFor(language).setup;
  const answer = given[key] ?? '';
  if (answer === '') return problems.needed;
  switch (key) {
    case 'id':
      if (known.some((id) => id.toLowerCase() === answer.toLowerCase())) {
        return problems.siteThere({ id: answer });
      }
      break;
    case 'receptions':
    case 'desks':
      if (!/^\d+$/.test(answer) || Number(answer) > mostPlaces) return problems.count({ max: mostPlaces });
      if (key === 'desks' && answer === '0' && given.receptions === '0') return problems.noPlaces;
      break;
    case 'receptionNames':
    case 'receptionRooms':
    case 'deskNames':
    case 'deskRooms': {
      const count = placesIn(key.startsWith('desk') ? 'desks' : 'receptions', given);
      if (list(answer).length > count) return problems.tooMany({ count });
      break;
    }
    case 'confidentialDesks':
    case 'deskSkills': {
      const named = key === 'deskSkills' ? [...skillsIn(given).keys()] : list(answer);
      const desk = named.find((one) => !(Number(one) >= 1 && Number(one) <= placesIn('desks', given)));
      if (desk !== undefined) return problems.noSuchDesk({ desk });
      break;
    }
    case 'language':
      return answer === 'de' || answer === 'en' ? undefined : problems.language;
    case 'network':
      return isOnNetwork(given) || /^(?:n|nein|no)$/i.test(answer) ? undefined : problems.yesOrNo;
    case 'address':
      return isServerUrl(answer) && !/\s/.test(answer) ? undefined : problems.address;
    default:
  }
  const sites = { [given.id ?? 'site']: siteOf(given, language) };
  const checked = checkSettings({ version: storeVersion, sites });
  return 'problems' in checked ? checked.problems[0]?.problem[language] : undefined;
}

/** The site that the answers make; of what is not answered yet, the proposal. */
export function siteOf(given: Answers, language: Language): object {
  const answered = (key: AnswerKey): string => given[key] ?? proposalFor(key, given, language) ?? key;
  const { deviationReasons, transferReasons, activities } = exampleSettings.sites.herford;
  const confidential = new Set(list(answered('confidentialDesks')));
  const skills = skillsIn(given);
  const waiting = answered('waitingPlace');
  const count = (key: AnswerKey): unknown =>
    /^\d+$/.test(answered(key)) ? Number(answered(key)) : answered(key);
  return {
    name: answered('name'),
    zone: answered('zone'),
    openingHours: Object.fromEntries(weekdays.map((day) => [day, hours(answered(day))])),
    waitingPlace: inBoth(waiting, ({ waiting: usual }) => usual),
    receptions: placesOf('reception', given, (n) => `E${n}`),
    desks: Object.fromEntries(
      Object.entries(placesOf('desk', given, String)).map(([id, place]) => [
        id,
        {
          ...place,
          ...(skills.has(id) ? { skills: skills.get(id) } : {}),
          ...(confidential.has(id) ? { confidential: true } : {}),
        },
      ]),
    ),
    deviationReasons,
    transferReasons,
    activities,
    queue: { letter: answered('letter') },
    retention: { rowsDays: count('rowsDays'), figuresMonths: count('figuresMonths') },
  };
}

type PlaceKind = 'reception' | 'desk';

function placesOf(kind: PlaceKind, given: Answers, idOf: (n: number) => string): Record<string, object> {
  const called = list(given[`${kind}Names`]);
  const rooms = list(given[`${kind}Rooms`]);
  return Object.fromEntries(
    Array.from({ length: placesIn(`${kind}s`, given) }, (_, i) => {
      const label = inBoth(called[i], (words) => words[kind](i + 1));
      return [idOf(i + 1), { label, ...(rooms[i] ? { room: rooms[i] } : {}) }];
    }),
  );
}

/** The office's own words in both languages, or the usual ones of each. */
function inBoth(own: string | undefined, usual: (words: Texts['setup']) => string) {
  const [de, en] = [usual(textsFor('de').setup), usual(textsFor('en').setup)];
  return own === undefined || own === '' || own === de || own === en ? { de, en } : { de: own, en: own };
}

function placesIn(key: 'receptions' | 'desks', given: Answers): number {
  const count = Number(given[key] ?? (key === 'receptions' ? 1 : 3));
  return Number.isInteger(count) && count >= 0 && count <= mostPlaces ? count : 0;
}

const names = (count: number, nameOf: (n: number) => string): string =>
  Array.from({ length: count }, (_, i) => nameOf(i + 1)).join(', ');

/** "a, b" → a and b; "-" is none. */
const list = (words: string | undefined): string[] =>
  words === undefined || words === '-' ? [] : words.split(',').map((word) => word.trim());

/** "1: 6 3.1; 2: 3" → what each desk serves. */
function skillsIn({ deskSkills = '-' }: Answers): Map<string, string[]> {
  if (deskSkills === '-') return new Map();
  return new Map(
    deskSkills.split(';').map((words) => {
      const [desk = '', skills = ''] = words.split(':');
      return [desk.trim(), skills.split(/[\s,]+/).filter((skill) => skill !== '')];
    }),
  );
}

/** "08:00-12:00 13:30-15:30" → spans; what is no time stays as it is for the check to name it. */
function hours(words: string): object[] {
  if (['zu', 'closed', '-'].includes(words)) return [];
  return words
    .replaceAll(/\s*[-–]\s*/g, '-')
    .split(/[\s,;]+/)
    .filter((span) => span !== '')
    .map((span) => {
      const [from = '', to = ''] = span.split('-').map((time) => time.replace(/^\d(:|$)/, '0$&'));
      return { from: whole(from), to: whole(to) };
    });
}

/** "08" is a time too. */
const whole = (time: string): string => (/^\d\d$/.test(time) ? `${time}:00` : time);

/** "Jobcenter Bünde (Nord)" → "jobcenter-buende-nord". */
function codeOf(name: string): string {
  const letters = name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '-');
  return letters.slice(0, 32).replaceAll(/^-|-$/g, '') || 'site';
}
