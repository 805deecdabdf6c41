import type { Command } from '../queue/commands.js';
import type { Marks } from '../queue/events.js';
import { checklistFor } from '../routing/checklist.js';
import { destinationLabel, visitTitle } from '../routing/labels.js';
import { appointmentRule, informationRule, isFact, routeFor, routeOfRule } from '../routing/routes.js';
import { concernOf } from '../routing/catalogue.js';
import { documentsGoTo } from '../routing/onward.js';
import type { Answers } from '../routing/shipped.js';
import type { SiteView } from '../protocol/messages.js';
import { timeOf } from '../statistics/calendar.js';
import { refusalText, textsFor, type Language } from '../texts/texts.js';
import { askOnce, withConnection, type Joined } from './connect.js';
import { describeOutcome } from './describe.js';
import { Failure } from './fail.js';
import { languageOf, type Globals } from './globals.js';
import { readMarks } from './marks.js';
import { outcomeOf, type Outcome } from './outcome.js';
import { printOutcome } from './print.js';
import { runScreenCommand } from './screen.js';
import { printSlipOnce, slipOf, withWait } from './slipOnce.js';
import { readTime } from './time.js';

export interface CheckInOptions {
  readonly place?: string;
  readonly concern?: string;
  readonly fact: readonly string[];
  readonly appointment?: boolean;
  readonly information?: boolean;
  readonly identityChecked?: boolean;
  readonly consulted?: boolean;
  readonly mark: readonly string[];
  readonly handout: readonly string[];
  readonly also: readonly string[];
  readonly copies?: boolean;
  readonly documents?: string | true;
  readonly masterData?: boolean;
  readonly afterHours?: boolean;
  readonly occurredAt?: string;
  readonly calledAt?: string;
  readonly finishedAt?: string;
  readonly desk?: string;
  readonly slip?: boolean;
  readonly askZone?: boolean;
}

type Options = CheckInOptions & Globals;
type CheckIn = Extract<Command, { type: 'checkIn' }>;

/** `beo checkin`: the screen, or with a concern one booking. */
export async function runCheckIn(options: Options): Promise<void> {
  const place = options.place === undefined ? {} : { place: options.place };
  if (options.askZone) return askZone(options);
  if (options.concern === undefined && !options.appointment && !options.information) {
    await runScreenCommand({ screen: 'checkin', ...place }, options);
    return;
  }
  const language = languageOf(options);
  const answers = readAnswers(options.fact, language);
  const marks = readMarks(options.mark, language);
  const station = options.afterHours
    ? ({ role: 'lead' } as const)
    : ({ role: 'reception', ...place } as const);
  await withConnection(options, station, async (connection, view) => {
    const command = commandOf(options, view, answers, marks);
    const entry = await askOnce(connection, command, options);
    const slip = slipOf(outcomeOf(entry, view.day).number, view, connection.now());
    const outcome = withWait(outcomeOf(entry, view.day), slip);
    const printed = slip && options.slip ? await printSlipOnce(slip, options) : undefined;
    if (printed !== undefined && !options.json) {
      process.stdout.write(printed);
      return;
    }
    const told =
      printed === undefined ? outcome : { ...outcome, slip: Buffer.from(printed).toString('utf8') };
    printOutcome(told, options.json ?? false, () => describe(outcome, command, answers, view.site, language));
  });
}

/** Asks whether a desk has a moment; the answer shows on the reception's screen. */
async function askZone(options: Options): Promise<void> {
  const place = options.place === undefined ? {} : { place: options.place };
  await withConnection(options, { role: 'reception', ...place }, async (connection, { day, site }) => {
    const outcome = outcomeOf(await askOnce(connection, { type: 'askZone' }, options), day);
    printOutcome(outcome, options.json ?? false, () => describeOutcome(outcome, site, languageOf(options)));
  });
}

function commandOf(options: Options, { day, site }: Joined, answers: Answers, marks: Marks): CheckIn {
  const language = languageOf(options);
  const time = (word: string) => readTime(word, day.day, site.zone, language);
  const visit = wholeVisit(options, time, language);
  const chosen = chosenRule(options, answers, language);
  return {
    type: 'checkIn',
    ...chosen,
    ...(Object.keys(marks).length ? { marks } : {}),
    ...(options.identityChecked ? { identityChecked: true } : {}),
    ...(options.consulted ? { consulted: true } : {}),
    ...(options.copies ? { copies: true } : {}),
    ...documentsOf(options.documents, chosen),
    ...(options.masterData ? { masterData: true } : {}),
    ...(options.afterHours ? { afterHours: true } : {}),
    ...(options.handout.length ? { handouts: options.handout } : {}),
    ...(options.also.length
      ? {
          alsoSettled: options.also.map((concern) => ({ concern, rule: ruleOf(concern, answers, language) })),
        }
      : {}),
    ...(options.occurredAt === undefined ? {} : { occurredAt: time(options.occurredAt) }),
    ...(visit ? { visit } : {}),
  };
}

