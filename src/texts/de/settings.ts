/** What is wrong with a setting, where the schema has a reason of its own. */
export const settings = {
  reserved: 'dieser Name ist nicht erlaubt',
  time: 'keine Uhrzeit wie 08:00',
  zone: 'keine Zeitzone wie Europe/Berlin',
  skill: 'kein Anliegen und keine Gruppe des Katalogs',
  desk: 'kein Platz dieses Standorts',
  endsBeforeStart: 'endet vor dem Beginn',
  lateDutyTwice: 'ein Wochentag hat höchstens einen Spätdienst',
  opensAfterCloses: 'öffnet erst nach dem Schließen',
  opensAgain: 'öffnet wieder, bevor geschlossen ist',
  destination: 'keine Stelle des Katalogs',
  concern: 'kein Anliegen des Katalogs',
  oneSite: 'mindestens ein Standort',
  onlyCase: 'zwei Standorte unterscheiden sich nur durch Groß- und Kleinschreibung',
  day: 'kein Tag wie 2015-06-08',
  endsBeforeItBegins: 'endet, bevor es beginnt',
  beginsBeforeTheLastEnds: 'beginnt, bevor der Zeitraum davor endet',
};
