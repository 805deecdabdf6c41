import { basename } from 'node:path';
import {
  protocolVersion,
  type Ask,
  type ClientMessage,
  type Hello,
  type Query,
  type Refusal,
} from '../protocol/messages.js';
import type { Entry, Role } from '../queue/events.js';
import type { Admission } from './admission.js';
import { accessEnded, accessRefused, notPermitted } from './audit.js';
import { boardOf } from './board.js';
import { claimPlace } from './claim.js';
import { UnreadableFile } from './durableFile.js';
import type { Log } from './log.js';
import { join, type Joined } from './join.js';
import type { Reply } from './office.js';
import { frameOf, type Session } from './session.js';
import type { Site } from './site.js';

export interface HubOptions {
  /** Identity of the store. */
  readonly store: string;
  /** ms since the epoch. */
  readonly now: () => number;
  readonly log: Log;
  readonly admission: Admission;
  /** An ask was answered, so many ms after it came. */
  readonly onAnswered: (reply: Reply, ms: number) => void;
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
  #stopping = false;

  constructor(options: HubOptions) {
    this.#options = options;
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

  /** From now on nothing new is asked; what was asked is still answered. */
  refuseAsks(): void {
    this.#stopping = true;
  }

  /** Everybody is told why the server goes. */
  dismiss(): void {
    for (const session of this.#sessions) session.refuse({ name: 'stopping' });
  }

  terminate(): void {
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
      this.#guard(session, this.#ask(session, joined, message));
    } else if (message.type === 'query') {
      this.#guard(session, this.#query(session, joined, message));
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
      ...(entries ? { entries } : { state: shown }),
    });
  }

  async #ask(session: Session, { site, role, by }: Joined, { askId, day, command }: Ask): Promise<void> {
    if (role === 'display') {
      this.#refuseRole(session, site, role, 'ask');
      return;
    }
    const began = performance.now();
    const reply: Reply = this.#stopping
      ? { ok: false, rejection: { name: 'stopping' } }
      : await site.ask(askId, day, command, by);
    if (!reply.ok && (reply.rejection.name === 'notAllowed' || reply.rejection.name === 'notYourDesk')) {
      notPermitted(this.#options.log, site.id, role, command.type);
    }
    session.send({ type: 'answer', askId, ...reply });
    this.#options.onAnswered(reply, performance.now() - began);
  }

  async #query(session: Session, { site, role }: Joined, { queryId, from, to, at }: Query): Promise<void> {
    if (role !== 'lead') {
      this.#refuseRole(session, site, role, 'query');
      return;
    }
    try {
      const days = await site.figures(from, to, at);
      session.sendState({ type: 'figures', queryId, ok: true, days });
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      const { file, problem } = error;
      this.#options.log('storeUnreadable', { file, problem });
      const rejection: Refusal = { name: 'storeUnreadable', file: basename(file) };
      session.send({ type: 'figures', queryId, ok: false, rejection });
    }
  }

  /** A kind of message that a role has no business with. */
  #refuseRole(session: Session, site: Site, role: Role, message: 'ask' | 'query' | 'showing'): void {
    notPermitted(this.#options.log, site.id, role, message);
    session.refuse({ name: 'notForRole', role, message });
  }

  #showing(session: Session, { site, role }: Joined, numbers: readonly string[]): void {
    if (role !== 'display') {
      this.#refuseRole(session, site, role, 'showing');
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
    for (const session of this.#sessions) {
      if (session.joined?.role === 'display' && session.joined.site === site) session.sendFrame(frame);
    }
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

  *#staffOf(site: Site): Iterable<Session> {
    for (const session of this.#sessions) {
      const { joined } = session;
      if (joined && joined.role !== 'display' && joined.site === site) yield session;
    }
  }
}

/** A letter and a count: what a display shows is passed on to others, and nobody should read more in it. */
const ticketNumber = /^[A-Z]\d{3,}$/;

const unique = (names: readonly string[]): string[] => [...new Set(names)].toSorted();
