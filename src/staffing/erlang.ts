/*
 * Desks that serve one line: arrivals at random, service times at random, everybody waits (M/M/c). After A. K. Erlang,
 * 1917; the recursion is the usual one and safe for any number of desks. Loads are offered loads: arrivals in the mean
 * time of one service.
 */

/** Share of arrivals that would find all desks busy if nobody waited (Erlang B). */
export function erlangB(desks: number, load: number): number {
  let blocked = 1;
  for (let desk = 1; desk <= desks; desk += 1) blocked = (load * blocked) / (desk + load * blocked);
  return blocked;
}

/** Share of arrivals that have to wait (Erlang C); all of them where the desks can't keep up. */
export function erlangC(desks: number, load: number): number {
  if (load >= desks) return 1;
  const blocked = erlangB(desks, load);
  return blocked / (1 - (load / desks) * (1 - blocked));
}

/** Mean wait in mean service times; null where the line grows without end. */
export function meanWait(desks: number, load: number): number | null {
  return load >= desks ? null : erlangC(desks, load) / (desks - load);
}
