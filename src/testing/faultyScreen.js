/*
 * A screen that breaks, loaded into the real program:
 *
 *   NODE_OPTIONS='--import file:///…/src/testing/faultyScreen.js' SCREEN_FAULT=key beo desk 1
 *
 * The key ☠ breaks it. Keys that are no ordinary letters are taken apart by Intl.Segmenter, so the fault comes from there:
 *
 *   SCREEN_FAULT  key      what takes the key in throws
 *                 timer    a timer throws, as soon as nothing else is to be done
 *                 promise  a promise that nobody waits for is rejected
 */
import process from 'node:process';

const { SCREEN_FAULT } = process.env;
const fault = () => new Error('the screen is broken');

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

/** @param {string | undefined} kind */
function breakAt(kind) {
  if (kind === 'key') throw fault();
  if (kind === 'promise') void Promise.reject(fault());
  if (kind === 'timer') {
    setTimeout(() => {
      throw fault();
    });
  }
}
