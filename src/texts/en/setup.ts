import type { setup as german } from '../de/setup.js';

export const setup: typeof german = {
  description: 'set up a site: asks, makes it and names the line for every station',
  answers: 'answers from this JSON file instead of questions; what is missing is as proposed',
  after: `Every question has a proposal in brackets; Enter takes it. < goes back one question, Ctrl+C ends: the site is made only
after the last answer. Sites that are there stay as they are.
Answers as a file: {"name": "Jobcenter Enger", "desks": 4, "mon": "08:00-12:00 13:30-15:30"}; the keys are
name, id, zone, mon to sun, receptions, receptionNames, receptionRooms, desks, deskNames, deskRooms,
confidentialDesks, deskSkills, waitingPlace, letter, language, rowsDays, figuresMonths,
network (y: stations come over the network, each with a token), address.`,
  welcome:
    'Setting beo up. Enter takes the proposal in brackets, < goes back, Ctrl+C ends.\nNothing is written before the last answer.',
  questions: {
    name: 'name of the office, as printed on reports',
    id: 'code of the site (letters, digits, - and _)',
    zone: 'time zone',
    mon: 'opening hours on Monday, or closed',
    tue: 'Tuesday',
    wed: 'Wednesday',
    thu: 'Thursday',
    fri: 'Friday',
    sat: 'Saturday',
    sun: 'Sunday',
    receptions: 'How many workplaces has the reception? 0: the desks check in',
    receptionNames: 'What are they called? With commas between',
    receptionRooms: 'In which rooms? With commas between, or -',
    desks: 'How many desks has the entrance zone? 0: nobody is queued',
    deskNames: 'What are they called? With commas between',
    deskRooms: 'In which rooms? With commas between, or -',
    confidentialDesks: 'Which of them are for confidential talks? Numbers, or -',
    deskSkills: 'Which serves certain concerns only? (1: 6 3.1; 2: 3) or -',
    waitingPlace: 'Where do visitors wait?',
    letter: 'letter before every number',
    language: 'language of the screens: de or en',
    rowsDays: 'For how many days are single entries kept?',
    figuresMonths: 'For how many months after the year are daily figures kept?',
    network: 'Do stations come over the network (with tokens)? y or n',
    address: 'At which address do they reach the server?',
  },
  confirm: 'Make it so? y or n',
  yes: 'y',
  no: 'n',
  closed: 'closed',
  none: '-',
  waiting: 'waiting area',
  reception: (n) => `Reception ${n}`,
  desk: (n) => `Desk ${n}`,
  problems: {
    needed: 'This needs an answer.',
    count: ({ max }) => `A whole number from 0 to ${max}.`,
    tooMany: ({ count }) => `These are more than ${count}.`,
    noSuchDesk: ({ desk }) => `Desk ${desk} is not among them.`,
    siteThere: ({ id }) => `The site ${id} is there already; it stays as it is.`,
    noPlaces: 'Without a reception and without an entrance zone there is nothing to do.',
    language: 'de or en.',
    yesOrNo: 'y or n.',
    address: 'An address like wss://beo.example:7717, or ws:// without TLS.',
  },
  unknownAnswer: ({ key, near }) =>
    `The answer "${key}" belongs to no question.${near === undefined ? '' : ` Did you mean ${near}?`}`,
  badAnswer: ({ key, problem }) => `Answer to ${key}: ${problem}`,
  needlessAnswer: ({ key, needs }) =>
    needs === 'network'
      ? `The answer to ${key} would do nothing: it goes with "network": "y".`
      : `The answer to ${key} would do nothing: the number of ${needs} is 0.`,
  cancelled: 'Cancelled; nothing was made.',
  noTerminal:
    'beo setup asks at a terminal. Without one, --answers names a file with the answers; beo setup --help shows them.',
  done: ({ site, file }) => `The site ${site} is made. beo settings changes it. It stands in\n  ${file}`,
  startServer: 'Start the server:',
  startStations: 'Start the stations, each line on its machine:',
  tokensIn: ({ folder, isEncrypted }) =>
    `The tokens are in ${folder} and nowhere else, good for a year. Bring each file to its station by a safe way,
readable there for the station's account only (chmod 600), and delete it here. ${
      isEncrypted
        ? `cert.pem and key.pem are the server's
certificate and key; one by your own authority is named to every station by --ca.`
        : `With ws:// everything goes through
the network unencrypted, the tokens too: an address with wss:// is better.`
    }
From now on the server wants a token from every station, at other sites too; beo token makes more.`,
  severalSites: 'There are several sites now: the lines of the others need --site too.',
  lead: 'team lead',
  display: 'display',
};
