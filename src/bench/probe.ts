/**
 * Loaded before a measured server, beo's or the bare one: tells its parent how much memory it holds.
 * Needs Node's --expose-gc.
 */
process.on('message', (message) => {
  if (message !== 'memory') return;
  // Not a plain one: that leaves the room for new objects as large as a burst of connections has made it, 45 MB or not.
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  // What the first collection freed is given back to the system by and by.
  setTimeout(() => {
    globalThis.gc?.();
    process.send?.({ rss: process.memoryUsage.rss() });
  }, 200);
});
process.channel?.unref();
