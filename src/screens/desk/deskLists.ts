import type { Command } from '../../queue/commands.js';
import type { Team } from '../../queue/events.js';
import { missedRows, parkedRows } from './asideRows.js';
import type { Choosing } from './choosing.js';
import type { Draft } from './draft.js';
import { refusalOf } from './dryRun.js';
import { openTicketOf, wordFor, type Scene } from './scene.js';
import { listOfTicket, type DeskList } from './ticketLists.js';
import { waitingRows } from './waitingRows.js';

/** The list for what is being chosen; undefined where a concern is searched for instead. */
export function deskList(scene: Scene, choosing: Choosing, draft: Draft): DeskList | undefined {
  const words = scene.texts.desk.choose;
  switch (choosing.kind) {
    case 'reason':
      return reasonList(scene, choosing.number);
    case 'activity':
      return activityList(scene);
    case 'team':
      return teamList(scene, choosing.activity);
    case 'line':
      return { title: words.line, items: waitingRows(scene), empty: '', pick: () => undefined };
    case 'parked':
      return {
        title: words.parked,
        items: parkedRows(scene),
        empty: words.noneParked,
        pick: (number) => ({ type: 'resume', number, desk: scene.desk }),
      };
    case 'missed':
      return {
        title: words.missed,
        items: missedRows(scene),
        empty: words.noneMissed,
        pick: (number) => ({ type: 'resume', number }),
      };
    default: {
      const ticket = openTicketOf(scene);
      return ticket && listOfTicket(scene, choosing, ticket, draft);
    }
  }
}

function reasonList({ site, desk, texts, language }: Scene, number: string): DeskList {
  return {
    title: texts.desk.choose.reason(number),
    items: site.deviationReasons.map((reason) => ({ id: reason.code, text: reason[language] })),
    empty: '',
    pick: (reason) => ({ type: 'call', desk, number, reason }),
  };
}

/** What is done instead of serving. That people wait is said, but stops nobody (R74). */
function activityList(scene: Scene): DeskList {
  const { site, day, desk, texts, language } = scene;
  const words = texts.desk.choose;
  return {
    title: words.activity,
    notes: day.waiting.length > 0 ? [words.stillWaiting(day.waiting.length)] : [],
    items: site.activities.map((activity) => ({ id: activity.code, text: activity[language] })),
    empty: '',
    pick(activity) {
      const command: Command = { type: 'startActivity', desk, activity };
      return refusalOf(scene, command)?.name === 'teamMissing' ? { kind: 'team', activity } : command;
    },
  };
}

const teams: readonly Team[] = ['703', '704'];

function teamList({ site, desk, texts, language }: Scene, activity: string): DeskList {
  return {
    title: texts.desk.choose.teamOf(wordFor(site.activities, activity, language)),
    items: teams.map((team) => ({ id: team, text: texts.desk.team(team) })),
    empty: '',
    pick(id) {
      const team = teams.find((each) => each === id);
      return team && { type: 'startActivity', desk, activity, team };
    },
  };
}
