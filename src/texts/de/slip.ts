/** What stands on the slip beside the number; never what the visit is about. */
export const slip = {
  given: (day: string, time: string) => `${day}, ${time} Uhr`,
  waitHere: (place: string) => `Bitte warten: ${place}`,
  wait: (from: number, to: number) => `Wartezeit: ca. ${from}–${to} Minuten`,
  call: 'Wir rufen Sie mit dieser Nummer auf. Die Anzeige nennt den Platz, an den Sie gehen.',
};
