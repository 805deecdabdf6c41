import { WebSocketServer, type WebSocket } from 'ws';
import type { Script } from './script.js';

// The limit, in a process of its own: a ws server that sends what its script says and does nothing else.

let script: Script | undefined;
const working = new Set<WebSocket>();
const watching = new Set<WebSocket>();
/** How often each has asked. */
const asked = new Map<WebSocket, number>();
let askers: WebSocket[] = [];
let batches = 0;

const server = new WebSocketServer({
  host: '127.0.0.1',
  port: 0,
  perMessageDeflate: false,
  clientTracking: false,
  maxPayload: 16 * 1024,
});

server.on('connection', (socket) => {
  socket.once('message', (content) => {
    if (script) greet(socket, (content as Buffer).toString('utf8') === 'watch', script);
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    working.delete(socket);
    watching.delete(socket);
    asked.delete(socket);
  });
});

server.on('listening', () => {
  const address = server.address();
  if (typeof address === 'object' && address) process.stdout.write(`ws://127.0.0.1:${address.port}\n`);
});

process.on('message', (message) => {
  if (typeof message !== 'object') return;
  // Who still waits for a batch to fill up is answered.
  if (script) answer(script);
  script = message as Script;
  asked.clear();
  batches = 0;
  process.send?.('ready');
});
process.on('disconnect', () => process.exit());

function greet(socket: WebSocket, watches: boolean, { greeting }: Script): void {
  (watches ? watching : working).add(socket);
  socket.send(watches ? greeting.watch : greeting.work);
  socket.on('message', () => {
    askers.push(socket);
    if (script && askers.length >= script.batch) answer(script);
  });
}

function answer({ answers, toWorking, toWatching }: Script): void {
  const told = askers;
  askers = [];
  if (told.length === 0) return;
  tell(working, toWorking[batches % toWorking.length]);
  tell(watching, toWatching[batches % toWatching.length]);
  batches += 1;
  for (const asker of told) {
    const count = asked.get(asker) ?? 0;
    asked.set(asker, count + 1);
    asker.send(answers[count % answers.length] ?? '');
  }
}

function tell(sockets: ReadonlySet<WebSocket>, frame: string | null | undefined): void {
  if (typeof frame !== 'string') return;
  for (const socket of sockets) socket.send(frame);
}
