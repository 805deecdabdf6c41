import { spawn } from 'node:child_process';
import type { Announce } from '../screens/display/AnnounceContext.js';
import type { Announcement } from '../screens/display/announcement.js';

/** What is still running after that is stuck, ms. */
const patienceMs = 15_000;

export interface AnnouncerOptions {
  /** Programs to run one after the other, each without a shell. */
  readonly programs: readonly string[];
  /** A sentence for whoever looks after the machine. */
  readonly log: (problem: string) => void;
  readonly withinMs?: number;
}

/**
 * Announces by programs: each gets number, place and the sentence in German and in English as arguments, and the same as
 * BEO_NUMBER, BEO_PLACE, BEO_TEXT_DE and BEO_TEXT_EN. One that fails or takes too long is logged, and the next one has its turn.
 */
export function announcer({ programs, log, withinMs = patienceMs }: AnnouncerOptions): Announce {
  return async (announcement) => {
    for (const program of programs) {
      const problem = await run(program, announcement, withinMs).catch(String);
      if (problem !== null) log(`${program}: ${problem}`);
    }
  };
}

/** What went wrong, or null. */
function run(
  program: string,
  { number, place, text }: Announcement,
  withinMs: number,
): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(program, [number, place, text.de, text.en], {
      stdio: 'ignore',
      // A group of its own, so that what the program has started ends with it.
      detached: process.platform !== 'win32',
      env: {
        ...process.env,
        BEO_NUMBER: number,
        BEO_PLACE: place,
        BEO_TEXT_DE: text.de,
        BEO_TEXT_EN: text.en,
      },
    });
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      killGroup(child.pid);
    }, withinMs);
    // A display that is left says what it began, and ends at once.
    child.unref();
    timer.unref();
    const end = (problem: string | null) => {
      clearTimeout(timer);
      resolve(isLate ? `${withinMs / 1000} s` : problem);
    };
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => end(code === 0 ? null : `${signal ?? code}`));
  });
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}
