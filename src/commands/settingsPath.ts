import { findSetting, type SettingPath } from '../server/settingPaths.js';
import { settingTree, type SettingNode } from '../server/settingTree.js';
import type { Settings } from '../server/settings.js';
import { refusalText } from '../texts/texts.js';
import { Failure } from './fail.js';
import { languageOf, type Globals } from './globals.js';
import { pathInSite } from '../server/settingHelp.js';
import { siteIn } from './storedSite.js';

/** Whether a path is one of the whole store; any other is one in a site. */
export const isOfStore = (words: string): boolean => settingTree().parts.has(words.split('.')[0] ?? '');

/** Where a setting stands, as a person names it: "queue.letter" of a site, or "sites.herford.queue.letter". */
export const pathOf = (words: string, settings: Settings, options: Globals): SettingPath =>
  isOfStore(words) ? words.split('.') : ['sites', siteIn(settings, options).site, ...words.split('.')];

/** What the schema says of it; a setting that does not exist ends the command. */
export function knownSetting(path: SettingPath, options: Globals): SettingNode {
  const found = findSetting(path);
  if (!('unknown' in found)) return found;
  const { unknown, near } = found;
  const refusal = {
    name: 'unknownSetting',
    setting: pathInSite(unknown),
    ...(near === undefined ? {} : { near: pathInSite(near) }),
  } as const;
  throw new Failure(refusal.name, refusalText(refusal, languageOf(options)));
}
