import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout, from src/bench as from build/bench. */
export const checkout = fileURLToPath(new URL('../../', import.meta.url));

/** Where one measure works: a folder of its own, and a list of what must be ended when it is done. */
export class Workplace {
  /** On the disk of the checkout. */
  readonly folder: string;
  /** Where beo's servers leave CPU profiles, if that was asked for. */
  readonly profile: string | undefined;
  readonly #ends: (() => unknown)[] = [];
  #folders = 0;

  private constructor(folder: string, profile: string | undefined) {
    this.folder = folder;
    this.profile = profile;
  }

  static async open(profile?: string): Promise<Workplace> {
    return new Workplace(await mkdtemp(join(await temporaryParent(), 'beo-bench-')), profile);
  }

  /** A new, empty folder. */
  async newFolder(): Promise<string> {
    this.#folders += 1;
    const folder = join(this.folder, String(this.#folders));
    await mkdir(folder);
    return folder;
  }

  /** Called when the measure is over, however it ends; the last one registered goes first. */
  onClose(end: () => unknown): void {
    this.#ends.push(end);
  }

  async close(): Promise<void> {
    for (const end of this.#ends.splice(0).toReversed()) await end();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/**
 * The system's temporary folder where it lies on the checkout's disk, since a database server that runs as another
 * user can enter it; else a folder of the checkout. Never memory in place of a disk.
 */
async function temporaryParent(): Promise<string> {
  const [system, here] = await Promise.all([stat(tmpdir()), stat(checkout)]);
  if (system.dev === here.dev) return tmpdir();
  const own = join(checkout, 'build');
  await mkdir(own, { recursive: true });
  return own;
}
