import type { screens as german } from '../de/screens.js';

export const screens: typeof german = {
  program: 'beo',
  connecting: 'Connecting …',
  connectingTo: (url) =>
    url === null
      ? 'No server is running yet. As soon as there is one, it goes on here.'
      : `Looking for the server ${url}. Does it run, and is the address right?`,
  connected: 'connected',
  connectedOld: (age) => `connected, ${age}`,
  old: (seconds) => `${seconds} s old`,
  disconnected: 'cut off',
  lost: (since) => `cut off for ${since}`,
  asOf: (time) => `as of ${time}`,
  sending: 'Sending …',
  interruptAgain: 'Ctrl+C once more ends the program.',
  tooSmall: ({ needed, actual }) =>
    `The window is too small: ${needed.columns}×${needed.rows} characters are needed, it has ${actual.columns}×${actual.rows}.`,
  moreBelow: (count, sign) => `${sign} ${count} more`,
  moreAbove: (count, sign) => `${sign} ${count} before`,
  filter: 'Search:',
  nothingFound: 'Nothing found.',
  chosen: 'chosen:',
  ticked: 'ticked:',
  notTicked: 'not ticked:',
  dialogKeys: (key, label) => `${key} = ${label}    Enter or Esc = Cancel`,
  takeOver: (key) => `${key} = take this place over. The other screen is then signed off.`,
  leaveWithEscape: 'Esc = leave the screen',
  menu: {
    title: 'What would you like to open?',
    reception: 'Reception: check visitors in',
    desk: 'Desk of the entrance zone: call and serve',
    statistics: 'Statistics: waiting times today',
    display: 'Display for the waiting area',
    whichReception: 'At which reception place?',
    whichDesk: 'At which desk?',
    room: (room) => `room ${room}`,
    none: 'This site has no such place.',
    serverStartedHere: (url) => `Server: ${url}, started by this program`,
    serverFound: (url) => `Server: ${url}, was running already`,
    othersConnected: (count) =>
      count === 1
        ? 'Another station uses this server. It will lose its connection.'
        : `${count} other stations use this server. They will lose their connection.`,
    endServer: 'End the server',
    keys: { open: 'Open', back: 'Back', leave: 'End beo' },
  },
};
