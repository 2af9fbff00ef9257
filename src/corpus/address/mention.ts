/**
 * A passage as it is mentioned, and the address that is meant by it.
 */
import { fail, ok, type Result } from '../../result.ts';
import { fold } from '../fold.ts';
import { parseNumeral } from '../numerals.ts';
import type { Address, Corpus } from '../types.ts';
import type { ReferenceProblem } from './problem.ts';
import { resolve } from './resolve.ts';

export interface Mention extends Address {
  /** 项: 2 in 第三条第（二）项; the last of several. An address goes no further down than the 款 that holds it. */
  readonly item?: number;
}

/** Takes `(一)` of a line `(一)…` and, within a line, of `…:(一)…;(二)…`; leaves 第(一)、(二)项 and 科学(一)… alone. */
const MARKER = /(?<=(?:^|[:;。,])\s*)\(([^()\s]+)\)(?!项)/gm;

/** The address of what is mentioned: it exists, and where an item is mentioned it is the paragraph that holds it. */
export function locate({ item, ...address }: Mention, corpus: Corpus): Result<Address, ReferenceProblem> {
  const passage = resolve(address, corpus);
  if (!passage.ok) return passage;
  if (item === undefined) return ok(address);
  const { document, unit } = address;
  const paragraphs = passage.value.units.flatMap(({ paragraphs }) =>
    paragraphs.map(({ number, text }) => ({ number, items: itemsOf(text) })),
  );
  const holder = paragraphs.find(({ items }) => items.includes(item));
  if (holder) return ok({ document, unit, paragraph: holder.number });
  const below =
    paragraphs.length > 1 ? paragraphs.map(({ number }) => ({ document, unit, paragraph: number })) : [];
  return fail({
    code: 'no-such-item',
    ...address,
    item,
    count: paragraphs.reduce((count, { items }) => count + items.length, 0),
    nearest: address.paragraph === undefined ? [address, ...below] : [address, { document, unit }],
  });
}

/** The numbers of the items in a paragraph, as they are printed. */
function itemsOf(paragraph: string): readonly number[] {
  return [...fold(paragraph).matchAll(MARKER)].flatMap(([, numeral = '']) => parseNumeral(numeral) ?? []);
}
