import type { Hello } from '../protocol/messages.js';
import type { Choice } from '../screens/choice.js';
import { Refused } from './fail.js';
import { languageOf, type Globals } from './globals.js';

/** How a screen introduces itself: work screens claim their place. */
export function hello(choice: Choice): Pick<Hello, 'role' | 'place' | 'claim'> {
  switch (choice.screen) {
    case 'checkin':
      return { role: 'reception', ...(choice.place ? { place: choice.place } : {}), claim: 'ask' };
    case 'desk':
      return { role: 'desk', place: choice.place, claim: 'ask' };
    case 'statistics':
      return { role: 'lead' };
    case 'display':
      return { role: 'display' };
  }
}

/**
 * The screen of the station whose token somebody shows who asked as the team lead: the refusal says whose it is.
 * undefined for any other error.
 */
export function stationOfToken(error: unknown): Choice | undefined {
  if (!(error instanceof Refused) || error.refusal.name !== 'tokenForAnother') return undefined;
  const { role, place = '' } = error.refusal;
  switch (role) {
    case 'reception':
      return { screen: 'checkin', place };
    case 'desk':
      return { screen: 'desk', place };
    case 'display':
      return { screen: 'display' };
    case 'lead':
      return { screen: 'statistics' };
  }
}

/** How this terminal is to be written to: poor ones get ASCII without being asked. */
export function styleOf(options: Globals, env = process.env) {
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find(Boolean) ?? '';
  const isUnix = process.platform !== 'win32';
  const poor = ['dumb', 'vt100'].includes(env.TERM ?? '') || (locale !== '' && !/utf-?8/i.test(locale));
  return {
    language: languageOf(options),
    // The console's fonts have the half blocks, but not every other sign.
    ascii: options.ascii ?? (isUnix && (poor || env.TERM === 'linux')),
    halfBlocks: !(options.ascii ?? (isUnix && poor)),
    highContrast: options.highContrast ?? false,
    screenReader: options.screenReader ?? env.INK_SCREEN_READER === 'true',
  };
}
