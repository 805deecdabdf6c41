/*
 * For programs whose port nobody can name, such as the menu with its own server, loaded with NODE_OPTIONS=--import: beo's
 * usual port stands for any that is free, so that a beo of this machine is in nobody's way.
 */
import { Server } from 'node:net';

const usual = 7717;

/** @type {Server['listen']} */
const listen = Reflect.get(Server.prototype, 'listen');

Server.prototype.listen = new Proxy(listen, {
  apply(target, server, /** @type {readonly unknown[]} */ [port, ...rest]) {
    /** @type {unknown} */
    const listening = Reflect.apply(target, server, [port === usual ? 0 : port, ...rest]);
    return listening;
  },
});
