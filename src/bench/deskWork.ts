import { randomUUID } from 'node:crypto';
import type { Command } from '../queue/commands.js';

/** What a desk does with one visitor, again and again: checks in, calls, starts, finishes. */
export const deskWork = ['checkIn', 'call', 'start', 'finish'] as const;

export type DeskStep = (typeof deskWork)[number];

export function deskCommand(step: DeskStep, desk: string): Command {
  if (step !== 'checkIn') return { type: step, desk };
  return { type: 'checkIn', concern: '3.7', rule: '3.7/default', identityChecked: true };
}

/** What each desk asks next, step by step, however the loops around it begin and end. */
export function workOf(desks: readonly string[]): (desk: number) => Command {
  const done = desks.map(() => 0);
  return (desk) => {
    const steps = done[desk] ?? 0;
    done[desk] = steps + 1;
    return deskCommand(deskWork[steps % deskWork.length] ?? 'checkIn', desks[desk] ?? '');
  };
}

/** The frame that a station sends. */
export const askFrame = (day: string, command: Command): string =>
  JSON.stringify({ type: 'ask', askId: randomUUID(), day, command });
