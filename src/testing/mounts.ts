import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cleanUp } from './cleanUp.js';
import { temporaryFolder } from './temporaryFolder.js';

/** File systems that images are made with; each needs the mkfs of its name. */
export type FileSystem = 'ext4' | 'xfs' | 'btrfs';

/** The least that each can be made with, MiB. */
const smallestMiB: Readonly<Record<FileSystem, number>> = { ext4: 32, xfs: 300, btrfs: 128 };

/** What is mounted now; a run that is broken off leaves none of it. */
const mounted = new Set<string>();

process.on('exit', () => {
  for (const folder of mounted) unmount(folder);
});

/** Why this machine can't run tests that mount something, or undefined if it can. */
export function whyNoMounts(...systems: readonly FileSystem[]): string | undefined {
  if (process.platform !== 'linux') return 'mounts are tested on Linux only';
  if (process.getuid?.() !== 0) return 'only root may mount';
  for (const system of systems) {
    if (!succeeds('sh', '-c', `command -v mkfs.${system}`)) return `mkfs.${system} is not installed`;
  }
  const folder = temporaryFolder();
  if (!succeeds('mount', '-t', 'tmpfs', 'tmpfs', folder)) return 'this machine lets nobody mount';
  unmount(folder);
  if (systems.length > 0 && !succeeds('losetup', '--find')) return 'there are no loop devices';
  return undefined;
}

/** A tmpfs of the test's own, or one over a folder that is there; unmounted when the test is over. */
export function mountedTmpfs(kibibytes: number, over?: string): string {
  return mounting(['-t', 'tmpfs', '-o', `size=${kibibytes}k,mode=700`, 'tmpfs'], over);
}

/** Another path that leads to a folder; gone when the test is over. */
export const boundElsewhere = (folder: string): string => mounting(['--bind', folder]);

/** A disk in a file. */
export class DiskImage {
  readonly file: string;
  readonly #system: FileSystem;
  #folder: string | undefined;

  private constructor(file: string, system: FileSystem) {
    this.file = file;
    this.#system = system;
  }

  /** Makes an empty one, not mounted yet. Images belong on a tmpfs: they are copied at once. */
  static make(file: string, system: FileSystem): DiskImage {
    run('truncate', '-s', `${smallestMiB[system]}M`, file);
    run(`mkfs.${system}`, '-q', system === 'ext4' ? '-F' : '-f', file);
    return new DiskImage(file, system);
  }

  /** A disk that can {@link fail} the flushes of what is new, and goes on after that as if nothing had been. */
  static makeFailing(file: string): DiskImage {
    run('fallocate', '-l', `${smallestMiB.ext4}M`, file);
    // A file system without a journal has nothing that would keep it from going on.
    run('mkfs.ext4', '-q', '-F', '-O', '^has_journal', '-E', 'nodiscard,lazy_itable_init=0', file);
    return new DiskImage(file, 'ext4');
  }

  /** The image as a power cut at this moment would leave it: without anything that only memory holds. */
  copy(file: string): DiskImage {
    run('cp', '--sparse=always', this.file, file);
    return new DiskImage(file, this.#system);
  }

  /** Mounts the image; resolves with the folder of a store on it that nobody else may read. */
  mount(options = 'defaults'): string {
    // A copy bears the identity of its original, which xfs would refuse.
    const more = this.#system === 'xfs' ? `${options},nouuid` : options;
    this.#folder = mounting(['-t', this.#system, '-o', `loop,${more}`, this.file]);
    return join(this.#folder, 'store');
  }

  /** As {@link mounted} with other options: `ro`, or `abort` for what ext4 does after an error. */
  remount(options: string): void {
    run('mount', '-o', `remount,${options}`, this.#folder ?? '');
  }

  /** From now on there is no room for a new block behind the mounted disk, of which the file system knows nothing. */
  fail(): Filler {
    run('fstrim', this.#folder ?? '');
    const filler = new Filler(dirname(this.file));
    filler.fill();
    return filler;
  }

  unmount(): void {
    if (this.#folder !== undefined) unmount(this.#folder);
    this.#folder = undefined;
  }
}

/** Fills the disk of a folder up, but for some pages; returns how to make room again. */
export class Filler {
  readonly #file: string;

  constructor(folder: string) {
    this.#file = join(folder, 'filler');
  }

  /** @param pages of 4 KiB that stay free */
  fill(pages = 0): void {
    const fd = openSync(this.#file, 'w', 0o600);
    try {
      let size = 0;
      for (let piece = 1 << 16; piece >= 4096;) {
        try {
          size += writeSync(fd, Buffer.alloc(piece, 1));
        } catch {
          piece /= 2;
        }
      }
      ftruncateSync(fd, Math.max(0, Math.floor(size / 4096) - pages) * 4096);
    } finally {
      closeSync(fd);
    }
  }

  /** Takes the filler away. */
  free(): void {
    const fd = openSync(this.#file, 'w', 0o600);
    closeSync(fd);
  }
}

function mounting(args: readonly string[], over?: string): string {
  const folder = over ?? join(temporaryFolder(), 'disk');
  mkdirSync(folder, { recursive: true });
  run('mount', ...args, folder);
  mounted.add(folder);
  cleanUp(() => unmount(folder));
  return folder;
}

/** Also while somebody still has a file open there. Twice does no harm. */
function unmount(folder: string): void {
  if (!mounted.delete(folder) && !succeeds('mountpoint', '-q', folder)) return;
  if (!succeeds('umount', folder)) run('umount', '--lazy', folder);
}

function run(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function succeeds(command: string, ...args: readonly string[]): boolean {
  try {
    run(command, ...args);
    return true;
  } catch {
    return false;
  }
}
