import type { Binding } from './bindings.js';
import { repeatMs } from './heldKeys.js';
import type { Keystroke } from './splitKeys.js';

/** A text field that has the focus: everything that can be written goes to it and is never a command. */
export interface FieldFocus {
  readonly isEmpty: boolean;
  /** Takes the press if it is text or moves the cursor; false for anything else. */
  readonly take: (keystroke: Keystroke) => boolean;
}

/** Keys of one component on the screen. The one that was mounted last is asked first. */
export interface Layer {
  readonly bindings: readonly Binding[];
  readonly field?: FieldFocus | undefined;
  /** Nothing below gets any key: a dialog. */
  readonly modal?: boolean | undefined;
  /** Asked whatever lies above: before all others, such as a call for help, or after all those that may be asked. */
  readonly always?: 'first' | 'last' | undefined;
}

export interface RouterOptions {
  /** A key that is off was pressed. */
  readonly onOff: (reason: string) => void;
  /** A key that does something was pressed, before it does it. */
  readonly onAction: () => void;
  /** `?` was pressed. */
  readonly onHelp: () => void;
  /** Ctrl+C was pressed; `again` within two seconds after the first. */
  readonly onInterrupt: (again: boolean) => void;
}

/** Ctrl+C twice within this time leaves. */
const interruptMs = 2000;

/** Hands each press to the one who may have it. Knows nothing of React or a terminal. */
export class KeyRouter {
  readonly #options: RouterOptions;
  readonly #layers = new Map<number, Layer>();
  readonly #listeners = new Set<() => void>();
  #order = 0;
  #mainAt = -Infinity;
  #interruptAt = -Infinity;
  #working: readonly Binding[] = [];
  #isStale = false;
  #isTelling = false;

  constructor(options: RouterOptions) {
    this.#options = options;
  }

  /** A place in the order of layers, to be taken when a component is first rendered: parents before their children. */
  nextOrder(): number {
    this.#order += 1;
    return this.#order;
  }

  set(order: number, layer: Layer): void {
    this.#layers.set(order, layer);
    this.#notify();
  }

  remove(order: number): void {
    this.#layers.delete(order);
    this.#notify();
  }

  /** Calls back when the keys change. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Keys that work now or say why not, topmost first. */
  readonly bindings = (): readonly Binding[] => this.#active().flatMap((layer) => layer.bindings);

  /** Those that work now; the same list as long as it reads the same. */
  readonly working = (): readonly Binding[] => {
    if (this.#isStale) {
      const working = this.bindings().filter(({ off }) => (off?.() ?? null) === null);
      if (!readsTheSame(working, this.#working)) this.#working = working;
      this.#isStale = false;
    }
    return this.#working;
  };

  /** Time has passed: other keys may work now. */
  recheck(): void {
    this.#notify();
  }

  /** @param at when the key came in, ms; only differences count */
  press(keystroke: Keystroke, at: number): void {
    if (keystroke.kind === 'text') this.#pressText(keystroke, at);
    else if (keystroke.name === 'ctrl+c' && !find(this.#active(), 'ctrl+c')) this.#interrupt(at);
    else this.#pressKey(keystroke, at);
  }

  #interrupt(at: number): void {
    const again = at - this.#interruptAt < interruptMs;
    this.#interruptAt = at;
    this.#options.onInterrupt(again);
  }

  #pressText(keystroke: Extract<Keystroke, { kind: 'text' }>, at: number): void {
    const layers = this.#active();
    const { text, alone } = keystroke;
    const field = layers.find((layer) => layer.field)?.field;
    if (field && !(field.isEmpty && alone && text === '?')) {
      field.take(keystroke);
      return;
    }
    // A piece of text comes from a scanner or the wrong window: never a command.
    if (!alone) return;
    const name = text === ' ' ? 'space' : text.toLowerCase();
    const binding = find(layers, name);
    if (name === 'space' && this.#isRepeated(keystroke, at) && binding?.main) return;
    if (binding) this.#run(binding, name);
    else if (text === '?') this.#options.onHelp();
  }

  #pressKey(keystroke: Extract<Keystroke, { kind: 'key' }>, at: number): void {
    const { name } = keystroke;
    const layers = this.#active();
    const binding = find(layers, name);
    const field = layers.find((layer) => layer.field)?.field;
    if (name === 'enter' && this.#isRepeated(keystroke, at) && binding?.main) return;
    // The end of a line that nobody here took, such as a paste into the wrong window.
    if (name === 'enter' && keystroke.glued && !field) return;
    if (binding) this.#run(binding, name);
    else field?.take(keystroke);
  }

  /** A held Enter or space bar, or a second press too soon, does not trigger the main action again. */
  #isRepeated({ held }: Keystroke, at: number): boolean {
    const repeated = held === true || at - this.#mainAt < repeatMs;
    this.#mainAt = at;
    return repeated;
  }

  #run(binding: Binding, key: string): void {
    this.#options.onAction();
    const reason = binding.off?.() ?? null;
    if (reason === null) binding.action(key);
    else this.#options.onOff(reason);
  }

  /** What is always asked, then from the top down to the first modal layer. */
  #active(): Layer[] {
    const sorted = [...this.#layers].toSorted(([a], [b]) => b - a).map(([, layer]) => layer);
    const layers = sorted.filter(({ always }) => always === undefined);
    const modal = layers.findIndex((layer) => layer.modal);
    return [
      ...sorted.filter(({ always }) => always === 'first'),
      ...(modal < 0 ? layers : layers.slice(0, modal + 1)),
      ...sorted.filter(({ always }) => always === 'last'),
    ];
  }

  /** Once for all layers that one frame changes: to say which keys work, each asks the server's rules. */
  #notify(): void {
    this.#isStale = true;
    if (this.#isTelling) return;
    this.#isTelling = true;
    queueMicrotask(() => {
      this.#isTelling = false;
      for (const listener of this.#listeners) listener();
    });
  }
}

/** The first layer that has the key wins, off or not. */
const find = (layers: readonly Layer[], name: string): Binding | undefined =>
  layers.flatMap((layer) => layer.bindings).find(({ keys }) => keys.includes(name));

const readsTheSame = (a: readonly Binding[], b: readonly Binding[]): boolean =>
  a.length === b.length &&
  a.every((binding, i) => {
    const other = b[i];
    return (
      other !== undefined &&
      binding.keys.join() === other.keys.join() &&
      binding.label === other.label &&
      binding.quiet === other.quiet
    );
  });
