import type { By, DeskAnswer, Role } from './events.js';
import type { CommandType } from './commands.js';
import type { DeskState, TicketState } from './day.js';

/** Why an ask is refused: each its own name, with what its sentence needs. */
export type Rejection =
  | { readonly name: 'notAllowed'; readonly role: Role; readonly command: CommandType }
  | { readonly name: 'notYourDesk'; readonly desk: string }
  | { readonly name: 'dayClosed'; readonly day: string }
  | { readonly name: 'outsideOpeningHours' }
  | { readonly name: 'unknownConcern'; readonly concern: string }
  | { readonly name: 'unknownRule'; readonly concern: string | null; readonly rule: string }
  | { readonly name: 'unknownDesk'; readonly desk: string }
  | { readonly name: 'unknownReception'; readonly place: string }
  | { readonly name: 'unknownTicket'; readonly number: string }
  | { readonly name: 'unknownVisit'; readonly visit: string }
  | { readonly name: 'unknownReason'; readonly reason: string; readonly known: readonly string[] }
  | { readonly name: 'unknownActivity'; readonly activity: string; readonly known: readonly string[] }
  | { readonly name: 'unknownDestination'; readonly destination: string }
  | { readonly name: 'unknownHandout'; readonly concern: string | null }
  | { readonly name: 'ticketOfAnotherDay'; readonly ticketId: string }
  | { readonly name: 'noEntranceZone' }
  | { readonly name: 'identityNotChecked'; readonly concern: string }
  | { readonly name: 'consultationMissing'; readonly destination: string }
  | { readonly name: 'notSettledHere'; readonly concern: string }
  | { readonly name: 'notForEntranceZone'; readonly concern: string }
  | { readonly name: 'teamMissing'; readonly activity: string }
  | { readonly name: 'reasonMissing'; readonly known: readonly string[] }
  | { readonly name: 'destinationMissing'; readonly outcome: string }
  | { readonly name: 'timeInFuture' }
  | { readonly name: 'timeOfAnotherDay'; readonly day: string }
  | { readonly name: 'timeBeforeLastEvent' }
  | { readonly name: 'nobodyWaiting' }
  /** Somebody waits, but nobody this desk may serve. */
  | { readonly name: 'nobodyForThisDesk'; readonly waiting: number }
  | { readonly name: 'deskStillBusy'; readonly desk: string; readonly number: string }
  | { readonly name: 'deskNotFree'; readonly desk: string; readonly state: DeskState }
  | { readonly name: 'deskHasNoTicket'; readonly desk: string }
  | { readonly name: 'deskAlready'; readonly desk: string; readonly state: DeskState }
  | {
      readonly name: 'ticketNotWaiting';
      readonly number: string;
      readonly state: TicketState;
      readonly desk: string | null;
    }
  | { readonly name: 'ticketNotCalled'; readonly number: string; readonly state: TicketState }
  | { readonly name: 'ticketNotToResume'; readonly number: string; readonly state: TicketState }
  | { readonly name: 'parkedAtAnotherDesk'; readonly number: string; readonly desk: string }
  | { readonly name: 'ticketEnded'; readonly number: string }
  | { readonly name: 'ticketWasServed'; readonly number: string }
  | { readonly name: 'sameConcern'; readonly concern: string }
  | { readonly name: 'sameDesk'; readonly desk: string }
  | { readonly name: 'recalledTooSoon'; readonly waitMs: number }
  | { readonly name: 'tooEarlyForNoShow'; readonly waitMs: number }
  | { readonly name: 'helpAlreadyCalled' }
  | { readonly name: 'helpAlreadyAnswered'; readonly by: By }
  | { readonly name: 'noHelpCalled'; readonly from: By }
  | { readonly name: 'yourOwnSignal' }
  | { readonly name: 'alreadyAsked' }
  | { readonly name: 'nothingAsked'; readonly from: By }
  /** `most`: how many desks there are that don't call from the line. */
  | { readonly name: 'tooManyDesks'; readonly most: number }
  | { readonly name: 'alreadyDecided'; readonly answer: DeskAnswer }
  | { readonly name: 'nothingToUndo' }
  | { readonly name: 'undoTooLate' }
  /** A later event touched the same ticket or desk. */
  | { readonly name: 'overtaken' }
  | { readonly name: 'ticketsOpen'; readonly count: number };
