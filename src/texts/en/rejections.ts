import type { By, Role } from '../../queue/events.js';
import { countdown } from '../countdown.js';
import { formatDay } from '../format.js';
import type { rejections as german } from '../de/rejections.js';
import { routing } from './routing.js';

/** A destination as people call it; one that this version does not know stays as it came. */
const placeToConsult = (destination: string): string =>
  Object.entries(routing.destinations).find(([id]) => id === destination)?.[1] ?? destination;

const roles: Readonly<Record<Role, string>> = {
  reception: 'the reception',
  desk: 'desk',
  lead: 'the team lead',
  display: 'the display',
};

const list = (known: readonly string[]): string => known.join(', ');

const placeName = (by: By): string =>
  by === 'lead' ? 'The team lead' : by.replace('desk/', 'desk ').replace('reception/', 'reception ');

export const rejections: typeof german = {
  // the domain
  notAllowed: () => 'This role may not do that. Ask another place or the team lead.',
  notYourDesk: ({ desk }) => `That is desk ${desk}. Only your own desk can be used here.`,
  dayClosed: ({ day }) => `The day ${formatDay(day, 'en')} is closed. It goes on tomorrow.`,
  outsideOpeningHours: () => 'Outside opening hours. The team lead can let people in with --after-hours.',
  unknownConcern: ({ concern }) => `There is no concern ${concern} here. beo checkin shows the list.`,
  unknownRule: ({ concern, rule }) => `Rule ${rule} does not belong to concern ${concern ?? '–'}.`,
  unknownDesk: ({ desk }) => `There is no desk ${desk} here. beo settings shows the places.`,
  unknownReception: ({ place }) =>
    `There is no reception place ${place} here. beo settings shows the places.`,
  unknownTicket: ({ number }) => `There is no number ${number} today.`,
  unknownVisit: ({ visit }) => `There is no visit ${visit} today.`,
  unknownReason: ({ reason, known }) =>
    `The reason "${reason}" is not in the list. Possible: ${list(known)}.`,
  unknownActivity: ({ activity, known }) =>
    `The activity "${activity}" is not in the list. Possible: ${list(known)}.`,
  unknownDestination: ({ destination }) => `The destination "${destination}" is not known.`,
  unknownHandout: () => "That is not on this concern's list of papers.",
  ticketOfAnotherDay: ({ ticketId }) => `${ticketId} belongs to another day or another site.`,
  noEntranceZone: () => 'This site has no entrance zone. Please give an appointment or forward the visitor.',
  identityNotChecked: () => 'Check and confirm the identity first, then book.',
  consultationMissing: ({ destination }) =>
    `Consult first (${placeToConsult(destination)}) and confirm it, then book.`,
  notSettledHere: ({ concern }) => `The reception may not settle concern ${concern}.`,
  notForEntranceZone: ({ concern }) => `Concern ${concern} does not belong into the line.`,
  teamMissing: () => 'Please name the team: 703 or 704.',
  reasonMissing: ({ known }) => `Out of order needs a reason. Possible: ${list(known)}.`,
  destinationMissing: () => 'Please say where to: which destination?',
  timeInFuture: () => 'The time lies in the future. Please give the true time.',
  timeOfAnotherDay: ({ day }) =>
    `The time is not on ${formatDay(day, 'en')}. Entries can be made up on the same day only.`,
  timeBeforeLastEvent: () => "The time lies before this number's last event.",
  nobodyWaiting: () => 'Nobody is waiting.',
  nobodyForThisDesk: ({ waiting }) => `${waiting} are waiting, but nobody that this desk may serve.`,
  deskStillBusy: ({ desk, number }) =>
    `${number} is still open at desk ${desk}. Finish, park or withdraw it first.`,
  deskNotFree: ({ desk }) => `Desk ${desk} is on a break or in another activity. Open it first.`,
  deskHasNoTicket: ({ desk }) => `Nobody is at desk ${desk}. Call somebody first.`,
  deskAlready: ({ desk }) => `Desk ${desk} is in that state already.`,
  ticketNotWaiting: ({ number }) => `${number} is not waiting.`,
  ticketNotCalled: ({ number }) => `${number} is not being called.`,
  ticketNotToResume: ({ number }) => `${number} is neither parked nor missed.`,
  parkedAtAnotherDesk: ({ number, desk }) =>
    `${number} is parked at desk ${desk}. Resume it there, or put it back in line.`,
  ticketEnded: ({ number }) => `${number} has ended already.`,
  ticketWasServed: ({ number }) =>
    `${number} has been served once and is no double booking. Instead: "left".`,
  sameConcern: ({ concern }) => `The concern is ${concern} already.`,
  sameDesk: ({ desk }) => `The ticket is at desk ${desk} already.`,
  recalledTooSoon: ({ waitMs }) => `Called just now. Again in ${countdown(waitMs)}.`,
  tooEarlyForNoShow: ({ waitMs }) => `Wait another ${countdown(waitMs)}, then record the no-show.`,
  helpAlreadyCalled: () => 'Help has been called already. The other places see it.',
  helpAlreadyAnswered: ({ by }) => `${placeName(by)} is on the way already.`,
  noHelpCalled: ({ from }) => `${placeName(from)} is not calling for help.`,
  yourOwnSignal: () => 'Only another place can answer your own call for help.',
  alreadyAsked: () => 'The entrance zone has been asked already. Please wait for the answer.',
  nothingAsked: ({ from }) => `${placeName(from)} is not asking anything.`,
  tooManyDesks: ({ most }) =>
    most === 0
      ? 'All desks are calling already.'
      : `There are not so many more desks: ${most} ${most === 1 ? 'is' : 'are'} not calling yet.`,
  alreadyDecided: ({ answer }) => `More desks have been decided on already: ${answer}.`,
  nothingToUndo: () => 'There is nothing to undo.',
  undoTooLate: () => 'Undo works shortly afterwards only. The reception and the team lead can correct it.',
  overtaken: () => 'That has moved on and can no longer be undone.',
  ticketsOpen: ({ count }) => `${count} still open. Finish them first, or force the closing with --force.`,
  // the server
  badMessage: ({ problem }) => `The server does not understand the message (${problem}).`,
  protocolMismatch: () => 'This program and the server have different versions. Please update both.',
  unknownSite: ({ site, known }) => `There is no site "${site}" on this server. Known: ${list(known)}.`,
  siteMissing: ({ known }) => `Please name the site: --site ${known.join(' | ')}.`,
  unknownPlace: ({ place, known }) => `There is no place "${place}" here. Known: ${list(known)}.`,
  placeMissing: ({ known }) => `Please name the place: ${list(known)}.`,
  stageMissing: () => 'This site has no such stage.',
  tokenMissing: () =>
    'This server wants a token. Whoever looks after it makes one with beo token add; name it here with --token-file or $BEO_TOKEN_FILE.',
  tokenUnknown: () =>
    'The server does not know this token. Is it complete? A new one comes from beo token add.',
  tokenExpired: () =>
    'This token has expired. Whoever looks after the server makes a new one with beo token add.',
  tokenRevoked: () =>
    'This token was revoked. Whoever looks after the server makes a new one with beo token add.',
  tokenForAnother: ({ role, site, place }) =>
    `This token is for ${roles[role]}${place === undefined ? '' : ` ${place}`} at site ${site} only.`,
  placeTaken: ({ place }) => `Somebody is at place ${place} already.`,
  takenOver: ({ place }) => `Place ${place} was taken over on another machine.`,
  notForRole: () => 'This connection may not do that.',
  dayOver: ({ day, today }) =>
    `${formatDay(day, 'en')} is over, today is ${formatDay(today, 'en')}. Please start again.`,
  storeUnavailable: () =>
    'The server cannot store anything right now (disk full or read-only?). Nothing was changed. Please try again.',
  storeUnreadable: ({ file }) =>
    `In the store ${file} cannot be read. beo verify says what is wrong with it.`,
  anotherStore: () => 'The server there works on another store. Start the right one with beo server.',
  unknownSetting: ({ setting, near }) =>
    `There is no setting ${setting}.${near === undefined ? '' : ` Did you mean ${near}?`} beo settings explain shows all.`,
  badSetting: ({ setting, wrong }) => `${setting}: ${wrong.en}. Nothing was changed.`,
  settingOnlyThere: ({ setting }) =>
    `${setting} can only be changed on the server's own machine, while the server does not run.`,
  settingFixed: ({ setting }) => `${setting} is set by beo itself.`,
  deskInUse: ({ desk }) => `Desk ${desk} is still open. Finish and close the desk first, then take it out.`,
  inDoubt: () => 'Nobody can tell whether that arrived. Please look at the state before you repeat it.',
  stopping: () => 'The server is being stopped. Nothing was changed.',
  // the client
  notConnected: () => 'No connection to the server. Nothing was changed.',
  serverNotTrusted: ({ url, problem }) =>
    `The certificate of ${url} is not trusted (${problem}). Name your own authority with --ca or $BEO_CA.`,
  serverUnreachable: ({ url }) =>
    `No server answers at ${url}. Start one with beo server, or name it with --server.`,
};
