// A call board in a page of code: every open call on standard output, anew whenever one changes.
//
//   node docs/examples/callBoard.mjs ws://127.0.0.1:7717
//
// Plain Node 22 or newer, nothing to install. A server that wants tokens gets the one in BEO_TOKEN.
import process from 'node:process';

const protocol = 2;
const [url = 'ws://127.0.0.1:7717'] = process.argv.slice(2);
const token = process.env.BEO_TOKEN;

function watch() {
  const socket = new WebSocket(url);
  const send = (message) => socket.send(JSON.stringify(message));
  let isOver = false;

  socket.addEventListener('open', () => {
    send({ type: 'hello', protocol, role: 'display', ...(token ? { token } : {}) });
  });
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === 'board') {
      show(message.calls);
      // So that a desk reads "on display".
      send({ type: 'showing', numbers: message.calls.map(({ number }) => number) });
    }
    if (message.type === 'notice' && message.final && message.rejection.name !== 'stopping') {
      console.error(`refused: ${message.rejection.name}`);
      isOver = true;
      process.exitCode = 1;
    }
  });
  // Nothing is lost by a cut: the next board has every call that is open then.
  socket.addEventListener('close', () => {
    if (!isOver) setTimeout(watch, 2000);
  });
  socket.addEventListener('error', () => undefined);
}

/** The newest call first. A later `calledAt` of the same number means: sound it again. */
function show(calls) {
  const rows = calls
    .toSorted((a, b) => b.calledAt - a.calledAt)
    .map(({ number, place, fetched }) => `${number} ${fetched ? 'is fetched' : place}`);
  console.log(rows.length > 0 ? rows.join(', ') : 'nobody is called');
}

watch();
