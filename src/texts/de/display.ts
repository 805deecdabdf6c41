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
  /** Beside the number where there is room for no more. */
  fetchedShort: 'wird abgeholt',
  /** What is spoken, the number as "E 17". */
  announced: {
    de: (number: string, place: string) => `Nummer ${number}. Bitte zu ${place}.`,
    en: (number: string, place: string) => `Number ${number}. Please go to ${place}.`,
  },
  announcedFetched: {
    de: (number: string) => `Nummer ${number}. Bitte warten Sie, Sie werden abgeholt.`,
    en: (number: string) => `Number ${number}. Please wait, you will be fetched.`,
  },
  /** In large letters, of which there are only capitals, digits and few signs. */
  large: {
    empty: { de: 'Bitte warten Sie auf Ihre Nummer', en: 'Please wait for your number' },
    fetched: { de: 'Sie werden abgeholt', en: 'You will be fetched' },
    connecting: { de: 'Verbindung wird aufgebaut', en: 'Connecting' },
  },
  newest: 'Neuester Aufruf:',
  connecting: 'Verbindung wird aufgebaut …',
  lost: 'Verbindung unterbrochen',
  lostSince: (time: string) => `Verbindung unterbrochen seit ${time}`,
};
