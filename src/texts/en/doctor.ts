import type { Role } from '../../queue/events.js';
import type { doctor as german } from '../de/doctor.js';

const mib = (bytes: number): string => `${Math.floor(bytes / 2 ** 20)} MiB`;

const whose: Readonly<Record<Role, string>> = {
  reception: 'reception place',
  desk: 'desk',
  lead: 'the team lead',
  display: 'a display',
};

export const doctor: typeof german = {
  verdicts: { ok: 'ok', warning: 'warning', problem: 'problem' },
  checks: {
    program: 'program',
    terminal: 'terminal',
    clock: 'clock',
    store: 'store',
    port: 'port',
    server: 'server',
  },
  fix: 'to do',
  healthy: 'Nothing is in the way.',
  summary: ({ problems, warnings }) => `problems: ${problems}, warnings: ${warnings}`,
  complaint: ({ problems }) =>
    `${problems} ${problems === 1 ? 'problem' : 'problems'} found; what to do stands below each.`,
  findings: {
    runs: { says: ({ version, node, system }) => `beo ${version} on Node.js ${node}, ${system}` },
    nodeEnds: {
      says: ({ node, end }) => `Node.js ${node} has had no security updates since ${end}.`,
      fix: 'Install Node.js 24, or a later one with long support (an even major version).',
    },
    noTerminal: { says: () => 'no terminal; screens need one, commands and the server do not' },
    size: { says: ({ columns, rows }) => `${columns} × ${rows} characters` },
    sizeUnknown: {
      says: () => 'The terminal does not tell its size; screens take it for 80 × 24 characters.',
      fix: 'If the window is different, call stty cols 120 rows 40 before beo, with its true size.',
    },
    tooSmall: {
      says: ({ columns, rows }) =>
        `The window has ${columns} × ${rows} characters; screens need 80 × 24, only the display does with less.`,
      fix: 'Make the window larger or the font smaller.',
    },
    dumb: {
      says: () => 'TERM=dumb: the terminal can not draw a screen.',
      fix: 'Take another terminal, or set TERM right (mostly xterm-256color).',
    },
    utf8: { says: () => 'UTF-8 and the widths of characters are right' },
    utf8Said: { says: () => 'UTF-8 by the environment' },
    console: {
      says: () => 'the console of Linux: beo writes ASCII and draws large digits with half blocks',
    },
    noUtf8: {
      says: ({ locale }) => `The environment names no UTF-8 (${locale}); beo writes only ASCII here.`,
      fix: 'Set LANG=en_GB.UTF-8 (or C.UTF-8); choose UTF-8 as the character set of the window.',
    },
    wrongWidth: {
      says: ({ sample, columns, expected }) =>
        `“${sample}” takes ${columns} columns here instead of ${expected}: the character set or width is wrong, lines will slip.`,
      fix: 'Choose UTF-8 in the terminal, and “ambiguous characters” narrow; else work with --ascii.',
    },
    font: { says: ({ sample }) => `sample of the font: ${sample}` },
    colours: { says: ({ bits }) => `colours: ${2 ** bits}` },
    noColours: { says: () => 'without colours (NO_COLOR or terminal); signs and words say the same' },
    clockSynchronised: { says: ({ now }) => `${now}, kept by the network` },
    clockUnknown: { says: ({ now }) => `${now}; whether the network keeps the clock could not be found out` },
    clockAlone: {
      says: ({ now }) => `${now}; the network does not keep the clock.`,
      fix: 'timedatectl set-ntp true, or name the time server of the house.',
    },
    zones: { says: ({ version }) => `time zones as of ${version}` },
    clockBehind: {
      says: ({ file }) => `${file} is of a day that is yet to come by the clock: it is behind, or was ahead.`,
      fix: 'Set the clock before the server starts; else it waits with new days until the clock has caught up.',
    },
    storeRight: {
      says: ({ store, version, sites }) => `${store}: version ${version}, sites: ${sites.join(', ')}`,
    },
    noStore: {
      says: ({ store }) =>
        `There is nothing in ${store}; on a machine without a server that is right. Else beo server makes it.`,
    },
    storeHidden: {
      says: ({ store }) => `${store} can not be read by this account.`,
      fix: "Run it as the server's account: sudo -u beo beo doctor --data FOLDER",
    },
    storeOpen: {
      says: ({ file }) => `${file} can be read by other users.`,
      fix: 'chmod -R go= on the store.',
    },
    tokensEnd: {
      says: ({ count, day }) =>
        `The ${count === 1 ? 'token of a station ends' : `tokens of ${count} stations end`} soon, the first after ${day}.`,
      fix: 'beo token list names them; make new ones with beo token add and bring them to their stations.',
    },
    storeWrong: {
      says: ({ problem }) => problem,
      fix: 'beo verify checks everything; beo restore brings a backup back.',
    },
    storeOlder: {
      says: ({ store, version }) => `${store} still has version ${version} of an older beo.`,
      fix: 'Nothing to do: the next start of the server brings it up to date. Before that: beo backup.',
    },
    storeOnNetwork: {
      says: ({ store, kind }) =>
        `${store} is on a network disk (${kind}); locks and promises of storing do not hold there.`,
      fix: 'Put the store on a disk of this machine: --data or $BEO_DATA.',
    },
    room: { says: ({ bytes }) => `room: ${mib(bytes)}` },
    littleRoom: {
      says: ({ bytes }) => `Only ${mib(bytes)} are left; a day takes some MiB.`,
      fix: 'Make room; what the settings no longer keep the server deletes itself.',
    },
    served: { says: ({ url, pid }) => `in use by the server ${url}, process ${pid}` },
    portFree: { says: ({ port }) => `${port} is free` },
    portOurs: { says: ({ port, version }) => `beo ${version} answers on ${port}` },
    portTaken: {
      says: ({ port }) => `Another program has ${port}.`,
      fix: 'End that program (ss -ltnp shows it), or take another port: beo server --port.',
    },
    portForbidden: {
      says: ({ port }) => `This account may not listen on ${port}.`,
      fix: 'Take a port from 1024 on; under systemd beo service gives the right to it.',
    },
    noServer: {
      says: () => 'no server was named, and none runs on this store',
      fix: 'Start one: beo server. Or name one: --server ws://HOST:7717',
    },
    reached: {
      says: ({ url, ms, protocol }) => `${url} answers within ${ms} ms (protocol ${protocol})`,
    },
    admitted: {
      says: ({ role, place }) => `The token is for ${whose[role]}${place === undefined ? '' : ` ${place}`}`,
    },
    slow: {
      says: ({ url, ms }) => `${url} takes ${ms} ms to answer.`,
      fix: 'Look at the network (radio, VPN, load); a key should arrive within 100 ms.',
    },
    unreachable: {
      says: ({ url }) => `${url} can not be reached.`,
      fix: 'Does the server run? Does it listen on this address (--host)? Does the firewall let the port through?',
    },
    refused: {
      says: ({ url, problem }) => `${url} refuses: ${problem}`,
      fix: 'Look at what this station says: --site, $BEO_SERVER, token, version.',
    },
    credentials: {
      says: ({ problem }) => problem,
      fix: 'Check --token-file and --ca, or $BEO_TOKEN_FILE, $BEO_TOKEN and $BEO_CA.',
    },
    tokenOpen: {
      says: ({ file }) => `${file} can be read by other users.`,
      fix: 'chmod 600 on the file; if somebody may have read it: beo token revoke, then make another.',
    },
    certificateEnds: {
      says: ({ url, day }) => `The certificate of ${url} ends on ${day}; no station gets in after that.`,
      fix: 'Put a new one in its place and restart the server; stations come back by themselves.',
    },
    sameVersion: { says: ({ version }) => `server and station have version ${version}` },
    otherVersion: {
      says: ({ server, client }) =>
        `The server has version ${server}, this station ${client}; they understand each other.`,
      fix: 'Bring both to the same version when there is time.',
    },
    cannotStore: {
      says: ({ url }) => `The server ${url} can not store anything at present.`,
      fix: "Make room on the server's machine or look at its disk; the log tells the reason.",
    },
    skew: {
      says: ({ seconds }) =>
        `The clocks of server and station differ by ${seconds} s; the server's is the one that counts.`,
      fix: 'Let the same time server keep both machines.',
    },
  },
};
