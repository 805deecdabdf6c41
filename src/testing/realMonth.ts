import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The text of the month of real records; see real/README.md. */
export const realMonth = (): string =>
  gunzipSync(readFileSync(new URL('./real/january1999.csv.gz', import.meta.url))).toString('utf8');
