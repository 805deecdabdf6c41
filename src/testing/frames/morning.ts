import { dailyFigures, type DailyFigures } from '../../statistics/dailyFigures.js';
import { bookTicket } from '../bookings.js';
import { exampleSite, fakeOffice, type FakeOfficeOptions } from '../fakeConnection.js';
import { exampleOpening, minutes } from '../officeDay.js';
import { seeded } from '../seeded.js';

export type FakeOffice = ReturnType<typeof fakeOffice>;

const hour = minutes(60);
const dayMs = 24 * hour;
const concerns = ['3.2', '3.9', '3.1', '3.2', '3.7', '3.4b', '3.8', '2.1', '3.2', '3.14'];
const opensAt = 8 * hour;
/** Where the stories of the pictures begin: a Monday, half past nine. */
const beginsAt = minutes(90);

/**
 * The example office on a Monday at 9:30, with the two Mondays before in its archive. Since 8:00 visitors came every few
 * minutes; desks 2 and 3 serve, desk 1 has parked one and missed another, and several wait.
 */
export function busyOffice(options: FakeOfficeOptions = {}): FakeOffice {
  const past = [1, 2].map((weeks) => mondayBefore(weeks));
  const office = fakeOffice({ ...options, past, startsAfter: opensAt });
  runMorning(office, 7, beginsAt);
  atDeskOne(office);
  return office;
}

function mondayBefore(weeks: number): DailyFigures {
  const back = weeks * 7 * dayMs;
  const startsAt = exampleOpening.startsAt - back;
  const day = new Date(startsAt + dayMs / 2).toISOString().slice(0, 10);
  const office = fakeOffice({
    opening: { day, startsAt, endsAt: exampleOpening.endsAt - back },
    startsAfter: opensAt,
  });
  runMorning(office, weeks, 4 * hour);
  return dailyFigures(office.day, { zone: exampleSite.zone, halfDayAt: exampleSite.halfDayAt });
}

/** Arrivals and two busy desks, minute by minute, for so long. */
function runMorning(office: FakeOffice, seed: number, forMs: number): void {
  const chance = seeded(seed);
  const busyFor: Record<string, number> = { '2': 0, '3': 0 };
  for (let i = 0; i < forMs / minutes(1); i += 1) {
    if (chance() < 0.24) arrive(office, chance());
    if (chance() < 0.1) office.ask('reception/E1', { type: 'checkIn', concern: null, rule: 'auskunft' });
    if (chance() < 0.06) office.ask('reception/E1', { type: 'checkIn', concern: null, rule: 'G1' });
    for (const desk of Object.keys(busyFor)) {
      busyFor[desk] = (busyFor[desk] ?? 0) - 1;
      if (busyFor[desk] <= 0 && serveNext(office, desk)) busyFor[desk] = 8 + Math.floor(chance() * 9);
    }
    office.pass(minutes(1));
  }
}

function arrive(office: FakeOffice, draw: number): void {
  const concern = concerns[Math.floor(draw * concerns.length)] ?? '3.2';
  bookTicket(office, concern, draw > 0.9 ? { marks: { assisted: true } } : {});
}

/** The visitor at the desk goes, the next one comes. Says whether there was one. */
function serveNext(office: FakeOffice, desk: string): boolean {
  const ask = (command: Parameters<FakeOffice['ask']>[1]) => office.ask(`desk/${desk}`, command);
  if ((office.day.desks[desk]?.number ?? null) !== null) ask({ type: 'finish', desk });
  if (office.day.waiting.length === 0) return false;
  ask({ type: 'call', desk });
  ask({ type: 'start', desk });
  return true;
}

/** Desk 1 has parked a ticket and called another in vain; more have come. */
function atDeskOne(office: FakeOffice): void {
  const ask = (command: Parameters<FakeOffice['ask']>[1]) => office.ask('desk/1', command);
  for (const concern of ['3.9', '3.2']) bookTicket(office, concern);
  ask({ type: 'call', desk: '1' });
  ask({ type: 'start', desk: '1' });
  office.pass(minutes(4));
  ask({ type: 'park', desk: '1' });
  ask({ type: 'call', desk: '1' });
  office.pass(minutes(4));
  ask({ type: 'noShow', desk: '1' });
  bookTicket(office, '3.6', { documents: 'SACHBEARBEITUNG', copies: true });
  office.pass(minutes(2));
  for (const concern of ['3.1', '3.2', '3.7', '3.4b', '3.9', '3.2', '3.8']) {
    bookTicket(office, concern, concern === '3.7' ? { marks: { interpreter: true } } : {});
    office.pass(minutes(1));
  }
}
