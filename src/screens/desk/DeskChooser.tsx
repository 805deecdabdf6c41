import type { Command } from '../../queue/commands.js';
import { Chooser } from '../parts/Chooser.js';
import { ConcernSearch } from '../parts/ConcernSearch.js';
import type { Choosing } from './choosing.js';
import { deskList } from './deskLists.js';
import { endingOf, finalConcern, withFurther, type Draft } from './draft.js';
import { listColumns } from './panes.js';
import { reminderNotes } from './preparation.js';
import { openTicketOf, type Scene } from './scene.js';

export interface DeskChooserProps {
  readonly scene: Scene;
  readonly choosing: Choosing;
  readonly draft: Draft;
  readonly rows: number;
  /** The next list, or none. */
  readonly choose: (choosing: Choosing | null) => void;
  readonly note: (draft: Draft) => void;
  readonly ask: (command: Command) => void;
  /** A row of the line was found. */
  readonly onFind: (number: string) => void;
}

/** What Enter does with a row, where it is more than to pick it. */
const pickKeys: Readonly<Partial<Record<Choosing['kind'], 'continueHere' | 'toQueue'>>> = {
  parked: 'continueHere',
  missed: 'toQueue',
};

/** One list or search over the desk; what is picked is asked, noted, or leads to the next list. */
export function DeskChooser(props: DeskChooserProps) {
  const { scene, choosing, draft, rows, choose, ask, onFind } = props;
  const words = scene.texts.desk.choose;
  const list = deskList(scene, choosing, draft);
  if (!list) return <Search {...props} />;
  const pick = (id: string): void => {
    if (choosing.kind === 'line') {
      onFind(id);
      choose(null);
      return;
    }
    const picked = list.pick(id);
    if (!picked) return;
    if ('type' in picked) ask(picked);
    else choose(picked);
  };
  const toQueue = (number: string) => ({
    keys: ['z'],
    label: words.keys.toQueue,
    action: () => ask({ type: 'resume', number, toQueue: true }),
  });
  return (
    <Chooser
      key={choosing.kind}
      {...list}
      pickLabel={words.keys[pickKeys[choosing.kind] ?? 'pick']}
      onPick={pick}
      onCancel={() => choose(null)}
      rows={rows}
      columns={listColumns(scene.columns)}
      startsFiltered={choosing.kind === 'line'}
      {...(choosing.kind === 'parked' ? { more: (id: string) => [toQueue(id)] } : {})}
    />
  );
}

/** The searches for a concern: the final one, a further one, or the one to queue again for. */
function Search({ scene, choosing, draft, rows, choose, note, ask }: DeskChooserProps) {
  const words = scene.texts.desk.choose;
  const ticket = openTicketOf(scene);
  if (!ticket) return null;
  const common = {
    label: words.search,
    placeholder: words.searchHint,
    empty: words.noHit,
    pickLabel: words.keys.pick,
    onCancel: () => choose(null),
    rows,
    columns: listColumns(scene.columns),
  };
  switch (choosing.kind) {
    case 'concern':
      return (
        <ConcernSearch
          {...common}
          title={words.concern(ticket.number)}
          onPick={(concern) => note({ ...draft, concern })}
        />
      );
    case 'further':
      return (
        <ConcernSearch
          {...common}
          title={words.further(ticket.number)}
          without={finalConcern(ticket, draft)}
          onPick={(concern) => note(withFurther(draft, concern))}
        />
      );
    case 'requeue':
      return (
        <ConcernSearch
          {...common}
          title={words.requeue(ticket.number)}
          notes={reminderNotes(scene, ticket, draft)}
          onPick={(nextConcern) =>
            ask({ type: 'requeue', desk: scene.desk, nextConcern, ...endingOf(draft) })
          }
        />
      );
    default:
      return null;
  }
}
