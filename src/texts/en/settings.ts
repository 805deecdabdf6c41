import type { settings as german } from '../de/settings.js';

export const settings: typeof german = {
  reserved: 'this name is not allowed',
  time: 'not a time like 08:00',
  zone: 'not a time zone like Europe/Berlin',
  skill: 'no concern or group of the catalogue',
  desk: 'no desk of this site',
  endsBeforeStart: 'ends before it starts',
  lateDutyTwice: 'a weekday has one late duty at most',
  opensAfterCloses: 'opens after it closes',
  opensAgain: 'opens again before it has closed',
  destination: 'no destination of the catalogue',
  concern: 'no concern of the catalogue',
  oneSite: 'at least one site',
  onlyCase: 'two sites differ in upper and lower case only',
  day: 'not a day such as 2015-06-08',
  endsBeforeItBegins: 'ends before it begins',
  beginsBeforeTheLastEnds: 'begins before the span before it ends',
  slipFile: 'the file is missing, which "file" needs',
  controls: 'holds control characters, or characters that turn the direction of writing',
  origin: 'not an origin such as https://board.example, in lower case and without a path',
  slipCommand: 'the program is missing, which "command" needs',
};
