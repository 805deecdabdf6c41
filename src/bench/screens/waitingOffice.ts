import { helloOf, startBeo } from '../beoServer.js';
import { askFrame, deskCommand } from '../deskWork.js';
import { Line } from '../line.js';
import { deskIds } from '../office.js';
import type { Workplace } from '../workplace.js';

export const waitingTickets = 200;

/** beo's server with 200 tickets waiting and none served; resolves with its address. */
export async function waitingOffice(workplace: Workplace): Promise<{ readonly url: string }> {
  const { url, day } = await startBeo(workplace, 0);
  const desk = deskIds.at(-1) ?? '';
  const line = await Line.open(url, helloOf(day, 'desk', desk));
  for (let i = 0; i < waitingTickets; i += 1) await line.ask(askFrame(day.day, deskCommand('checkIn', desk)));
  line.close();
  return { url };
}
