import type { commands as german } from '../de/commands.js';
import { deskStates } from './deskStates.js';
import { settingsCommand } from './settingsCommand.js';

interface Held {
  readonly sites: number;
  readonly days: number;
  readonly months: number;
}

const heldIn = ({ sites, days, months }: Held): string =>
  `sites: ${sites}, journals: ${days}, months of daily figures: ${months}`;

export const commands: typeof german = {
  titles: {},
  beo: {
    usage: '[options] [command]',
    description: 'Beo steers the visitors of an entrance area: check in, call, show, report.',
    after:
      'Without a command beo opens the menu. Examples:\n  beo checkin --concern 3.2 --fact beratungsbedarf --identity-checked\n  beo desk 1 call\n  beo report --week',
  },
  options: {
    version: 'show the version',
    help: 'show help',
    helpCommand: 'help on a command',
    data: 'the store (else $BEO_DATA)',
    server: "the server's address (else $BEO_SERVER, or the one that runs on the store)",
    tokenFile: 'file with the token (else $BEO_TOKEN_FILE or $BEO_TOKEN)',
    ca: 'file with the certificate of your own authority (else $BEO_CA)',
    site: 'the site; may be left out when there is one',
    lang: 'language: de or en',
    json: 'result and errors as JSON',
    ascii: 'ASCII characters only',
    screenReader: 'linear text for screen readers',
    highContrast: 'screens without colours and faint letters',
  },
  server: {
    description: 'start the server; prints one line when it is ready',
    host: 'address to listen on (127.0.0.1)',
    port: 'port (7717); 0 takes a free one',
    tlsCert: 'certificate with its chain (PEM): the server speaks TLS (wss://)',
    tlsKey: 'its key (PEM)',
    behindProxy:
      'behind a reverse proxy on this machine; X-Forwarded-For then tells whose connections are counted',
    noMigrate: 'refuse a store of an older version instead of bringing it up to date',
    metricsFrom: 'address or network (10.1.0.0/16) that may read /healthz and /metrics (repeatable)',
    logFormat: 'log as text or json (text in a terminal, else JSON)',
    logLevel: 'what is logged: info (all), warn or error',
    after: `On the same port the server answers at /healthz whether all is well (200, else 503), and at /metrics with figures for
Prometheus; both only to this machine and to those named with --metrics-from.`,
  },
  display: {
    description: 'the screen of the waiting room',
    sound: 'program that plays a sound for every call',
    speech: 'program that speaks every call, after the sound',
    after: `Both programs get four arguments: number, place, sentence in German, sentence in English; the place is empty where
visitors are fetched. They run one after the other, never two at once; one that still runs after 15 s is ended.
The display starts without a server too and waits for it. With --json a line a change: every open call.`,
    plain: 'one line a call ("E017 Platz 1"), for boards and screen readers',
  },
  checkin: {
    description: 'reception: check in; once with --concern, else as a screen',
    place: "the reception's place, such as E1",
    concern: 'concern, such as 3.2',
    fact: 'an answer that decides the way (repeatable); never stored',
    appointment: 'comes with an appointment: forwarded directly',
    information: 'information or directions',
    identityChecked: 'the identity is checked',
    consulted: 'the consultation has been held',
    mark: 'assisted, interpreter, confidential, urgent=REASON, team=703 (repeatable)',
    handout: 'paper handed out (repeatable)',
    also: 'concern settled on the way (repeatable)',
    copies: 'copies were made',
    documents: 'documents were taken, for this destination (else the usual one)',
    masterData: 'master data updated (of the visitor alone)',
    afterHours: 'the lead lets the visitor in outside opening hours',
    occurredAt: 'true time of a visit made up (08:15)',
    calledAt: '… of its call',
    finishedAt: '… of its completion',
    desk: '… and its desk',
    slip: 'print the number slip as set up for the place, else to standard output',
    askZone: 'ask the entrance zone whether somebody has a moment',
    after: 'Example: beo checkin --concern 3.2 --fact beratungsbedarf --identity-checked',
  },
  ticket: {
    description: 'change a ticket: left, back, marks, correction, double booking',
    number: 'number (E017) or visit (V003)',
    action: 'leave, resume, mark, correct or cancel',
    concern: 'the right concern (correct)',
    lead: 'as the team lead',
  },
  desk: {
    description: 'desk of the entrance zone: as a screen, or one step',
    desk: 'desk, such as 1',
    action:
      'call, recall, start, finish, no-show, park, resume, withdraw, requeue, transfer, undo, open, close, pause, activity, help, come, end-help, answer-yes, answer-no',
    subject: 'number, concern, reason or activity for the step',
    number: 'a certain number (out of order only with --reason)',
    reason: 'code of the reason',
    outcome: 'outcome: settled, appointment, forwarded, evidenceRequested, fieldVisit, abandoned',
    destination: 'where it goes on',
    concern: 'the actual concern',
    further: 'further concern dealt with (repeatable)',
    consulted: 'after consultation',
    papInformed: 'the personal contact was informed',
    masterData: 'master data of the household updated',
    toDesk: 'transfer to this desk only',
    toQueue: 'put a parked ticket back in line',
    team: 'team 703 or 704',
    occurredAt: 'true time of a finish handed in later',
    after:
      'Examples:\n  beo desk 1 call\n  beo desk 1 finish --outcome appointment --destination SACHBEARBEITUNG\n  beo desk 1 activity 4.1 --team 703',
  },
  stats: { description: 'live statistics; with --json the figures once' },
  report: {
    description: 'report on a period',
    day: 'day (bare: today)',
    week: 'ISO week (2015-W24)',
    month: 'month (2015-06)',
    quarter: 'quarter (2015-Q3)',
    year: 'year (2015)',
    pilot: 'pilot period 2015-06-01 to 2015-12-31',
    keydate: 'key date (2015-09-30 or 2015-12-31; bare: the one to come)',
    from: 'from (day)',
    to: 'to, included (day)',
    at: 'the open day as of (12:00)',
    compare: 'beside it a second period (2015-W23, 2015-05 …), without one the period before',
    allSites: 'all sites side by side (some: --site more than once)',
    format: 'table, json, csv, md, html or xlsx',
    out: 'into this file instead of the screen; without --format by its ending',
    after:
      'Examples:\n  beo report --week\n  beo report --week 2015-W24 --compare\n  beo report --week 2015-W24 --out week.html\n  beo report --from 2015-06-01 --to 2015-06-30 --format json',
  },
  extraDesks: {
    description: 'answer the advice to open more desks (team lead)',
    answer: 'yes: desks will be opened; no: it stays as it is',
  },
  closeDay: {
    description: 'close the day (team lead)',
    force: 'even with open tickets; they are flagged and outside every mean',
  },
  settings: settingsCommand,
  verify: {
    description: 'read and check everything in the store',
    counted: ({ store, version, sites, days, entries, archivedDays }) =>
      `${store}: version ${version ?? '–'}, ${sites} sites, ${days} journals with ${entries} entries, ${archivedDays} archived days`,
    findings: ({ count }) => `${count} findings. Please look at the files named.`,
    problems: {
      missing: 'is missing',
      unreadable: 'cannot be read',
      badSettings: 'wrong value',
      newerVersion: 'was written by a newer version',
      halfRestored: 'a backup is not wholly restored',
      notJson: 'no valid line',
      badChecksum: 'wrong checksum',
      badShape: 'unexpected shape',
      badSequence: 'gap in the sequence',
      otherDay: 'belongs to another day or site',
      tornTail: 'torn end (bytes)',
      cannotReplay: 'cannot be replayed',
      notArchived: 'past day is not archived',
      archiveDiffers: 'archive differs from the journal',
      sumsDiffer: 'sums of the month differ from the archive',
      unfinishedImport:
        'an import that was cut short (days) and does not count; the next start or import removes it',
      openToOthers: 'can be read by other users',
    },
  },
  purge: {
    description: 'delete what the settings no longer keep (a running server does so by itself)',
    purged: ({ site, days, months }) =>
      `${site}: single entries deleted: ${days} days; daily figures deleted: ${months} months`,
  },
  backup: {
    description: 'back the store up, also while the server runs',
    folder: 'folder in which the backup is made, as a new folder beo-backup-…',
    made: ({ folder, ...held }) => `Backed up in ${folder}: ${heldIn(held)}`,
  },
  restore: {
    description: 'bring a backup back; what was there before is kept beside it',
    folder: "the backup's folder (beo-backup-…)",
    replace: 'even if the store holds newer or other things than the backup',
    restored: ({ store, ...held }) => `${store} is restored: ${heldIn(held)}`,
    setAside: ({ folder }) => `What was there before is now in ${folder}.`,
  },
  completion: {
    description: 'print what makes a shell complete beo',
    shell: 'bash, zsh or fish',
    after: `Set up:
  bash  beo completion bash >~/.local/share/bash-completion/completions/beo
  zsh   beo completion zsh >~/.zfunc/_beo  (with fpath+=~/.zfunc before compinit in ~/.zshrc)
  fish  beo completion fish >~/.config/fish/completions/beo.fish`,
  },
  doctor: {
    description: 'check what beo needs on this machine, and say what to do',
    port: 'port that a server is to listen on (7717)',
  },
  service: {
    description: 'print a unit for systemd: the server, or a display on the first console',
    kind: 'server (by default) or display',
    further: 'further options for beo server or beo display, after --',
    user: 'account that it runs under (beo, beo-display)',
    after: `Examples:
  beo service >/etc/systemd/system/beo.service
  beo service server -- --host 10.1.2.3 --port 7717 >/etc/systemd/system/beo.service
  beo service display --server ws://10.1.2.3:7717 >/etc/systemd/system/beo-display.service`,
    descriptions: {
      server: 'Beo: queue server',
      display: 'Beo: display of the waiting room on the first console',
    },
    notes: ({ kind, name, user }) => [
      `Set up (as root): beo service ${kind} >/etc/systemd/system/${name}.service`,
      `  useradd --system --shell /usr/sbin/nologin ${user}`,
      `  systemctl daemon-reload && systemctl enable --now ${name}`,
      `Check: systemd-analyze security ${name}; look: journalctl -u ${name}`,
    ],
    hiddenFile: ({ file, option, user }) =>
      `${option}: ${file} is where the unit reads nothing. Put it into /etc/beo, say, readable for ${user}.`,
    hidden: ({ file }) =>
      `${file} is where the unit reads nothing. Please install Node and beo for all users, say in /usr/local or /opt.`,
  },
  privacy: {
    description: 'data-protection instruction, one page',
    format: 'table (text), md (Markdown) or json',
  },
  inventory: {
    description: 'List all that is stored, who sees it, for how long, and every evaluation',
    format: 'table (text), md (Markdown) or json',
    after:
      'For the staff council and data protection. Made from the definitions that the program works with; retention from the settings of the store, else from those that a store begins with.',
  },
  printed: {
    handout: ({ item }) => `  hand out: ${item}`,
    copies: ({ item }) => `  ${item}`,
    followUp: ({ kind, system }) => `  afterwards: ${kind} (${system})`,
    expectedWait: ([from, to]) => `  expected wait: about ${from}–${to} minutes`,
    extraDesks: ({ count }) => `advice: open ${count} more`,
    madeUp: ({ arrived }) => `  made up: arrived ${arrived}`,
    madeUpVisit: ({ arrived, called, finished, desk }) =>
      `  made up: arrived ${arrived}, called ${called}, finished ${finished}, ${desk}`,
    waited: ({ minutes }) => `waited ${minutes} min`,
    states: {
      helpCalled: 'help called',
      helpAnswered: 'help is coming',
      helpEnded: 'call for help ended',
      zoneAsked: 'entrance zone asked',
      questionDropped: 'question dropped',
      answeredYes: 'question answered with yes',
      answeredNo: 'question answered with no',
      extraDesksYes: 'more desks: yes',
      extraDesksNo: 'more desks: no',
      waiting: 'waiting',
      called: 'called',
      inService: 'in service',
      parked: 'parked',
      missed: 'missed',
      ended: 'ended',
      settled: 'settled',
      appointment: 'appointment',
      forwarded: 'forwarded',
      evidenceRequested: 'evidence requested',
      fieldVisit: 'field visit requested',
      abandoned: 'abandoned',
      left: 'left',
      cancelled: 'cancelled',
      undone: 'undone',
      ...deskStates,
      open: 'open',
    },
  },
};
