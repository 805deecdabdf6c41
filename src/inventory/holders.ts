import { settingFields } from '../server/settingFields.js';
import { meaningOf } from '../server/settingHelp.js';
import type { InventoryTexts } from '../texts/de/inventory.js';
import type { Kept } from '../texts/kept.js';
import type { Language } from '../texts/language.js';
import { checksum, entry, events } from './eventFields.js';
import { rowsOf, type FieldRow } from './fieldRows.js';
import {
  access,
  checkedHead,
  importMark,
  instructionShown,
  logEvents,
  logLine,
  restoreNote,
  serverPlace,
  settingChange,
} from './fileFields.js';
import type { SiteLimits } from './inventory.js';
import type { Fields } from './lines.js';
import { commands, refusal, toServer, toStations } from './messageFields.js';
import { shapes } from './shapes.js';
import { monthSums, rollUpHead } from './sumFields.js';

/** Something that has fields: a file, an event, a message, a line of the log. */
export interface Holder {
  /** What the code calls it. */
  readonly name: string;
  readonly title: string;
  /** Where it is in the store. */
  readonly file?: string;
  readonly purpose?: string;
  readonly retention?: string;
  readonly seenBy?: string;
  readonly fields: readonly FieldRow[];
}

/** Everything in the store's folder, and what a station keeps of its own. */
export function stored(sites: readonly SiteLimits[], texts: InventoryTexts, language: Language): Holder[] {
  const { holders } = texts;
  const days: Kept = sites.map(({ site, rowsDays }) => ({ site, count: rowsDays }));
  const months: Kept = sites.map(({ site, figuresMonths }) => ({ site, count: figuresMonths }));
  const changes: Kept = sites.map(({ site, changesMonths }) => ({ site, count: changesMonths }));
  const rows = (fields: Fields) => rowsOf(fields, language);
  const journal = {
    file: '<site>/journal/YYYY-MM-DD.jsonl',
    ...holders.journal,
    retention: holders.journal.retention(days),
  };
  const small = (
    name: 'checked' | 'server' | 'access' | 'importing' | 'restoring' | 'instruction',
    file: string,
    fields: Fields,
  ): Holder => ({
    name,
    file,
    ...holders[name],
    retention: holders[name].retention(),
    fields: rows(fields),
  });
  return [
    { name: 'journal', ...journal, fields: rows({ ...entry, ...checksum }) },
    ...Object.entries(events).map(([name, fields]) => ({
      name,
      ...journal,
      title: nameIn(texts.events, name),
      fields: rows(fields),
    })),
    {
      name: 'archive',
      file: '<site>/archive/YYYY-MM.json',
      ...holders.archive,
      retention: holders.archive.retention(months),
      fields: rows(shapes.figures),
    },
    {
      name: 'sums',
      file: '<site>/archive/YYYY-MM.sums.json',
      ...holders.sums,
      retention: holders.sums.retention(months),
      fields: rows({ ...rollUpHead, ...monthSums }),
    },
    {
      name: 'settings',
      file: 'settings.json',
      ...holders.settings,
      retention: holders.settings.retention(),
      fields: settingRows(language),
    },
    small('access', 'access.json', access),
    {
      name: 'formerSettings',
      file: 'settings.v<N>.json',
      ...holders.formerSettings,
      retention: holders.formerSettings.retention(),
      fields: settingRows(language),
    },
    {
      name: 'changes',
      file: 'changes.json',
      ...holders.changes,
      retention: holders.changes.retention(changes),
      fields: rows(settingChange),
    },
    small('checked', 'settings.checked.json', checkedHead),
    small('server', 'server.json', serverPlace),
    small('importing', '<site>/archive/importing.json', importMark),
    small('restoring', 'restoring.json', restoreNote),
    small('instruction', '$XDG_STATE_HOME/beo/instruction.json', instructionShown),
  ];
}

function settingRows(language: Language): FieldRow[] {
  return settingFields().flatMap((field): FieldRow[] => {
    const meaning = meaningOf(field, language);
    return meaning === undefined ? [] : [{ field: field.path, reference: 'office', meaning }];
  });
}

/** The archive's own shape is above. */
export const shapeHolders = (texts: InventoryTexts, language: Language): Holder[] =>
  Object.entries(shapes)
    .filter(([name]) => name !== 'entry' && name !== 'figures')
    .map(([name, fields]) => ({ name, title: nameIn(texts.shapes, name), fields: rowsOf(fields, language) }));

/** What the server tells stations, and which. */
export const sent = (texts: InventoryTexts, language: Language): Holder[] => [
  ...messageHolders(toStations, texts, language),
  { name: 'refusal', ...texts.frames.refusal, fields: rowsOf(refusal, language) },
];

/** What stations tell the server. */
export const asked = (texts: InventoryTexts, language: Language): Holder[] => [
  ...messageHolders(toServer, texts, language),
  ...Object.entries(commands).map(([name, fields]) => ({
    name,
    ...texts.frames.command,
    title: nameIn(texts.permissions, name),
    fields: rowsOf(fields, language),
  })),
];

function messageHolders(
  messages: Readonly<Record<string, Fields>>,
  { frames }: InventoryTexts,
  language: Language,
): Holder[] {
  const words: Readonly<Record<string, { readonly title: string; readonly seenBy: string }>> = frames;
  return Object.entries(messages).map(([name, fields]) => {
    const { title = name, seenBy = '' } = words[name] ?? {};
    return { name, title, seenBy, fields: rowsOf(fields, language) };
  });
}

export const logged = ({ log }: InventoryTexts, language: Language): Holder[] => [
  { name: '*', title: log.everyLine, purpose: log.purpose, fields: rowsOf(logLine, language) },
  ...Object.entries(logEvents).map(([name, fields]) => ({
    name,
    title: nameIn(log.events, name),
    fields: rowsOf(fields, language),
  })),
];

const nameIn = (names: Readonly<Record<string, string>>, name: string): string => names[name] ?? name;
