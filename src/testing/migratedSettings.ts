import type * as shipped from '../server/migrations.js';

type Migrations = typeof shipped;
type Sites = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A site's `title` was renamed to `label`, and then to `name`. */
const renamings: Migrations['migrations'] = [renaming('title', 'label'), renaming('label', 'name')];

function renaming(from: string, to: string): Migrations['migrations'][number] {
  return (settings) => ({
    ...settings,
    sites: Object.fromEntries(
      Object.entries((settings.sites ?? {}) as Sites).map(([id, { [from]: value, ...others }]) => [
        id,
        { ...others, [to]: value },
      ]),
    ),
  });
}

/** What `server/migrations.ts` is in a program two versions on. */
export const twoVersionsOn = (original: Migrations): Migrations => ({
  ...original,
  migrations: renamings,
  storeVersion: 1 + renamings.length,
  currentSettings: (content) => original.currentSettings(content, renamings),
});
