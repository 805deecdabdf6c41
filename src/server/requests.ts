import { basename } from 'node:path';
import type { Ask, ChangeSetting, Query, Refusal } from '../protocol/messages.js';
import type { Role } from '../queue/events.js';
import { notPermitted } from './audit.js';
import { UnreadableFile } from './durableFile.js';
import type { Joined } from './join.js';
import type { Log } from './log.js';
import type { Reply } from './office.js';
import type { Session } from './session.js';
import type { ChangeReply } from './settingsKeeper.js';
import type { Site } from './site.js';

export interface RequestsOptions {
  readonly log: Log;
  readonly change: (site: Site, change: ChangeSetting) => Promise<ChangeReply>;
  /** An ask was answered, so many ms after it came. */
  readonly onAnswered: (reply: Reply, ms: number) => void;
}

/** What stations ask for once they have joined, and what they are answered. Rejects where nobody knows what became of it. */
export class Requests {
  readonly #options: RequestsOptions;
  #stopping = false;

  constructor(options: RequestsOptions) {
    this.#options = options;
  }

  /** From now on nothing new is asked; what was asked is still answered. */
  refuseNew(): void {
    this.#stopping = true;
  }

  async ask(session: Session, { site, role, by }: Joined, { askId, day, command }: Ask): Promise<void> {
    if (role === 'display') {
      this.refuseRole(session, site, role, 'ask');
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

  async query(session: Session, { site, role }: Joined, { queryId, from, to, at }: Query): Promise<void> {
    if (role !== 'lead') {
      this.refuseRole(session, site, role, 'query');
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

  async changeSetting(session: Session, { site, role }: Joined, change: ChangeSetting): Promise<void> {
    if (role !== 'lead') {
      this.refuseRole(session, site, role, 'changeSetting');
      return;
    }
    const reply: ChangeReply = this.#stopping
      ? { ok: false, rejection: { name: 'stopping' } }
      : await this.#options.change(site, change);
    session.send({ type: 'settingChanged', queryId: change.queryId, ...reply });
  }

  /** A kind of message that a role has no business with. */
  refuseRole(
    session: Session,
    site: Site,
    role: Role,
    message: 'ask' | 'query' | 'showing' | 'changeSetting',
  ): void {
    notPermitted(this.#options.log, site.id, role, message);
    session.refuse({ name: 'notForRole', role, message });
  }
}
