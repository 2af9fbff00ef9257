/**
 * Following: telling what was made under the ordinance from what stood before it.
 */
import { namesOrdinance } from './cite.ts';
import type { Reading } from './read.ts';

/** The day the ordinance took effect. */
const EFFECTIVE = '2024-03-01';

/**
 * True when the entry was issued since the ordinance took effect, or names it. Without a date the year of its document number
 * or title decides (`京科发〔2023〕12号`, `2022年度`), and an entry that shows no year is taken for new.
 */
export function followsOrdinance({ entry, title, body }: Reading): boolean {
  if (namesOrdinance(title.text) || namesOrdinance(body.text)) return true;
  if (entry.date !== undefined) return entry.date.slice(0, 10) >= EFFECTIVE;
  const year =
    /[〔[(](20\d\d)[〕\])]\d+号/.exec(title.text + body.text)?.[1] ?? /(20\d\d)年/.exec(title.text)?.[1];
  return year === undefined || year >= EFFECTIVE.slice(0, 4);
}
