import { readLine } from '../inventory/fieldRows.js';
import type { Fields } from '../inventory/lines.js';
import { shapes } from '../inventory/shapes.js';

/** What these fields hold differs by its kind and is looked at by itself. */
const haveTablesOfTheirOwn: ReadonlySet<string> = new Set([
  'entry.events',
  'answer.rejection',
  'notice.rejection',
  'settingChanged.rejection',
]);

/** Holds what really is there against the tables of the inventory, and remembers what was met. */
export class InventoryWalk {
  /** 'tally.sum', 'TicketCalled.reason' … of every field that was met. */
  readonly met = new Set<string>();
  /** Fields that are there and not listed, and fields that are listed and have to be there but are not. */
  readonly problems = new Set<string>();

  /** Walks a value that should have just these fields. `name` says where it is. */
  look(name: string, fields: Fields, value: unknown): void {
    if (typeof value !== 'object' || value === null) {
      this.problems.add(`${name}: no object`);
      return;
    }
    const found = new Map(Object.entries(value));
    for (const field of found.keys()) {
      if (!Object.hasOwn(fields, field)) this.problems.add(`${name}.${field}: not listed`);
    }
    for (const [field, line] of Object.entries(fields)) {
      const { isOptional, by, of, as } = readLine(line);
      const path = `${name}.${field}`;
      if (!found.has(field)) {
        if (!isOptional) this.problems.add(`${path}: listed, but missing`);
        continue;
      }
      this.met.add(path);
      const inside = as === undefined ? of : shapes[as];
      const members = by === undefined ? opened(found.get(field)) : openedMap(found.get(field));
      for (const member of members) {
        const isObject = typeof member === 'object' && member !== null;
        if (inside && isObject) this.look(as ?? path, inside, member);
        else if (isObject && !haveTablesOfTheirOwn.has(path)) {
          this.problems.add(`${path}: has fields that are not listed`);
        }
      }
    }
  }
}

/** Every path that the tables list, as `InventoryWalk` names it. */
export function listedIn(name: string, fields: Fields): string[] {
  return Object.entries(fields).flatMap(([field, line]) => {
    const { of } = readLine(line);
    const path = `${name}.${field}`;
    return [path, ...(of ? listedIn(path, of) : [])];
  });
}

const opened = (value: unknown): unknown[] => (Array.isArray(value) ? value.flatMap(opened) : [value]);

const openedMap = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(opened) : [value];
