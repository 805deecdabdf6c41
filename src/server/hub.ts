import packageJson from '../../package.json' with { type: 'json' };
import { protocolVersion, type ClientMessage, type Hello } from '../protocol/messages.js';
import type { Entry, Role } from '../queue/events.js';
import type { Admission } from './admission.js';
import { accessEnded, accessRefused } from './audit.js';
import { boardOf } from './board.js';
import { claimPlace } from './claim.js';
import type { Log } from './log.js';
import { join, type Joined } from './join.js';
import type { Requests } from './requests.js';
import { frameOf, type Session } from './session.js';
import type { Site } from './site.js';

export interface HubOptions {
  /** Identity of the store. */
  readonly store: string;
  /** ms since the epoch. */
  readonly now: () => number;
  readonly log: Log;
  readonly admission: Admission;
  readonly requests: Requests;
  /** Something failed of which only a restart can tell what became of it. */
  readonly onFault: (error: unknown) => void;
}

/** Who is connected, and what each of them is told. */
export class Hub {
  readonly sites = new Map<string, Site>();
  readonly #sessions = new Set<Session>();
  /** Last board told, by site. Before the first one nobody is called. */
  readonly #boards = new Map<string, string>();
  readonly #options: HubOptions;
  readonly #requests: Requests;

  constructor(options: HubOptions) {
    this.#options = options;
    this.#requests = options.requests;
  }

  get connections(): number {
    return this.#sessions.size;
  }

