/*
 * A screen that breaks, loaded into the real program:
 *
 *   NODE_OPTIONS='--import file:///…/src/testing/faultyScreen.js' SCREEN_FAULT=key beo desk 1
 *
 * The key ☠ breaks it. What is no ordinary letter is taken apart by Intl.Segmenter, so the fault comes from there. React
 * compares by Object.is what a component remembers with what it had, and Ink's page about a fault splits the stack, so what
 * breaks a drawn one comes from these:
 *
 *   SCREEN_FAULT  key      what takes the key in throws
 *                 draw     every component throws that is drawn from then on, Ink's page about the fault too
 *                 timer    a timer throws, as soon as nothing else is to be done
 *                 promise  a promise that nobody waits for is rejected
 */
import process from 'node:process';

const { SCREEN_FAULT } = process.env;
const fault = () => new Error('the screen is broken');
let isDrawingBroken = false;

/** @type {(text: string) => Intl.Segments} */
const whole = Reflect.get(Intl.Segmenter.prototype, 'segment');

Intl.Segmenter.prototype.segment = new Proxy(whole, {
  apply(target, segmenter, [text]) {
    if (text === '☠') breakAt(SCREEN_FAULT);
    /** @type {unknown} */
    const segments = Reflect.apply(target, segmenter, [text]);
    return /** @type {Intl.Segments} */ (segments);
  },
});

/**
 * The same, but it throws once what is drawn is broken.
 * @template {(...words: never[]) => unknown} Call
 * @param {Call} call
 * @returns {Call}
 */
const brokenWhileDrawn = (call) =>
  new Proxy(call, {
    apply(target, self, words) {
      // It is called at other times too: React compares the state that a key sets.
      if (isDrawingBroken && new Error('here').stack?.includes('renderWithHooks')) throw fault();
      return /** @type {unknown} */ (Reflect.apply(target, self, words));
    },
  });
Object.is = brokenWhileDrawn(Object.is);
/** @type {typeof String.prototype.split} */
const split = Reflect.get(String.prototype, 'split');
Reflect.set(String.prototype, 'split', brokenWhileDrawn(split));

/** @param {string | undefined} kind */
function breakAt(kind) {
  if (kind === 'key') throw fault();
  if (kind === 'draw') {
    isDrawingBroken = true;
    process.stdout.emit('resize');
  }
  if (kind === 'promise') void Promise.reject(fault());
  if (kind === 'timer') {
    setTimeout(() => {
      throw fault();
    });
  }
}
