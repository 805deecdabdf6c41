import type { signals as german } from '../de/signals.js';

export const signals: typeof german = {
  keys: {
    help: 'Call for help silently (all other places)',
    come: 'Call for help: I am coming',
    end: 'End the call for help or the question',
    ask: 'Ask the entrance zone: does anybody have a moment?',
    yes: 'Question of the reception: yes',
    no: 'Question of the reception: no',
  },
  lead: 'Team lead',
  withRoom: (place, room) => `${place} (room ${room})`,
  helpWanted: (place, time) => `HELP: ${place} is calling since ${time}`,
  helpComes: (place, helper) => `HELP: ${place}, ${helper} is coming`,
  sent: (time) => `Signal sent ${time}, no answer yet`,
  sentAndComes: (helper) => `Signal: ${helper} is coming`,
  question: (place) => `QUESTION: ${place}: Does anybody have a moment?`,
  asked: (time) => `Entrance zone asked ${time}, no answer yet`,
  answeredYes: (place) => `ANSWER: yes, ${place} has a moment`,
  answeredNo: (place) => `ANSWER: no (${place})`,
  more: (count) => (count === 1 ? '(1 more signal)' : `(${count} more signals)`),
  key: (name, does) => `${name} = ${does}`,
  does: { come: 'I am coming', end: 'end', takeBack: 'take back', hide: 'hide', yes: 'yes', no: 'no' },
};
