import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Entry } from '../queue/events.js';
import { verifyStore, type Finding } from '../server/verify.js';
import type { Environment } from './childProcess.js';
import { compare, deskWork, work } from './killSweep.js';
import { neverFlushing } from './flushFaults.js';
import { DiskImage, mountedTmpfs, type FileSystem } from './mounts.js';
import { seeded } from './seeded.js';
import { preloading, startedProgram, type StartedProgram } from './startedProgram.js';
import { queued, Station } from './startedServer.js';

/** What a power cut left, after the program was started on it again. */
export interface CutStore {
  /** Entries that the server acknowledged before the cut. */
  readonly acknowledged: number;
  readonly lost: readonly Entry[];
  /** Asks that the journal holds twice. */
  readonly doubled: readonly string[];
  /** Of `beo verify`, once the program has recovered the store and has ended. */
  readonly findings: readonly Finding[];
}

/**
 * A server on a disk whose power can be cut at any moment: the disk is a file behind a loop device, and a copy of that
 * file holds exactly what the file system has written, nothing of what is still in memory.
 */
export class CuttableDisk {
  readonly store: string;
  readonly #folder: string;
  readonly #image: DiskImage;
  #cuts = 0;

  constructor(system: FileSystem) {
    this.#folder = mountedTmpfs(1024 * 1024);
    this.#image = DiskImage.make(join(this.#folder, 'disk'), system);
    this.store = this.#image.mount();
  }

  /** What would be on the disk had the power gone now. It can be mounted when the disk is no longer. */
  cut(): DiskImage {
    this.#cuts += 1;
    return this.#image.copy(join(this.#folder, `cut-${this.#cuts}`));
  }

  unmount(): void {
    this.#image.unmount();
  }
}

/** Starts the program on what a cut left, and compares that with what was acknowledged before the cut. */
export async function afterCut(
  image: DiskImage,
  acknowledged: readonly Entry[],
  look: (server: StartedProgram, store: string) => Promise<void> = () => Promise.resolve(),
  env: Environment = {},
): Promise<CutStore> {
  const store = image.mount();
  const server = await startedProgram(store, { env });
  await look(server, store);
  await server.program.stop();
  const { lost, doubled } = await compare(store, acknowledged);
  const { findings } = await verifyStore(store);
  image.unmount();
  return { acknowledged: acknowledged.length, lost, doubled, findings };
}

/** Cuts the power of a disk with a server under load on it: a new disk and a new moment for each cut. */
export async function powerCuts({
  system,
  cuts,
  seed,
  env = {},
}: {
  readonly system: FileSystem;
  readonly cuts: number;
  readonly seed: number;
  /** On top of the server's own, before the cut. */
  readonly env?: Environment;
}): Promise<CutStore[]> {
  const random = seeded(seed);
  const found: CutStore[] = [];
  for (let cut = 0; cut < cuts; cut += 1) {
    const disk = new CuttableDisk(system);
    const { image, acknowledged } = await cutUnderLoad(disk, env, 50 + random() * 250, random() * 30);
    disk.unmount();
    found.push(await afterCut(image, acknowledged));
  }
  return found;
}

/** @param asks that are acknowledged before the cut, at the least; @param moment how long after them, ms */
async function cutUnderLoad(
  disk: CuttableDisk,
  env: Environment,
  asks: number,
  moment: number,
): Promise<{ image: DiskImage; acknowledged: readonly Entry[] }> {
  const { program, url } = await startedProgram(disk.store, { env });
  const acknowledged: Entry[] = [];
  const stop = new AbortController();
  const stations = [
    work(url, 'reception', 'E1', acknowledged, stop.signal, () => queued()),
    work(url, 'reception', 'E2', acknowledged, stop.signal, () => queued('2.1')),
    ...['1', '2', '3'].map((desk) => work(url, 'desk', desk, acknowledged, stop.signal, deskWork(desk))),
  ];
  while (acknowledged.length < asks) await wait(1);
  await wait(moment);
  await program.kill();
  const image = disk.cut();
  stop.abort();
  const before = [...acknowledged];
  await Promise.all(stations);
  return { image, acknowledged: before };
}

/**
 * A server that dies between writing and flushing, one that starts after it, and then a power cut: what the second one
 * shows has to be there afterwards. Resolves with what it showed, and with what was cut.
 */
export async function cutAfterRecovery(
  system: FileSystem,
): Promise<{ shown: readonly Entry[]; image: DiskImage }> {
  const disk = new CuttableDisk(system);
  const dying = await startedProgram(disk.store, { env: neverFlushing() });
  const reception = await Station.join(dying, 'reception', 'E1');
  const asked: Entry[] = [];
  while (asked.length < 40) asked.push(await reception.ask(queued()));
  await dying.program.kill();
  const second = await startedProgram(disk.store);
  const { lastNumber } = (await Station.join(second, 'lead')).day;
  const image = disk.cut();
  await second.program.kill();
  disk.unmount();
  return { shown: asked.slice(0, lastNumber), image };
}

/** A server that has seen midnight, cut as soon as the new day shows. `env` lets another one live on that day. */
export async function cutAfterMidnight(system: FileSystem) {
  const disk = new CuttableDisk(system);
  const { program, url } = await startedProgram(disk.store, { env: preloading('programClock') });
  const reception = await Station.join({ url }, 'reception', 'E1');
  const { day } = reception.day;
  await reception.ask(queued());
  program.signal('SIGUSR2');
  await reception.until(() => reception.day.day !== day);
  const image = disk.cut();
  await program.kill();
  disk.unmount();
  const env = { ...preloading('programClock'), CLOCK_DAYS: '1' };
  return { day, next: reception.day.day, image, env };
}

/** A server's first minutes on a disk, cut after each thing that it has acknowledged. */
export async function cutsOfAFirstDay(system: FileSystem) {
  const disk = new CuttableDisk(system);
  const server = await startedProgram(disk.store);
  const started = disk.cut();
  const reception = await Station.join(server, 'reception', 'E1');
  const lead = await Station.join(server, 'lead');
  const first = await reception.ask(queued());
  const asked = disk.cut();
  const closing = await lead.ask({ type: 'closeDay', force: true });
  const closed = disk.cut();
  await server.program.kill();
  disk.unmount();
  return { day: lead.day.day, first, closing, started, asked, closed };
}
