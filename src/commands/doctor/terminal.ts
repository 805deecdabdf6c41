import stringWidth from 'string-width';
import type { Texts } from '../../texts/texts.js';
import { styleOf } from '../stations.js';
import type { Globals } from '../globals.js';
import { Notes, type Finding } from './finding.js';

/** The least that screens of the staff need, in characters. */
export const smallestScreen = { columns: 80, rows: 24 };

/** Signs that beo draws with; their widths go wrong first. */
const sample = '▀▄█ ● ✓ → ÄöüßE';

/** What this terminal can; without one there is little to say. */
export async function checkTerminal(texts: Texts, options: Globals, env = process.env): Promise<Finding[]> {
  const notes = new Notes('terminal', texts);
  const { stdout } = process;
  if (!stdout.isTTY) {
    notes.ok('noTerminal');
    return notes.findings;
  }
  const { columns, rows } = stdout;
  // Serial lines and some containers have 0 for both, or none.
  const isKnown = columns > 0 && rows > 0;
  const isSmall = columns < smallestScreen.columns || rows < smallestScreen.rows;
  if (!isKnown) notes.warning('sizeUnknown');
  else if (isSmall) notes.warning('tooSmall', { columns, rows });
  else notes.ok('size', { columns, rows });
  if (env.TERM === 'dumb') notes.problem('dumb');
  const { ascii } = styleOf(options, env);
  if (env.TERM === 'linux') notes.ok('console');
  else if (ascii && !options.ascii) notes.warning('noUtf8', { locale: localeOf(env) });
  else await checkWidths(notes, isKnown ? columns : smallestScreen.columns);
  const bits = stdout.getColorDepth(env);
  if ((env.NO_COLOR ?? '') !== '' || bits === 1) notes.ok('noColours');
  else notes.ok('colours', { bits });
  return notes.findings;
}

const localeOf = (env: NodeJS.ProcessEnv): string =>
  [env.LC_ALL, env.LC_CTYPE, env.LANG].find(Boolean) ?? '–';

async function checkWidths(notes: Notes, columns: number): Promise<void> {
  const taken = await columnsTaken(sample);
  const expected = stringWidth(sample);
  if (taken === undefined || columns <= expected) notes.ok('utf8Said');
  else if (taken === expected) notes.ok('utf8');
  else notes.problem('wrongWidth', { sample, columns: taken, expected });
  notes.ok('font', { sample });
}

/** How far the cursor moves for a text: the terminal is asked. Undefined where it does not answer within a second. */
async function columnsTaken(text: string): Promise<number | undefined> {
  const { stdin, stdout } = process;
  if (!stdin.isTTY) return undefined;
  stdin.setRawMode(true);
  let heard = '';
  const answered = new Promise<number | undefined>((resolve) => {
    const timer = setTimeout(() => resolve(undefined), 1000);
    stdin.on('data', (bytes: Buffer) => {
      heard += bytes.toString('latin1');
      // oxlint-disable-next-line no-control-regex -- the terminal's answer begins with an escape
      const column = /\u001B\[\d+;(\d+)R/.exec(heard)?.[1];
      if (column === undefined) return;
      clearTimeout(timer);
      resolve(Number(column) - 1);
    });
  });
  // At the line's start, and wiped away at once: nobody sees it.
  stdout.write(`\r${text}\u001B[6n\r\u001B[2K`);
  const taken = await answered;
  stdin.removeAllListeners('data');
  stdin.setRawMode(false);
  stdin.pause();
  return taken;
}
