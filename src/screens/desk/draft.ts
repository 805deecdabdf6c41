import type { Ending } from '../../queue/commands.js';
import { currentContact, type Ticket } from '../../queue/day.js';

/** What the desk has noted for the end of a contact. It lives on this screen alone until the contact is finished. */
export interface Draft {
  /** The final concern, where it is not the one that was booked. */
  readonly concern: string | null;
  readonly furtherConcerns: readonly string[];
  readonly consulted: boolean;
  readonly papInformed: boolean;
  /** Master data of the household updated (R132). */
  readonly masterData: boolean;
}

export const emptyDraft: Draft = {
  concern: null,
  furtherConcerns: [],
  consulted: false,
  papInformed: false,
  masterData: false,
};

/** Names the running leg of a ticket: a draft belongs to one leg and survives parking. */
export const legOf = ({ number, contacts }: Ticket): string => `${number}/${contacts.length}`;

/** What the contact is about as far as the desk knows by now. */
export const finalConcern = (ticket: Ticket, draft: Draft): string =>
  draft.concern ?? currentContact(ticket).concern;

/** The draft in the words of a command; says nothing where nothing was noted. */
export const endingOf = ({
  concern,
  furtherConcerns,
  consulted,
  papInformed,
  masterData,
}: Draft): Ending => ({
  ...(concern === null ? {} : { concern }),
  ...(furtherConcerns.length > 0 ? { furtherConcerns } : {}),
  ...(consulted ? { consulted } : {}),
  ...(papInformed ? { papInformed } : {}),
  ...(masterData ? { masterData } : {}),
});

/** A further concern more, or one less if it was noted already. */
export const withFurther = (draft: Draft, concern: string): Draft => ({
  ...draft,
  furtherConcerns: draft.furtherConcerns.includes(concern)
    ? draft.furtherConcerns.filter((each) => each !== concern)
    : [...draft.furtherConcerns, concern],
});
