/** What the places say to each other without a word. */
export const signals = {
  keys: {
    help: 'Still um Hilfe rufen (alle anderen Plätze)',
    come: 'Hilferuf: ich komme',
    end: 'Hilferuf oder Frage beenden',
    ask: 'Eingangszone fragen: hat jemand kurz Zeit?',
    yes: 'Frage des Empfangs: ja',
    no: 'Frage des Empfangs: nein',
  },
  lead: 'Teamleitung',
  withRoom: (place: string, room: string) => `${place} (Raum ${room})`,
  helpWanted: (place: string, time: string) => `HILFE: ${place} ruft seit ${time}`,
  helpComes: (place: string, helper: string) => `HILFE: ${place}, ${helper} kommt`,
  /** At the caller, whose screen somebody else may see. */
  sent: (time: string) => `Signal gesendet ${time}, noch keine Antwort`,
  sentAndComes: (helper: string) => `Signal: ${helper} kommt`,
  question: (place: string) => `FRAGE: ${place}: Hat jemand kurz Zeit?`,
  asked: (time: string) => `Eingangszone gefragt ${time}, noch keine Antwort`,
  answeredYes: (place: string) => `ANTWORT: ja, ${place} hat Zeit`,
  answeredNo: (place: string) => `ANTWORT: nein (${place})`,
  more: (count: number) => (count === 1 ? '(noch 1 Signal)' : `(noch ${count} Signale)`),
  key: (name: string, does: string) => `${name} = ${does}`,
  does: {
    come: 'ich komme',
    end: 'beenden',
    takeBack: 'zurücknehmen',
    hide: 'ausblenden',
    yes: 'ja',
    no: 'nein',
  },
};
