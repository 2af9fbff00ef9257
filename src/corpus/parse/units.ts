import type { ParseWarning, Unit } from '../types.ts';
import { findArticles } from './articles.ts';
import type { Heading } from './headings.ts';
import { findItems, type Items } from './items.ts';
import { readArticleLabel } from './label/article.ts';
import { closeSpaces, isHeadingText } from './label/heading.ts';
import type { ItemMarker } from './label/marker.ts';
import type { Line } from './lines.ts';

/** The beginning of a unit: what it is called, and the text that follows its label on the line. */
export interface UnitStart {
  readonly unit: Pick<Unit, 'kind' | 'label' | 'number'>;
  readonly rest: string;
}

/** Where the units of a text begin, and the divisions known from their numbering. */
export interface Units {
  readonly lines: readonly Line[];
  readonly starts: ReadonlyMap<Line, UnitStart>;
  readonly divisions: ReadonlyMap<Line, Heading>;
  readonly warnings: readonly ParseWarning[];
}

/**
 * A text has articles (第…条), or else it is numbered 一、二、; some have neither. `decides`: it is a decision, and a law whose articles
 * follow its items is the one that it changes.
 */
export function findUnits(source: readonly Line[], decides: boolean): Units {
  const items = findItems(source);
  const itemised = isItemised(source, items);
  const { lines, labels, warnings } = findArticles(source, { itemised, ended: itemised && decides });
  const starts = new Map<Line, UnitStart>();
  if (labels.size > 0) {
    for (const [line, { label, number, rest }] of labels)
      starts.set(line, { unit: { kind: 'article', label, number }, rest: rest.replace(/^[、：:]\s*/, '') });
    return { lines, starts, divisions: new Map(), warnings };
  }
  for (const [line, { marker, value, rest }] of items.units)
    starts.set(line, { unit: { kind: 'item', label: marker, number: `${value}` }, rest });
  const divisions = new Map<Line, Heading>();
  for (const [line, marker] of items.divisions) divisions.set(line, toHeading(marker));
  return { lines: source, starts, divisions, warnings };
}

/** Items that are sentences, and begin before any 第…条, hold the text themselves. Names may stand above articles. */
function isItemised(source: readonly Line[], { units }: Items): boolean {
  const first = source.find((line) => units.has(line) || readArticleLabel(line.text) !== null);
  const marker = first && units.get(first);
  return marker?.style === 'han' && !isHeadingText(marker.rest);
}

function toHeading({ style, marker, value, rest }: ItemMarker): Heading {
  const level = style === 'han' ? 'division' : 'subdivision';
  return isHeadingText(rest)
    ? { level, label: marker, title: closeSpaces(rest), value }
    : { level, label: marker, title: '', value, text: rest };
}
