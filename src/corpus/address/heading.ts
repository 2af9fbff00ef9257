/**
 * References to chapters and other headings: 第三章, 第一编第二章, 第三部分, 附则.
 */
import { fold } from '../fold.ts';
import { NUMERAL_CHARACTERS, parseNumeral } from '../numerals.ts';
import type { Address, CorpusDocument, OutlineEntry, OutlineLevel } from '../types.ts';

const LEVELS: Readonly<Record<string, OutlineLevel>> = {
  ...{ 编: 'part', 分编: 'subpart', 章: 'chapter', 节: 'section', 部分: 'division' },
  ...{ part: 'part', chapter: 'chapter', section: 'section' },
};
const ORDER: readonly OutlineLevel[] = ['part', 'subpart', 'chapter', 'section', 'division', 'subdivision'];

/** Takes 第三章, 3章, chapter3; leaves 第三条 and 章 alone. */
const HEADING = new RegExp(
  `第?([${NUMERAL_CHARACTERS}]+)(分编|编|章|节|部分)|(part|chapter|section)([${NUMERAL_CHARACTERS}]+)`,
  'y',
);

const HEADING_LABEL = new RegExp(`^第[${NUMERAL_CHARACTERS}]+(?:分编|编|章|节|部分)$`);

export interface HeadingReading {
  /** As written, folded: 第三章第二节. */
  readonly text: string;
  /** The ranges of units under the headings of that name: none, one, or several (chapters that start anew in each part). */
  readonly ranges: readonly Address[];
  /** Where there is no such heading: the last one of its level. */
  readonly nearest: readonly Address[];
}

/** The headings that `text` (folded, without spaces) starts with, or of which it is the title; null where it names none. */
export function readHeading(text: string, document: CorpusDocument): HeadingReading | null {
  const { outline } = document.law;
  let found: readonly number[] = outline.map((_, index) => index);
  let last = -1;
  let at = 0;
  for (let token = headingAt(text, at); token; token = headingAt(text, at)) {
    const { level, number, length } = token;
    const inside = at === 0 ? found : found.flatMap((index) => below(index, outline));
    const sisters = inside.filter((index) => outline[index]?.level === level);
    found = sisters.filter((index) => headingNumber(index, outline) === number);
    last = sisters.at(-1) ?? -1;
    at += length;
  }
  if (at === 0) {
    found = found.filter((index) => plainTitle(outline[index]) === text && text !== '');
    if (found.length === 0) return null;
    at = text.length;
  } else {
    const title = found
      .map((index) => plainTitle(outline[index]))
      .find((candidate) => text.startsWith(candidate, at));
    at += title?.length ?? 0;
  }
  return {
    text: text.slice(0, at),
    ranges: found.flatMap((index) => unitsUnder(index, document)),
    nearest: unitsUnder(last, document),
  };
}

/**
 * What `readHeading` reads as the heading at `index`: the numbers of those above it and its own, `第二编第一章`; its title where its
 * label is no such number.
 */
export function headingName(index: number, outline: readonly OutlineEntry[]): string {
  const entry = outline[index];
  if (!entry || !HEADING_LABEL.test(entry.label)) return entry?.title ?? '';
  const above = outline.findLastIndex(
    (other, at) => at < index && rank(other) < rank(entry) && HEADING_LABEL.test(other.label),
  );
  return (above < 0 ? '' : headingName(above, outline)) + entry.label;
}

function headingAt(text: string, at: number): { level: OutlineLevel; number: number; length: number } | null {
  HEADING.lastIndex = at;
  const match = HEADING.exec(text);
  const level = LEVELS[match?.[2] ?? match?.[3] ?? ''];
  const number = parseNumeral(match?.[1] ?? match?.[4] ?? '');
  return match && level && number !== null ? { level, number, length: match[0].length } : null;
}

function rank(entry: OutlineEntry | undefined): number {
  return entry ? ORDER.indexOf(entry.level) : -1;
}

/** Indexes of the headings that stand under the one at `index`. */
function below(index: number, outline: readonly OutlineEntry[]): readonly number[] {
  const end = outline.findIndex((entry, other) => other > index && rank(entry) <= rank(outline[index]));
  return outline.map((_, other) => other).slice(index + 1, end < 0 ? undefined : end);
}

/** The number in a label; a heading that stands without one has the number after its elder sister's, or 1. */
function headingNumber(index: number, outline: readonly OutlineEntry[]): number | null {
  const entry = outline[index];
  if (!entry) return null;
  const numeral = fold(entry.label).replace(new RegExp(`[^${NUMERAL_CHARACTERS}]`, 'g'), '');
  if (numeral !== '') return parseNumeral(numeral);
  for (let other = index - 1; other >= 0; other -= 1) {
    if (outline[other]?.level === entry.level) return (headingNumber(other, outline) ?? 0) + 1;
    if (rank(outline[other]) < rank(entry)) break;
  }
  return 1;
}

function plainTitle(entry: OutlineEntry | undefined): string {
  return fold(entry?.title ?? '').replace(/\s+/g, '');
}

function unitsUnder(index: number, document: CorpusDocument): readonly Address[] {
  const entry = document.law.outline[index];
  if (!entry || entry.first === null || entry.last === null) return [];
  const address = { document: document.info.id, unit: entry.first };
  return [entry.first === entry.last ? address : { ...address, through: entry.last }];
}
