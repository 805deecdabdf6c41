import type { Command } from '../../queue/commands.js';
import { openTickets } from '../../queue/day.js';
import { formatDay } from '../../texts/format.js';
import { Chooser } from '../parts/Chooser.js';
import { ConcernSearch } from '../parts/ConcernSearch.js';
import { Dialog } from '../parts/Dialog.js';
import { leadList, type Choosing } from './leadLists.js';
import type { Scene } from './scene.js';
import { concernNow } from './visitList.js';

export interface LeadChooserProps {
  readonly scene: Scene;
  readonly choosing: Choosing;
  readonly rows: number;
  /** The next list, or none. */
  readonly choose: (choosing: Choosing | null) => void;
  readonly ask: (command: Command) => void;
}

/** One list, search or question over the figures. */
export function LeadChooser({ scene, choosing, rows, choose, ask }: LeadChooserProps) {
  const { day, texts, language } = scene;
  const words = texts.statistics.choose;
  const cancel = () => choose(null);
  if (choosing.kind === 'closeDay') {
    const open = openTickets(day).length;
    return (
      <Dialog
        question={texts.statistics.closeDay.question(formatDay(day.day, language), open)}
        confirmKey={texts.keys.yesKey}
        confirmLabel={texts.statistics.closeDay.confirm}
        onConfirm={() => ask({ type: 'closeDay', ...(open > 0 ? { force: true } : {}) })}
        onCancel={cancel}
      />
    );
  }
  if (choosing.kind === 'correctTo') {
    const now = concernNow(scene, choosing.visit);
    return (
      <ConcernSearch
        title={words.correctTo(choosing.visit, now?.words ?? '')}
        {...(now?.concern && { without: now.concern })}
        label={words.search}
        placeholder={words.searchHint}
        empty={words.noHit}
        pickLabel={words.pick}
        onPick={(concern) => ask({ type: 'correct', visit: choosing.visit, concern })}
        onCancel={cancel}
        rows={rows}
      />
    );
  }
  const list = leadList(scene, choosing);
  if (!list) return null;
  const pick = (id: string): void => {
    const picked = list.pick(id);
    if (!picked) return;
    if ('type' in picked) ask(picked);
    else choose(picked);
  };
  return (
    <Chooser
      key={choosing.kind}
      {...list}
      pickLabel={words.pick}
      onPick={pick}
      onCancel={cancel}
      rows={rows}
    />
  );
}
