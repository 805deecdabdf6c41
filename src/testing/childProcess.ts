import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

/** The launcher of the built program, as a person starts it. */
export const launcher = fileURLToPath(new URL('../../bin/beo.js', import.meta.url));

/** A station at which the data-protection instruction was shown already, so that screens begin with their work. */
const instructedHome = fileURLToPath(new URL('./instructedHome', import.meta.url));

/** How a program ended: by itself with an exit code, or by a signal. The other one is null. */
export interface Exit {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** An `undefined` takes the variable away. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Variables of the test runner, of a build server and of the developer's own beo. */
const notAPersons =
  /^(CI|CONTINUOUS_INTEGRATION|VITEST.*|TEST|NODE_ENV|MODE|DEV|PROD|SSR|BASE_URL|NO_COLOR|FORCE_COLOR|BEO_.*|LANG|LANGUAGE|LC_.*)$/;

/** What the shell of a person in a German office would hand to the program, and `extra`. */
export function shellEnvironment(extra: Environment = {}): Record<string, string> {
  const inherited = Object.entries(process.env).filter(([name]) => !notAPersons.test(name));
  const all = {
    ...Object.fromEntries(inherited),
    LANG: 'de_DE.UTF-8',
    XDG_STATE_HOME: instructedHome,
    ...extra,
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** The name of a signal by its number, `9` → `SIGKILL`. */
export function signalName(number: number): NodeJS.Signals {
  for (const [name, value] of Object.entries(constants.signals)) {
    if (value === number) return name as NodeJS.Signals;
  }
  throw new Error(`No signal has the number ${number}.`);
}

export function describeExit({ exitCode, signal }: Exit): string {
  return signal === null
    ? `The program ended with exit code ${exitCode}`
    : `The program was ended by ${signal}`;
}
