import { beforeEach, describe, expect, it } from 'vitest';
import type { Binding } from './bindings.js';
import { KeyRouter, type FieldFocus } from './router.js';
import type { Keystroke } from './splitKeys.js';

const key = (name: string): Keystroke => ({ kind: 'key', name });
const typed = (text: string, alone = true): Keystroke => ({ kind: 'text', text, alone });

let log: string[];
let router: KeyRouter;
const binding = (keys: readonly string[], more: Partial<Binding> = {}): Binding => ({
  keys,
  label: keys.join(),
  action: (pressed) => log.push(`did ${pressed}`),
  ...more,
});
const add = (layer: Parameters<KeyRouter['set']>[1]): number => {
  const order = router.nextOrder();
  router.set(order, layer);
  return order;
};

beforeEach(() => {
  log = [];
  router = new KeyRouter({
    onOff: (reason) => log.push(`off: ${reason}`),
    onAction: () => undefined,
    onHelp: () => log.push('help'),
    onInterrupt: (again) => log.push(again ? 'leave' : 'warn'),
  });
});

describe('key router', () => {
  it('runs the binding of a key, small or capital letter', () => {
    add({ bindings: [binding(['p']), binding(['space', 'enter'])] });
    for (const each of [typed('p'), typed('P'), typed(' '), key('enter')]) router.press(each, 0);
    expect(log).toEqual(['did p', 'did p', 'did space', 'did enter']);
  });

  it('says why a key is off', () => {
    add({ bindings: [binding(['p'], { off: () => 'no pause in a contact' })] });
    router.press(typed('p'), 0);
    expect(log).toEqual(['off: no pause in a contact']);
  });

  it('asks the component that was mounted last first, and nobody below a dialog', () => {
    add({ bindings: [binding(['a']), binding(['b'])] });
    const dialog = add({ bindings: [binding(['a'], { action: () => log.push('dialog') })], modal: true });
    for (const each of ['a', 'b']) router.press(typed(each), 0);
    expect(log).toEqual(['dialog']);
    router.remove(dialog);
    router.press(typed('b'), 0);
    expect(log).toEqual(['dialog', 'did b']);
  });

  it('asks some whatever lies above, before all others or after them', () => {
    const named = (name: string) =>
      binding(['g', 'j'], { action: (pressed) => log.push(`${name} ${pressed}`) });
    add({ bindings: [binding(['g'], { action: () => log.push('help') })], always: 'first' });
    add({ bindings: [binding(['j'], { action: () => log.push('answer') })], always: 'last' });
    add({ bindings: [named('screen')] });
    const dialog = add({ bindings: [binding(['escape'])], modal: true });
    for (const each of ['g', 'j']) router.press(typed(each), 0);
    router.set(dialog, { bindings: [named('dialog')], modal: true });
    for (const each of ['g', 'j']) router.press(typed(each), 0);
    expect(log).toEqual(['help', 'answer', 'help', 'dialog j']);
  });

  it('never runs a command for several signs at once, nor for the Enter behind them', () => {
    add({ bindings: [binding(['p']), binding(['enter'])] });
    router.press(typed('pp', false), 0);
    router.press({ kind: 'key', name: 'enter', glued: true }, 0);
    expect(log).toEqual([]);
  });

  it('ignores an Enter within 400 ms after another, held down for however long, for the main action only', () => {
    add({ bindings: [binding(['enter'], { main: true })] });
    for (const at of [0, 30, 350, 700, 1000, 1399, 1800]) router.press(key('enter'), at);
    expect(log).toEqual(['did enter', 'did enter']);
  });

  it('warns at the first Ctrl+C and leaves at a second within two seconds', () => {
    for (const at of [0, 2500, 4400]) router.press(key('ctrl+c'), at);
    expect(log).toEqual(['warn', 'warn', 'leave']);
  });

  describe('with a text field', () => {
    const field = (isEmpty: boolean): FieldFocus => ({
      isEmpty,
      take: (keystroke) => {
        log.push(`field ${keystroke.kind === 'text' ? keystroke.text : keystroke.name}`);
        return true;
      },
    });

    it('gives it all text, whoever else wants the letters', () => {
      add({ bindings: [], field: field(false) });
      add({ bindings: [binding(['p']), binding(['ctrl+z'])] });
      for (const each of [typed('p'), typed('?'), typed('wba', false), key('ctrl+z'), key('left')]) {
        router.press(each, 0);
      }
      expect(log).toEqual(['field p', 'field ?', 'field wba', 'did ctrl+z', 'field left']);
    });

    it('opens the help with ? while it is empty', () => {
      add({ bindings: [], field: field(true) });
      router.press(typed('?'), 0);
      expect(log).toEqual(['help']);
    });

    it('lets the Enter behind a scanned line through', () => {
      add({ bindings: [binding(['enter'], { main: true })], field: field(true) });
      router.press(typed('32', false), 0);
      router.press({ kind: 'key', name: 'enter', glued: true }, 0);
      expect(log).toEqual(['field 32', 'did enter']);
    });
  });

  it('lists the same working keys as long as they read the same', () => {
    const order = add({ bindings: [binding(['a'])] });
    const first = router.working();
    router.set(order, { bindings: [binding(['a'])] });
    expect(router.working()).toBe(first);
    router.set(order, { bindings: [binding(['a'], { off: () => 'why' })] });
    expect(router.working()).not.toBe(first);
  });
});
