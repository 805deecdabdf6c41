import { dayOf, endOf, startOf } from './calendar.js';
import { entranceZone, type ContactFact, type Facts, type VisitFact } from './contacts.js';
import { figuresOfFacts, type DailyFigures } from './dailyFigures.js';
import { groupBy } from './grouping.js';

/** A visit that was recorded elsewhere: it waited for one service, or left before. Instants in ms since the epoch. */
export interface ServiceRecord {
  readonly arrivedAt: number;
  /** null for a visitor who left before the call. */
  readonly calledAt: number | null;
  /** End of the service, or the moment of leaving. */
  readonly finishedAt: number;
  readonly concern: string;
  /** null where it is not on record. */
  readonly desk: string | null;
}

/** The records of one day, in order of arrival. */
export interface RecordedDay {
  /** YYYY-MM-DD in the site's zone. */
  readonly day: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly records: readonly ServiceRecord[];
}

/** Puts records to the days of their arrival, oldest first, whatever their order. */
export function recordedDays(records: Iterable<ServiceRecord>, zone: string): RecordedDay[] {
  const spanOf = daySpans(zone);
  return groupBy(records, ({ arrivedAt }) => spanOf(arrivedAt).day).flatMap(([, members]) => {
    const [first] = members;
    if (!first) return [];
    return { ...spanOf(first.arrivedAt), records: members.toSorted((a, b) => a.arrivedAt - b.arrivedAt) };
  });
}

/** Records mostly stand in order, so the last day that was looked up is likely the next one's too. */
function daySpans(zone: string): (at: number) => Omit<RecordedDay, 'records'> {
  let last = { day: '', startsAt: 0, endsAt: 0 };
  return (at) => {
    if (at < last.startsAt || at >= last.endsAt) {
      const day = dayOf(at, zone);
      last = { day, startsAt: startOf(day, zone), endsAt: endOf(day, zone) };
    }
    return last;
  };
}

export interface RecordedFiguresOptions {
  readonly site: string;
  /** IANA name of the site's zone. */
  readonly zone: string;
  /** Local time 'HH:mm' at which the afternoon begins. */
  readonly halfDayAt: string;
}

/**
 * The figures of a day from its records alone. Everybody on record had a ticket. A desk on record counts as one desk
 * session; what it did between its contacts, the reception and the outcomes are unknown and absent. A service that
 * ran over midnight belongs to the day, and ends in its last quarter hour.
 */
export function figuresOfRecords(
  { day, startsAt, endsAt, records }: RecordedDay,
  { site, zone, halfDayAt }: RecordedFiguresOptions,
): DailyFigures {
  const lastAt = records.reduce((last, { finishedAt }) => Math.max(last, finishedAt), startsAt);
  const figures = figuresOfFacts(
    factsOfRecords(records),
    {
      site,
      day,
      startsAt,
      endsAt,
      lastAt,
      closedAt: Math.min(lastAt, endsAt),
      rules: { receptions: [], desks: {} },
      tickets: {},
      waiting: [],
      desks: {},
      spans: {},
      deviations: [],
      corrections: [],
    },
    { zone, halfDayAt },
  );
  return {
    ...figures,
    imported: true,
    stages: { reception: false, entranceZone: true },
    reception: [],
  };
}

const factsOfRecords = (records: readonly ServiceRecord[]): Facts => ({
  visits: records.map(visitOf),
  contacts: records.flatMap(contactOf),
  unserved: {
    left: records.flatMap(({ arrivedAt, calledAt, finishedAt }) =>
      calledAt === null ? finishedAt - arrivedAt : [],
    ),
    flagged: [],
  },
});

const nothingOfTheBooking = { rule: '', identityChecked: false, consulted: false };

const visitOf = ({ arrivedAt, calledAt, finishedAt, concern }: ServiceRecord): VisitFact => ({
  way: 'ticket',
  destination: entranceZone,
  concern,
  outcome: calledAt === null ? 'left' : 'served',
  hadContact: calledAt !== null,
  bookedAt: arrivedAt,
  servedAt: calledAt === null ? null : finishedAt,
  booking: nothingOfTheBooking,
  alsoSettled: [],
  madeUp: false,
});

function contactOf({ arrivedAt, calledAt, finishedAt, concern, desk }: ServiceRecord): ContactFact[] {
  if (calledAt === null) return [];
  const waitTime = calledAt - arrivedAt;
  return [
    {
      bookedAt: arrivedAt,
      queuedAt: arrivedAt,
      concern,
      bookedConcern: concern,
      furtherConcerns: [],
      outcome: null,
      destination: null,
      isBack: false,
      desk,
      leg: 1,
      waitTime,
      firstCallWait: waitTime,
      wayTime: null,
      serviceTime: finishedAt - calledAt,
      consulted: false,
      papInformed: false,
      masterData: false,
      isCorrected: false,
    },
  ];
}