function chosenRule(
  options: Options,
  answers: Answers,
  language: Language,
): Pick<CheckIn, 'concern' | 'rule'> {
  const concern = options.concern ?? null;
  if (options.appointment) return { concern, rule: appointmentRule };
  if (concern === null) return { concern, rule: informationRule };
  return { concern, rule: ruleOf(concern, answers, language) };
}

/** Documents are for whom was named, else for who usually gets those of the concern. */
function documentsOf(
  documents: string | true | undefined,
  { concern, rule }: Pick<CheckIn, 'concern' | 'rule'>,
): Pick<CheckIn, 'documents'> {
  if (documents === undefined) return {};
  const destination = routeOfRule(concern, rule)?.destination ?? 'SACHBEARBEITUNG';
  return { documents: documents === true ? documentsGoTo(concern, destination) : documents };
}

function ruleOf(concern: string, answers: Answers, language: Language): string {
  if (!concernOf(concern)?.selectable) {
    throw new Failure('unknownConcern', refusalText({ name: 'unknownConcern', concern }, language));
  }
  return routeFor(concern, answers).rule;
}

function readAnswers(facts: readonly string[], language: Language): Answers {
  const answers: Record<string, boolean> = {};
  for (const fact of facts) {
    if (!isFact(fact)) throw new Failure('unknownFact', textsFor(language).failures.unknownFact({ fact }), 2);
    answers[fact] = true;
  }
  return answers;
}

function wholeVisit(options: Options, time: (word: string) => number, language: Language): CheckIn['visit'] {
  const { occurredAt, calledAt, finishedAt, desk } = options;
  if (calledAt === undefined && finishedAt === undefined && desk === undefined) return undefined;
  if (occurredAt === undefined || calledAt === undefined || finishedAt === undefined || desk === undefined) {
    throw new Failure('wholeVisit', textsFor(language).failures.wholeVisit(), 2);
  }
  const visit = { desk, calledAt: time(calledAt), finishedAt: time(finishedAt) };
  if (visit.calledAt < time(occurredAt) || visit.finishedAt < visit.calledAt) {
    throw new Failure('timeBeforeLastEvent', textsFor(language).failures.visitOutOfOrder());
  }
  return visit;
}

/** When everything was of a visit that is entered after the event; undefined for one that comes in now. */
function madeUpText(command: CheckIn, site: SiteView, language: Language): string | undefined {
  const { occurredAt, visit } = command;
  if (occurredAt === undefined) return undefined;
  const texts = textsFor(language).commands.printed;
  const clock = (at: number): string => timeOf(at, site.zone);
  const arrived = clock(occurredAt);
  if (!visit) return texts.madeUp({ arrived });
  const [called, finished] = [clock(visit.calledAt), clock(visit.finishedAt)];
  const desk = site.desks.find(({ id }) => id === visit.desk)?.label[language] ?? visit.desk;
  return texts.madeUpVisit({ arrived, called, finished, desk });
}

/** The number and where to go, then what the visitor gets and what is left to do; nothing is for one who has left. */
function describe(
  outcome: Outcome,
  command: CheckIn,
  answers: Answers,
  site: SiteView,
  language: Language,
): string[] {
  const texts = textsFor(language).commands.printed;
  const concern = outcome.concern ?? null;
  const rule = outcome.rule ?? '';
  const route = routeOfRule(concern, rule);
  if (!route) return [];
  const found = site.destinations[route.destination];
  const where =
    route.way === 'ticket'
      ? site.waitingPlace[language]
      : [found?.room, found?.phone].filter(Boolean).join(', ');
  const title = visitTitle(concern, rule, language);
  const checklist = concern === null || command.visit ? undefined : checklistFor(concern, answers);
  const madeUp = madeUpText(command, site, language);
  return [
    `${outcome.number ?? outcome.visit ?? ''}  ${concern === null ? title : `${concern} ${title}`}`,
    `${destinationLabel(route.destination, language)}${where ? ` · ${where}` : ''} · ${route.condition}`,
    ...(madeUp === undefined ? [] : [madeUp]),
    ...(outcome.expectedWaitMinutes ? [texts.expectedWait(outcome.expectedWaitMinutes)] : []),
    ...(checklist?.handouts.map(({ item }) => texts.handout({ item })) ?? []),
    ...(checklist?.copies.map((item) => texts.copies({ item })) ?? []),
    ...(checklist?.followUps.map(({ kind, system }) => texts.followUp({ kind, system })) ?? []),
  ];
}
