/** What a desk is in, in a word. */
export const deskStates = {
  free: 'frei',
  contact: 'im Kontakt',
  caseWork: 'Sachbearbeitung',
  activity: 'andere Tätigkeit',
  reinforcement: 'Verstärkung',
  pause: 'Pause',
  closed: 'geschlossen',
};
