import type { By } from '../queue/events.js';

/** A screen, and the place it is for where it needs one. */
export type Choice =
  | { readonly screen: 'checkin'; readonly place: string }
  | { readonly screen: 'desk'; readonly place: string }
  | { readonly screen: 'statistics' }
  | { readonly screen: 'display' };

/** Who asks from a screen; the display asks for nothing. */
export function byOfChoice(choice: Choice): By | null {
  switch (choice.screen) {
    case 'checkin':
      return `reception/${choice.place}`;
    case 'desk':
      return `desk/${choice.place}`;
    case 'statistics':
      return 'lead';
    case 'display':
      return null;
  }
}

export type ScreenName = Choice['screen'];

export const placeOfChoice = (choice: Choice): string | null => ('place' in choice ? choice.place : null);
