/** A screen, and the place it is for where it needs one. */
export type Choice =
  | { readonly screen: 'checkin'; readonly place: string }
  | { readonly screen: 'desk'; readonly place: string }
  | { readonly screen: 'statistics' }
  | { readonly screen: 'display' };

export type ScreenName = Choice['screen'];

export const placeOfChoice = (choice: Choice): string | null => ('place' in choice ? choice.place : null);
