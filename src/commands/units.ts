/** A unit file of systemd: its sections, each with its settings in order; a key may stand several times. */
export type Unit = Readonly<Record<'Unit' | 'Service' | 'Install', readonly Setting[]>>;

type Setting = readonly [key: string, value: string];

export const serviceKinds = ['server', 'display'] as const;

export type ServiceKind = (typeof serviceKinds)[number];

/** How a unit starts beo. */
export interface Start {
  /** Program and arguments; absolute paths. */
  readonly command: readonly string[];
  readonly user: string;
  readonly description: string;
  /** For the words of the log and the screen. */
  readonly locale: string;
}

/** What no part of beo needs: other users' files, other devices, the kernel's knobs, more rights than at its start. */
const confined: readonly Setting[] = [
  ['UMask', '0077'],
  ['NoNewPrivileges', 'yes'],
  ['ProtectSystem', 'strict'],
  ['ProtectHome', 'yes'],
  ['ProtectProc', 'invisible'],
  ['ProcSubset', 'pid'],
  ['ProtectClock', 'yes'],
  ['ProtectHostname', 'yes'],
  ['ProtectKernelLogs', 'yes'],
  ['ProtectKernelModules', 'yes'],
  ['ProtectKernelTunables', 'yes'],
  ['ProtectControlGroups', 'yes'],
  ['PrivateTmp', 'yes'],
  ['DevicePolicy', 'closed'],
  ['RemoveIPC', 'yes'],
  ['LockPersonality', 'yes'],
  ['RestrictNamespaces', 'yes'],
  ['RestrictRealtime', 'yes'],
  ['RestrictSUIDSGID', 'yes'],
  ['RestrictAddressFamilies', 'AF_UNIX AF_INET AF_INET6'],
  // V8 compiles to memory that it then executes.
  ['MemoryDenyWriteExecute', 'no'],
  ['SystemCallArchitectures', 'native'],
  ['SystemCallFilter', '@system-service'],
  ['SystemCallFilter', '~@privileged @resources'],
  ['SystemCallErrorNumber', 'EPERM'],
];

export interface ServerStart extends Start {
  /** The store; without it the state folder that systemd makes for the user. */
  readonly store?: string;
  /** Whether it listens on this machine only. */
  readonly isLocal: boolean;
  /** A port below 1024, which wants a right of its own. */
  readonly isLowPort: boolean;
}

/** The server. It tells nobody when it is ready (`Type=notify` takes a datagram socket, which Node has none of). */
export const serverUnit = (start: ServerStart): Unit => ({
  Unit: [
    ['Description', start.description],
    ['Documentation', 'man:beo(1)'],
    ...((start.isLocal
      ? [['After', 'network.target']]
      : [
          ['Wants', 'network-online.target'],
          ['After', 'network-online.target'],
        ]) satisfies Setting[]),
    // A store that needs a person is not tried for ever.
    ['StartLimitIntervalSec', '300'],
    ['StartLimitBurst', '10'],
  ],
  Service: [
    ['Type', 'exec'],
    ['User', start.user],
    ['Environment', `LANG=${start.locale}`],
    ...storeOf(start),
    ['ExecStart', start.command.map(quoted).join(' ')],
    ['Restart', 'on-failure'],
    ['RestartSec', '1'],
    // A line that can't be read is the same the next time.
    ['RestartPreventExitStatus', '2'],
    ['TimeoutStopSec', '20'],
    ['LimitNOFILE', '65536'],
    ...confined,
    ['PrivateDevices', 'yes'],
    ...((start.isLowPort
      ? [
          ['CapabilityBoundingSet', 'CAP_NET_BIND_SERVICE'],
          ['AmbientCapabilities', 'CAP_NET_BIND_SERVICE'],
        ]
      : [
          ['CapabilityBoundingSet', ''],
          ['PrivateUsers', 'yes'],
        ]) satisfies Setting[]),
    ...((start.isLocal
      ? [
          ['IPAddressDeny', 'any'],
          ['IPAddressAllow', 'localhost'],
        ]
      : []) satisfies Setting[]),
  ],
  Install: [['WantedBy', 'multi-user.target']],
});

const storeOf = ({ store }: ServerStart): Setting[] =>
  store === undefined
    ? [
        ['StateDirectory', 'beo'],
        ['StateDirectoryMode', '0700'],
        ['Environment', 'BEO_DATA=%S/beo'],
      ]
    : [
        ['ReadWritePaths', quoted(store)],
        ['Environment', quoted(`BEO_DATA=${store}`)],
      ];

/** The display on the first console, in the place of its login. It waits for a server that is not there yet. */
export const displayUnit = (start: Start): Unit => ({
  Unit: [
    ['Description', start.description],
    ['Documentation', 'man:beo(1)'],
    ['Wants', 'network-online.target'],
    ['After', 'network-online.target systemd-user-sessions.service getty@tty1.service'],
    ['Conflicts', 'getty@tty1.service'],
    ['StartLimitIntervalSec', '0'],
  ],
  Service: [
    ['Type', 'exec'],
    ['User', start.user],
    ['SupplementaryGroups', 'audio'],
    ['Environment', `LANG=${start.locale} TERM=linux`],
    ['EnvironmentFile', '-/etc/beo/display.env'],
    ['ExecStartPre', '-+/usr/bin/setfont -C /dev/tty1 Uni3-TerminusBold32x16'],
    ['ExecStartPre', '-/usr/bin/setterm --term linux --blank 0 --powerdown 0'],
    ['ExecStart', start.command.map(quoted).join(' ')],
    ['StandardInput', 'tty'],
    ['StandardOutput', 'tty'],
    ['StandardError', 'journal'],
    ['TTYPath', '/dev/tty1'],
    ['TTYReset', 'yes'],
    ['TTYVHangup', 'yes'],
    ['TTYVTDisallocate', 'yes'],
    ['Restart', 'always'],
    ['RestartSec', '5'],
    ...confined,
    ['DeviceAllow', '/dev/tty1 rw'],
    ['DeviceAllow', 'char-alsa rw'],
    ['CapabilityBoundingSet', ''],
  ],
  Install: [['WantedBy', 'multi-user.target']],
});

/** The file's text, below what a person should know. */
export const unitText = (unit: Unit, notes: readonly string[]): string =>
  [
    notes.map((note) => `# ${note}`).join('\n'),
    ...Object.entries(unit).map(
      ([section, settings]) =>
        `[${section}]\n${settings.map(([key, value]) => `${key}=${value}`).join('\n')}`,
    ),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');

/** A word of a command as systemd reads it back: `%` and `$` stand for themselves. */
function quoted(word: string): string {
  const literal = word.replaceAll('%', '%%').replaceAll('$', '$$$$');
  return /^[\w@%+=:,./$-]+$/.test(literal) ? literal : `"${literal.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
