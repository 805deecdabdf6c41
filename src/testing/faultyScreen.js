/*
 * A screen that breaks, loaded into the real program:
 *
 *   NODE_OPTIONS='--import file:///…/src/testing/faultyScreen.js' SCREEN_FAULT=draw beo desk 1
 *
 * The key # breaks it. Keys are taken apart by Intl.Segmenter, and rows are filled up with blanks and other signs, so the
 * fault comes from there:
 *
 *   SCREEN_FAULT  key      what takes the key in throws
 *                 draw     a component that is drawn from then on throws
 *                 timer    a timer throws, as soon as nothing else is to be done
 *                 promise  a promise that nobody waits for is rejected
 */
import process from 'node:process';

const { SCREEN_FAULT } = process.env;
const fault = () => new Error('the screen is broken');
/** React tries again before it gives up; what it shows then has to be drawn. */
const attempts = 3;
let failures = attempts;

/** @type {(text: string) => Intl.Segments} */
const whole = Reflect.get(Intl.Segmenter.prototype, 'segment');

Intl.Segmenter.prototype.segment = new Proxy(whole, {
  apply(target, segmenter, [text]) {
    if (text === '#') breakAt(SCREEN_FAULT);
    /** @type {unknown} */
    const segments = Reflect.apply(target, segmenter, [text]);
    return /** @type {Intl.Segments} */ (segments);
  },
});

for (const name of /** @type {const} */ (['repeat', 'padEnd', 'padStart'])) {
  const filled = /** @type {(...words: unknown[]) => string} */ (Reflect.get(String.prototype, name));
  Reflect.set(
    String.prototype,
    name,
    new Proxy(filled, {
      apply(target, text, words) {
        // Ink fills texts too, but not while a component is rendered.
        if (failures < attempts && new Error('here').stack?.includes('renderWithHooks')) {
          failures += 1;
          throw fault();
        }
        return Reflect.apply(target, text, words);
      },
    }),
  );
}

/** @param {string | undefined} kind */
function breakAt(kind) {
  if (kind === 'key') throw fault();
  if (kind === 'draw') failures = 0;
  if (kind === 'promise') void Promise.reject(fault());
  if (kind === 'timer') {
    setTimeout(() => {
      throw fault();
    });
  }
}
