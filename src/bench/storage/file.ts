import { closeSync, fdatasync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Workplace } from '../workplace.js';
import { fact, type Engine } from './engine.js';

const flush = promisify(fdatasync);

/** The disk by itself: one line, one fdatasync, then the next. */
export async function openFile(workplace: Workplace): Promise<Engine> {
  const file = openSync(join(await workplace.newFolder(), 'lines'), 'a');
  workplace.onClose(() => closeSync(file));
  let last: Promise<void> = Promise.resolve();
  let count = 0;
  return {
    store: () => {
      last = last.then(() => {
        writeSync(file, `${fact((count += 1))}\n`);
        return flush(file);
      });
      return last;
    },
  };
}
