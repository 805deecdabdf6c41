import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export interface Ran {
  /** From its start to its end. */
  readonly ms: number;
  readonly printed: string;
  readonly complained: string;
}

/** Runs a program of this Node to its end, as a person would who waits for what it prints. */
export async function runProgram(args: readonly string[]): Promise<Ran> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [printed, complained, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  const ms = performance.now() - startedAt;
  if (code !== 0) throw new Error(`${args.join(' ')} failed: ${complained}`);
  return { ms, printed, complained };
}
