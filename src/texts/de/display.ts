/** What the display in the waiting area says: always in both languages, since nobody there chose one. */
export const display = {
  empty: {
    de: 'Bitte warten Sie, bis Ihre Nummer erscheint.',
    en: 'Please wait until your number appears.',
  },
  /** The place is what stands on its door or sign, whatever the language. */
  goTo: {
    de: (place: string) => `Bitte zu ${place}`,
    en: (place: string) => `Please go to ${place}`,
  },
  fetched: {
    de: 'Bitte warten, Sie werden abgeholt.',
    en: 'Please wait, you will be fetched.',
  },
  newest: 'Neuester Aufruf:',
  connecting: 'Verbindung wird aufgebaut …',
  lostSince: (time: string) => `Verbindung unterbrochen seit ${time}`,
};