  /** How many there are of each role; `none` have not said who they are. */
  connectionsByRole(): Readonly<Record<Role | 'none', number>> {
    const counts = { reception: 0, desk: 0, lead: 0, display: 0, none: 0 };
    for (const { joined } of this.#sessions) counts[joined?.role ?? 'none'] += 1;
    return counts;
  }

  add(session: Session): void {
    this.#sessions.add(session);
  }

  remove(session: Session): void {
    this.#sessions.delete(session);
    if (session.joined) this.#tellPresence(session.joined.site);
  }

  /** Drops who is gone, and sends away whose token counts no more. */
  beat(): void {
    for (const session of this.#sessions) {
      session.beat();
      if (session.joined) this.#mayStay(session, session.joined);
    }
  }

  /** Everybody is told why the server goes, and gets so many ms to take their leave. */
  async dismiss(withinMs: number): Promise<void> {
    for (const session of this.#sessions) session.refuse({ name: 'stopping' });
    for (let waited = 0; this.#sessions.size > 0 && waited < withinMs; waited += 20) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    for (const session of this.#sessions) session.terminate();
  }

  /** One frame for a batch, the same bytes for all staff; displays get their board when it changed. */
  tell(site: Site, entries: readonly Entry[]): void {
    const frame = frameOf({ type: 'events', day: site.shown.day, entries });
    for (const session of this.#staffOf(site)) session.sendFrame(frame);
    this.#tellBoards(site);
  }

  tellNewDay(site: Site): void {
    for (const session of this.#staffOf(site)) this.#welcome(session, site);
    this.#tellBoards(site);
  }

  /** Stations at places that are gone have to go; a desk that is open stays until it closes. */
  tellSettings(site: Site): void {
    const known = { desk: idsOf(site.view.desks), reception: idsOf(site.view.receptions) };
    for (const session of this.#sessions) {
      const { role, place } = session.joined?.site === site ? session.joined : noStation;
      if (place === null || (role !== 'desk' && role !== 'reception')) continue;
      const isOpen = role === 'desk' && (site.shown.desks[place]?.state ?? 'closed') !== 'closed';
      if (isOpen || known[role].includes(place)) continue;
      session.refuse({ name: 'unknownPlace', role, place, known: known[role] });
    }
    this.tellNewDay(site);
    for (const session of this.#displaysOf(site)) this.#sendBoard(session, site);
  }

  receive(session: Session, message: ClientMessage): void {
    const { joined } = session;
    if (message.type === 'hello') {
      if (session.greeted) session.refuse({ name: 'badMessage', problem: 'hello: repeated' });
      else this.#guard(session, this.#hello(session, message));
    } else if (!joined) {
      session.refuse({ name: 'badMessage', problem: 'hello: missing' });
    } else if (!this.#mayStay(session, joined)) {
      return;
    } else if (message.type === 'ask') {
      this.#guard(session, this.#requests.ask(session, joined, message));
    } else if (message.type === 'query') {
      this.#guard(session, this.#requests.query(session, joined, message));
    } else if (message.type === 'changeSetting') {
      this.#guard(session, this.#requests.changeSetting(session, joined, message));
    } else {
      this.#showing(session, joined, message.numbers);
    }
  }

  /** What nobody thought of ends the server, and its askers learn that nobody knows. */
  #guard(session: Session, work: Promise<void>): void {
    work.catch((error: unknown) => {
      session.refuse({ name: 'inDoubt' });
      this.#options.onFault(error);
    });
  }

  /** Sends away who was let in by a token that was revoked since, or whose time is over. */
  #mayStay(session: Session, { pass, role, site }: Joined): boolean {
    const { admission, now, log } = this.#options;
    const ended = admission.ended(pass, now());
    if (!ended) return true;
    const token = pass.by === 'token' ? pass.id : undefined;
    accessEnded(log, ended, { role, site: site.id, token });
    session.joined = undefined;
    session.refuse(ended);
    this.#tellPresence(site);
    return false;
  }

  async #hello(session: Session, hello: Hello): Promise<void> {
    session.greeted = true;
    if (hello.protocol !== protocolVersion) {
      session.refuse({ name: 'protocolMismatch', server: protocolVersion, client: hello.protocol });
      return;
    }
    if (hello.store !== undefined && hello.store !== this.#options.store) {
      session.refuse({ name: 'anotherStore' });
      return;
    }
    const { admission, log, now } = this.#options;
    await admission.refresh();
    const admitted = admission.admit(hello, now());
    if ('name' in admitted) {
      accessRefused(log, admitted, hello, { admission, sites: this.sites });
      session.refuse(admitted);
      return;
    }
    const joined = join(admitted.hello, admitted.pass, this.sites);
    if ('rejection' in joined) {
      session.refuse(joined.rejection);
      return;
    }
    await joined.site.changeDay();
    if (!this.#sessions.has(session)) return;
    if (hello.claim !== undefined && !claimPlace(session, joined, hello.claim, this.#sessions)) return;
    session.joined = joined;
    if (joined.role === 'display') this.#sendBoard(session, joined.site);
    else this.#welcome(session, joined.site, hello);
    this.#tellPresence(joined.site);
  }

  #welcome(session: Session, site: Site, known?: Hello): void {
    const { shown } = site;
    const same = known?.epoch === shown.epoch && known.afterSeq !== undefined;
    const entries = same && known.afterSeq !== undefined ? site.entriesAfter(known.afterSeq) : undefined;
    session.sendState({
      type: 'welcome',
      site: site.view,
      day: shown.day,
      epoch: shown.epoch,
      seq: shown.seq,
      serverTime: this.#options.now(),
      version: packageJson.version,
      ...(entries ? { entries } : { state: shown }),
    });
  }

  #showing(session: Session, { site, role }: Joined, numbers: readonly string[]): void {
    if (role !== 'display') {
      this.#requests.refuseRole(session, site, role, 'showing');
      return;
    }
    session.showing = numbers.filter((number) => ticketNumber.test(number));
    this.#tellPresence(site);
  }

  #tellPresence(site: Site): void {
    const there = [...this.#sessions].filter(({ joined }) => joined?.site === site);
    const places = (role: 'desk' | 'reception') =>
      unique(
        there.flatMap(({ joined }) => (joined?.role === role && joined.claims ? (joined.place ?? []) : [])),
      );
    const displays = there.filter(({ joined }) => joined?.role === 'display');
    const frame = frameOf({
      type: 'presence',
      desks: places('desk'),
      receptions: places('reception'),
      displays: displays.length,
      shown: unique(displays.flatMap(({ showing }) => showing)),
    });
    for (const session of this.#staffOf(site)) session.sendFrame(frame);
  }

  #tellBoards(site: Site): void {
    const calls = JSON.stringify(boardOf(site.shown, site.view));
    if ((this.#boards.get(site.id) ?? '[]') === calls) return;
    this.#boards.set(site.id, calls);
    const frame = this.#boardFrame(site);
    for (const session of this.#displaysOf(site)) session.sendFrame(frame);
  }

  #sendBoard(session: Session, site: Site): void {
    session.sendFrame(this.#boardFrame(site));
  }

  #boardFrame(site: Site): Buffer {
    const { id, name, zone } = site.view;
    return frameOf({
      type: 'board',
      site: { id, name, zone },
      serverTime: this.#options.now(),
      calls: boardOf(site.shown, site.view),
    });
  }

  *#displaysOf(site: Site): Iterable<Session> {
    for (const session of this.#sessions) {
      if (session.joined?.role === 'display' && session.joined.site === site) yield session;
    }
  }

  *#staffOf(site: Site): Iterable<Session> {
    for (const session of this.#sessions) {
      const { joined } = session;
      if (joined && joined.role !== 'display' && joined.site === site) yield session;
    }
  }
}

/** A letter and a count: what a display shows is passed on to others, and nobody should read more in it. */
const ticketNumber = /^[A-Z]\d{3,}$/;

const noStation = { role: undefined, place: null };

const idsOf = (places: readonly { readonly id: string }[]): string[] => places.map(({ id }) => id);

const unique = (names: readonly string[]): string[] => [...new Set(names)].toSorted();
