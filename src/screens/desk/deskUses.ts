import type { Command } from '../../queue/commands.js';
import type { Ticket } from '../../queue/day.js';
import type { Texts } from '../../texts/texts.js';
import type { Use } from '../parts/bindings.js';
import { worthFiltering } from '../parts/Chooser.js';
import { missedTickets, parkedTickets } from './asideRows.js';
import type { Choosing, OfOpenTicket } from './choosing.js';
import { emptyDraft, endingOf, type Draft } from './draft.js';
import type { DeskKey } from './keys.js';
import { nextStep, type Step } from './nextStep.js';
import { openTicketOf, type Scene } from './scene.js';
import { whoIsNext } from './whoIsNext.js';

export interface DeskControls {
  readonly scene: Scene;
  /** The chosen row of the line. */
  readonly chosen: string | null;
  readonly draft: Draft;
  /** Why a command is off just now, or null. */
  readonly whyOff: (command: Command) => string | null;
  readonly ask: (command: Command) => void;
  readonly choose: (choosing: Choosing) => void;
  readonly note: (draft: Draft) => void;
}

type Uses = Readonly<Record<DeskKey, Use | false>>;

/** What each key of the desk does right now, and why it does not. */
export function deskUses(controls: DeskControls): Uses {
  const { scene, draft, whyOff, ask, choose, note } = controls;
  const { desk, site, texts } = scene;
  const ticket = openTicketOf(scene);
  const asks = (command: Command): Use => ({ action: () => ask(command), off: () => whyOff(command) });
  /** Something to choose about the open ticket, as long as the command it leads to is possible. */
  const chooses = (choosing: OfOpenTicket, command: Command): Use => ({
    action: () => ticket && choose({ about: ticket.number, ...choosing }),
    off: () => whyOff(command),
  });
  const finish: Command = { type: 'finish', desk };
  const notes = (change: Partial<Draft>): Use => ({
    action: () => note({ ...draft, ...change }),
    off: () => whyOff(finish),
  });
  const [reason] = site.transferReasons;
  const noneParked = parkedTickets(scene).length === 0 ? texts.desk.choose.noneParked : null;
  const noneMissed = missedTickets(scene).length === 0 ? texts.desk.choose.noneMissed : null;
  return {
    next: nextUse(controls, ticket),
    recall: asks({ type: 'recall', desk }),
    noShow: asks({ type: 'noShow', desk }),
    outcome: chooses({ kind: 'outcome' }, finish),
    park: asks({ type: 'park', desk }),
    resumeParked: {
      action: () => choose({ kind: 'parked' }),
      off: () => noneParked,
    },
    callChosen: callChosenUse(controls),
    pause: asks({ type: 'pause', desk }),
    activity: {
      action: () => choose({ kind: 'activity' }),
      off: () => whyNoActivity(controls),
    },
    concern: chooses({ kind: 'concern' }, finish),
    further: chooses({ kind: 'further' }, finish),
    consulted: notes({ consulted: !draft.consulted }),
    papInformed: notes({ papInformed: !draft.papInformed }),
    masterData: notes({ masterData: !draft.masterData }),
    withdraw: asks({ type: 'withdraw', desk }),
    transfer:
      reason !== undefined && chooses({ kind: 'transfer' }, { type: 'transfer', desk, reason: reason.code }),
    requeue: chooses({ kind: 'requeue' }, finish),
    resumeMissed: {
      action: () => choose({ kind: 'missed' }),
      off: () => noneMissed,
    },
    left: leftUse(controls),
    find: scene.day.waiting.length >= worthFiltering && (() => choose({ kind: 'line' })),
    open: { ...objectOf(asks({ type: 'openDesk', desk })), quiet: true },
    close: asks({ type: 'closeDesk', desk }),
    undo: asks({ type: 'undo' }),
  };
}

const objectOf = (use: Use): Exclude<Use, () => void> => (typeof use === 'function' ? { action: use } : use);

function nextUse({ scene, draft, whyOff, ask }: DeskControls, ticket: Ticket | undefined): Use {
  const { day, desk, at, texts } = scene;
  const { step, command } = nextStep(day, desk, ticket ? endingOf(draft) : endingOf(emptyDraft));
  const number = ticket?.number ?? whoIsNext(day, desk, at)?.ticket.number ?? null;
  return {
    action: () => ask(command),
    off: () => whyOff(command),
    label: stepLabel(texts.desk.steps, step, number),
  };
}

function stepLabel(words: Texts['desk']['steps'], step: Step, number: string | null): string {
  switch (step) {
    case 'call':
      return words.call(number);
    case 'start':
      return words.start(number ?? '');
    case 'finish':
      return words.finish(number ?? '');
    default:
      return words[step];
  }
}

/** Calls the chosen ticket: at once if it is its turn, else after a reason (SPEC O6, O7). */
function callChosenUse({ scene, chosen, whyOff, ask, choose }: DeskControls): Use {
  const { day, desk, at, site } = scene;
  const number = chosen ?? undefined;
  const isNext = number === undefined || whoIsNext(day, desk, at)?.ticket.number === number;
  const [reason] = site.deviationReasons;
  const command: Command = {
    type: 'call',
    desk,
    ...(number === undefined ? {} : { number }),
    ...(isNext || !reason ? {} : { reason: reason.code }),
  };
  return {
    action: () => (isNext ? ask(command) : choose({ kind: 'reason', number })),
    off: () => whyOff(command),
    // Enter does the same.
    ...(isNext ? { quiet: true as const } : {}),
  };
}

function leftUse({ scene, chosen, whyOff, ask }: DeskControls): Use {
  if (chosen === null) {
    const nobody = scene.texts.desk.panel.nobody;
    return { action: () => undefined, off: () => nobody };
  }
  const command: Command = { type: 'leave', number: chosen };
  return { action: () => ask(command), off: () => whyOff(command) };
}

/** Off if no activity is possible; the reason of the first one then says why. */
function whyNoActivity({ scene, whyOff }: DeskControls): string | null {
  const { site, desk } = scene;
  const reasons = site.activities.map(({ code }) =>
    whyOff({ type: 'startActivity', desk, activity: code, team: '703' }),
  );
  return reasons.includes(null) ? null : (reasons[0] ?? null);
}
