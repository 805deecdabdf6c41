import type { OnwardOutcome } from '../../routing/onward.js';

/** What the desk is being asked to choose. */
export type Choosing =
  /** About the open ticket; gone once that is no longer the open one. */
  | ({ readonly about: string } & OfOpenTicket)
  /** Why a waiting ticket is called out of order. */
  | { readonly kind: 'reason'; readonly number: string }
  | { readonly kind: 'activity' }
  | { readonly kind: 'team'; readonly activity: string }
  /** Which row of the line the keys for the chosen number are about. */
  | { readonly kind: 'line' }
  | { readonly kind: 'parked' }
  | { readonly kind: 'missed' };

export type OfOpenTicket =
  | { readonly kind: 'outcome' }
  | { readonly kind: 'destination'; readonly outcome: OnwardOutcome }
  | { readonly kind: 'concern' }
  | { readonly kind: 'further' }
  | { readonly kind: 'requeue' }
  | { readonly kind: 'transfer' }
  | { readonly kind: 'transferDesk'; readonly reason: string };

/** What is still to be chosen: nothing, if it was about a ticket that this desk has no longer open. */
export const stillOpen = (choosing: Choosing | null, openNumber: string | undefined): Choosing | null =>
  choosing && 'about' in choosing && choosing.about !== openNumber ? null : choosing;
