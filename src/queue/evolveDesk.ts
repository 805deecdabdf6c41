import type { Day, Desk, DeskState } from './day.js';

/** Moves a desk into another state at `at` (ms) and keeps the past one as a span. */
export function moveDesk(
  day: Day,
  name: string,
  next: { state: DeskState } & Partial<Pick<Desk, 'activity' | 'team' | 'number'>>,
  at: number,
  seq: number,
): void {
  const desk = (day.desks[name] ??= {
    state: 'closed',
    activity: null,
    team: null,
    since: day.startsAt,
    number: null,
    touched: 0,
  });
  const from = desk.since;
  const to = Math.max(from, at);
  const { state, activity, team } = desk;
  if (to > from) (day.spans[name] ??= []).push({ state, activity, team, from, to });
  desk.state = next.state;
  desk.activity = next.activity ?? null;
  desk.team = next.team ?? null;
  desk.number = next.number ?? null;
  desk.since = to;
  desk.touched = seq;
}

export function closeDesks(day: Day, at: number, seq: number): void {
  for (const [name, desk] of Object.entries(day.desks)) {
    if (desk.state !== 'closed') moveDesk(day, name, { state: 'closed' }, at, seq);
  }
}
