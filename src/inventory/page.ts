import type { Language } from '../texts/language.js';
import type { Evaluation, Inventory } from './inventory.js';
import { inventoryTexts } from './inventory.js';
import type { FieldRow } from './fieldRows.js';
import type { Holder } from './holders.js';

/** The inventory as it is read: what every format but JSON is made from. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** The last column has the sentences. */
  | {
      readonly kind: 'rows';
      readonly heads: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export function pageOf(inventory: Inventory, language: Language): Block[] {
  const texts = inventoryTexts(language);
  const { sections, words } = texts;
  const heading = (text: string, level: 1 | 2 | 3 = 2): Block => ({ kind: 'heading', level, text });
  const say = (text: string): Block => ({ kind: 'text', text });
  const facts = (holder: Holder): Block[] => {
    const rows = (
      [
        [words.file, holder.file],
        [words.purpose, holder.purpose],
        [words.retention, holder.retention],
        [words.seenBy, holder.seenBy],
      ] as const
    ).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
    return rows.length === 0 ? [] : [{ kind: 'list', items: rows }];
  };
  const fields = (holder: Holder): Block =>
    holder.fields.length === 0
      ? say(words.noFields)
      : {
          kind: 'rows',
          heads: [words.field, words.reference, words.meaning],
          rows: holder.fields.map((row) => [row.field, texts.references[row.reference].name, meaningOf(row)]),
        };
  const meaningOf = ({ meaning, optional, by, as }: FieldRow): string =>
    [
      meaning,
      ...(by === undefined ? [] : [words.by(by)]),
      ...(as === undefined ? [] : [words.as(texts.shapes[as])]),
      ...(optional ? [words.optional] : []),
    ].join('; ');
  const holder = (one: Holder, about: readonly Block[]): Block[] => [
    heading(one.title === one.name ? one.title : `${one.title} (${one.name})`, 3),
    ...about,
    fields(one),
  ];
  const told = (holders: readonly Holder[]): Block[] => holders.flatMap((one) => holder(one, facts(one)));
  const guarded = (all: readonly Evaluation[]): Block => ({
    kind: 'rows',
    heads: [sections.evaluations, words.keys, words.rule],
    rows: all.map(({ heading: name, keys, guards }) => [
      name,
      keys.join(', '),
      guards.map(({ rule }) => rule).join('. '),
    ]),
  });
  // The events share the journal's file, purpose and retention, which stand above them.
  const events = new Set(Object.keys(texts.events));
  const roles: Readonly<Record<string, string>> = texts.roles;
  const limits = (pick: 'minContacts' | 'minDesks') =>
    inventory.sites.map((site) => ({ site: site.site, count: site[pick] }));
  return [
    heading(texts.title, 1),
    say(texts.introduction),
    say(texts.source[inventory.settings](inventory.store)),
    heading(sections.references),
    {
      kind: 'rows',
      heads: [words.reference, words.meaning],
      rows: inventory.references.map(({ name, meaning }) => [name, meaning]),
    },
    heading(sections.stored),
    say(texts.copies),
    ...inventory.stored.flatMap((one) =>
      events.has(one.name)
        ? holder({ ...one, title: `${texts.eventsOf}: ${one.title}` }, [])
        : holder(one, facts(one)),
    ),
    heading(sections.shapes),
    ...told(inventory.shapes),
    heading(sections.sent),
    ...told(inventory.sent),
    heading(sections.asks),
    ...told(inventory.asked),
    heading(sections.logged),
    ...told(inventory.logged),
    heading(sections.printed),
    {
      kind: 'rows',
      heads: [words.command, words.does],
      rows: inventory.printed.map(({ command, shows }) => [`beo ${command}`, shows]),
    },
    heading(sections.evaluations),
    say(texts.evaluations.note(limits('minContacts'), limits('minDesks'))),
    guarded(inventory.evaluations),
    heading(sections.comparison, 3),
    guarded(inventory.comparison),
    heading(sections.live, 3),
    say(texts.live.note),
    guarded(inventory.live),
    heading(sections.notStored),
    { kind: 'list', items: inventory.notStored },
    heading(sections.permissions),
    say(texts.permissions.note),
    {
      kind: 'rows',
      heads: [words.command, words.does, words.roles],
      rows: inventory.permissions.map(({ command, does, roles: allowed }) => [
        command,
        does,
        allowed.map((role) => roles[role] ?? role).join(', ') || texts.nobody,
      ]),
    },
  ];
}
