import { expect, test } from 'vitest';
import type { Binding } from './bindings.js';
import { fitting, offered } from './footerKeys.js';

const help = [{ name: '?', label: 'Hilfe' }];
const entry = (name: string, label: string) => ({ name, label });
const names = (columns: number, ...labels: readonly string[]) =>
  fitting(
    labels.map((label, i) => entry(String(i), label)),
    help,
    columns,
  )
    .map(({ name }) => name)
    .join('');

const binding = (key: string, more: Partial<Binding> = {}): Binding => ({
  keys: [key],
  label: key,
  action: () => undefined,
  ...more,
});

test('names each key once, the main one first, and none that is quiet', () => {
  const keys = [
    binding('a'),
    binding('b', { quiet: true }),
    binding('enter', { main: true }),
    binding('a', { label: 'below' }),
  ];
  expect(offered(keys).map(({ label }) => label)).toEqual(['enter', 'a']);
});

test('a label that is too long makes room for a shorter one behind it', () => {
  expect(names(40, 'Aufrufen', 'Identität geprüft und einbuchen', 'Zurück')).toBe('02?');
});

test('fills the row to its last cell', () => {
  // "0 abc  1 abc  ? Hilfe"
  expect(names(21, 'abc', 'abc')).toBe('01?');
  expect(names(20, 'abc', 'abc')).toBe('0?');
});

test('the first entry and help are there however small the row is', () => {
  expect(names(5, 'Identität geprüft', 'Zurück')).toBe('0?');
});

test('never more than six', () => {
  expect(names(200, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')).toBe('01234?');
});
