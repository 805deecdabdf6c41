import { test } from 'vitest';
import { settingFields } from './server/settingFields.js';
import { allowedText, helpTexts, meaningOf, pathInSite } from './server/settingHelp.js';
import type { SettingNode } from './server/settingTree.js';
import { expectGolden } from './testing/golden.js';

const file = new URL('../docs/settings.md', import.meta.url);

const introduction = `# Settings

Every setting of \`settings.json\`, made from the schema that checks it. Those of a site stand in \`sites.ID\`, and go by their path
in it: \`queue.letter\` is \`sites.herford.queue.letter\`. A star stands for a name that the office chooses; a number names an item of
a list: \`openingHours.mon.0.from\`. \`beo settings explain queue.letter\` says the same, with the value of the store.

Unless a row says otherwise, a setting counts at once on a running server, and the team lead may change it there.
`;

const words = helpTexts('en');

/** A bar would end the cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|');

const code = (text: string): string => `\`${text.replaceAll('`', '')}\``;

function rowOf(field: SettingNode): string {
  const german = meaningOf(field, 'de') ?? '';
  const english = meaningOf(field, 'en') ?? '';
  const exceptions = [
    ...(field.effect === 'atOnce' ? [] : [`counts ${words.effects[field.effect]}`]),
    ...(field.changedBy === 'lead' ? [] : [`changed by ${words.changedBy[field.changedBy]}`]),
  ];
  const meanings = [english, german, ...exceptions.map((one) => `**${one}**`)].filter((text) => text !== '');
  const byDefault =
    field.default === undefined ? (field.isRequired ? 'required' : '–') : code(JSON.stringify(field.default));
  const cells = [
    code(pathInSite(field.path)),
    meanings.join(' · '),
    allowedText(field.allowed, 'en'),
    byDefault,
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

/** One table for each part of a site's settings. */
function page(): string {
  const parts = new Map<string, SettingNode[]>();
  for (const field of settingFields()) {
    const isOfSite = field.path.startsWith('sites.');
    const [first = ''] = pathInSite(field.path).split('.');
    const isAlone = isOfSite && !settingFields().some(({ path }) => path.startsWith(`sites.*.${first}.`));
    const part = isOfSite ? (isAlone ? 'a site' : first) : 'the store';
    parts.set(part, [...(parts.get(part) ?? []), field]);
  }
  const tables = [...parts].map(([part, fields]) =>
    [
      `## ${part}`,
      '',
      '| setting | meaning · Bedeutung | allowed | default |',
      '|---|---|---|---|',
      ...fields.map(rowOf),
      '',
    ].join('\n'),
  );
  return [introduction, ...tables].join('\n');
}

// UPDATE_GOLDEN=1 writes it anew.
test('docs/settings.md is made from the schema', () => {
  expectGolden(page(), file);
});
