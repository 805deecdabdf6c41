// A program: reads every visit from the SQLite database that it is given, and counts. Quicker than its window functions.
import { DatabaseSync } from 'node:sqlite';
import { Counted, printRows } from './rivalAnswer.js';

const database = new DatabaseSync(process.argv[2] ?? '', { readOnly: true });
database.exec('PRAGMA mmap_size = 2000000000');
const visits = database.prepare('SELECT site, week, concern, half, wait, service FROM visits');
visits.setReturnArrays(true);

type Visit = [site: string, week: string, concern: string, half: string, wait: number, service: number];

const rows = new Map<string, Counted>();
for (const visit of visits.iterate()) {
  const [site, week, concern, half, wait, service] = visit as unknown as Visit;
  for (const key of [`${site}\t${concern} ${half}`, `${site}\t${week}`]) {
    let row = rows.get(key);
    if (!row) rows.set(key, (row = new Counted()));
    row.add(wait, service);
  }
}
printRows(
  Array.from(rows, ([name, counted]) => {
    const [site = '', key = ''] = name.split('\t');
    return counted.row(site, key);
  }),
);
