import type { failures as german } from '../de/failures.js';

const list = (known: readonly string[]): string => known.join(', ');

export const failures: typeof german = {
  unexpected: ({ problem }) => `Unexpected fault: ${problem}. Please report it with the lines below.`,
  usage: ({ problem }) => `${problem} – help: beo --help`,
  unknownOption: ({ subject }) => `There is no option ${subject}. Help: beo --help`,
  unknownCommand: ({ subject }) => `There is no command "${subject}". Help: beo --help`,
  excessArguments: () => 'Too many words on the line. Help: beo --help',
  missingArgument: ({ subject }) => `<${subject}> is missing. Help: beo --help`,
  optionMissingArgument: ({ subject }) => `${subject} needs a value. Help: beo --help`,
  conflictingOption: ({ subject }) => `${subject} does not go with the other options.`,
  notAChoice: ({ word, known }) => `There is no "${word}". Possible: ${known}.`,
  announcementFailed: ({ problem }) => `The announcement has failed: ${problem}`,
  noServer: () => 'No server runs on this store. Start one: beo server. Or name one: --server ws://HOST:7717',
  badServerUrl: ({ url }) => `"${url}" is not an address like ws://127.0.0.1:7717.`,
  noTerminal: () => 'This screen needs a terminal. For scripts: beo --help shows the options.',
  onlyOnItsMachine: ({ url }) =>
    `The settings of the server ${url} are read and shown on its own machine only (there without --server); whole sites change only there, too. From here the team lead changes single ones with beo settings set PATH VALUE.`,
  noStore: ({ store }) =>
    `There is nothing in ${store} yet. beo server makes it; --data names another folder.`,
  storeInUse: ({ store, url, pid }) =>
    `A server works with ${store} already (${url}, process ${pid}). Use that one, or stop it first.`,
  backupInStore: ({ store }) =>
    `A backup in ${store} would be lost with the store. Please name another folder.`,
  backupOfDamaged: ({ folder }) =>
    `Backed up, but the store itself is damaged: ${folder} cannot be restored as it is. More: beo verify`,
  badBackup: ({ folder }) =>
    `${folder} is no usable backup. Please name another one (beo-backup-…); nothing was changed.`,
  storeHoldsMore: ({ store }) =>
    `${store} holds newer or other things than the backup; nothing was changed. With --replace it is restored all the same, and what is there now is kept beside it.`,
  badSettings: ({ problems }) =>
    `The settings are wrong: ${problems}. Please correct them; beo settings check tests them.`,
  halfRestored: ({ store }) =>
    `Restoring a backup to ${store} was cut short, or is still under way. Please run beo restore again; nothing is lost.`,
  newerStore: ({ file }) => `${file} was written by a newer beo. Please update beo; nothing was changed.`,
  olderStore: ({ file, version }) =>
    `${file} still has version ${version} of an older beo; nothing was changed. Without --no-migrate the server brings it up to date and keeps the old file beside it.`,
  unreadableFile: ({ file, problem }) =>
    `${file} cannot be read: ${problem}. Please correct it or restore it from the backup.`,
  damagedJournal: ({ file, line, problem }) =>
    `${file}, line ${line} is damaged (${problem}). beo does not start like this; please restore the file from the backup.`,
  notLoopback: ({ host }) =>
    `beo listens on ${host} only with station tokens, since anybody could act as one. Make one: beo token add desk 1. Without tokens only 127.0.0.1 goes, and not --behind-proxy.`,
  storeInDoubt: ({ problem }) =>
    `The disk reports an error (${problem}). The server stops so that nothing is lost; please start it again.`,
  portTaken: ({ port }) => `Port ${port} is taken. --port names another, --port 0 takes a free one.`,
  storeUnavailable: () =>
    'The server cannot store anything (disk full or read-only?). Please put that right and start it again.',
  storeLost: ({ file }) =>
    `${file} is no longer there: deleted, moved away, or its disk is missing. The server stops; please bring the store back and start it again.`,
  readOnly: ({ path }) =>
    `${path}: the disk is read-only. Please put that right and start again, or name another place.`,
  notAFolder: ({ path }) => `${path}: this should be a folder and is a file. --data names another one.`,
  noSuchAddress: ({ address }) => `This machine has no address ${address}. Without --host it is 127.0.0.1.`,
  cannotWrite: ({ file, problem }) => `${file} cannot be written (${problem}). Please name another place.`,
  severalSheets: () =>
    'Compared periods of several sites make several reports. For a file, please name one site with --site, or use --format table or json.',
  binaryOnTerminal: () =>
    'A workbook cannot be shown on the screen. Name a file with --out, such as --out report.xlsx.',
  system: ({ problem }) => `The system reports: ${problem}. Please check the place and the permissions.`,
  noPermission: ({ path }) => `No permission for ${path}. Please check its rights or choose another place.`,
  diskFull: () => 'The disk is full. Please make room; nothing was changed.',
  badToken: () => 'What is in $BEO_TOKEN is no token: one line such as beo_…_…, as beo token add prints it.',
  badTokenFile: ({ file }) => `${file} holds no token: one line such as beo_…_…, as beo token add prints it.`,
  badAuthority: ({ file }) =>
    `${file} holds no certificate (PEM). It should be that of the authority which vouches for the server.`,
  badCertificate: ({ problem }) =>
    `Certificate and key do not go together like this (${problem}). --tls-cert names the certificate with its chain, --tls-key its key, both PEM without a password.`,
  tlsNeedsBoth: () => '--tls-cert and --tls-key go together; please name both.',
  badNetwork: ({ network }) => `“${network}” is neither an address nor a network such as 10.1.0.0/16.`,
  badPort: () => 'The port is a number from 0 to 65535.',
  badTime: ({ word }) => `"${word}" is not a time like 08:15 or 2015-06-08T08:15.`,
  badMark: ({ word }) =>
    `There is no mark "${word}". Possible: assisted, interpreter, confidential, urgent=REASON, team=703|704|unknown.`,
  badTeam: ({ word }) => `There is no team "${word}". Possible: 703, 704, unknown.`,
  unknownFact: ({ fact }) => `No rule uses the fact "${fact}". beo checkin shows a concern's questions.`,
  unknownOutcome: ({ outcome, known }) => `There is no outcome "${outcome}". Possible: ${list(known)}.`,
  wholeVisit: () =>
    'A whole visit made up needs all four: --occurred-at, --called-at, --finished-at, --desk.',
  noExtraDesks: () => 'No more desks are needed now: there is nothing to decide.',
  visitOutOfOrder: () =>
    'First comes --occurred-at, then --called-at, then --finished-at: these times stand the other way round.',
  concernMissing: () => 'Please name the right concern: --concern 3.2',
  wordMissing: ({ action, what }) => `${action} needs one more word: ${what}.`,
  badPeriod: ({ word, example }) =>
    `"${word}" is not a period like ${example || 'those of beo report --help'}.`,
  unknownKeyDate: ({ known }) => `Key dates are ${list(known)}.`,
  pilotNotBegun: ({ from }: { from: string }) =>
    `The pilot does not begin before ${from}. For the time before: --from and --to.`,
  fromMissing: () => '--to needs --from. Example: --from 2015-06-01 --to 2015-06-30',
  onePeriod: () => 'Please name one period only.',
  nothingBefore: () =>
    'There is no period of the same kind before, and the settings name no baseline. Example: --compare 2015-05',
  severalSites: () => 'This command takes one site only; beo report takes several.',
  allOrSome: () => 'Please name either --all-sites or single sites.',
  invertedPeriod: () => 'The period ends before it begins.',
  noFile: ({ file }) => `${file} is not there or cannot be read.`,
  valueMissing: ({ path }) =>
    `The value for ${path} is missing. beo settings unset ${path} brings the default back.`,
  pathMissing: () => 'Which setting? For instance queue.letter; beo settings explain shows all.',
  siteHasDays: ({ site }) =>
    `There are records of the site ${site}; without settings they would never be deleted. Nothing was changed.`,
  slipNotPrinted: ({ problem }) => `Checked in, but the number slip was not printed: ${problem}`,
};
