/**
 * Which of the labels in a text begin its articles. A label alone proves nothing: laws cite, quote and insert
 * articles of their own and of others. Their order does.
 */

import { isAnnex } from './closing.ts';
import { type ArticleLabel, isCitation, readArticleLabel } from './label/article.ts';
import { readNumberedHeading } from './label/heading.ts';
import type { Line } from './lines.ts';
import { isAnnouncing, isFinished } from './sentence.ts';

export interface Candidate {
  readonly index: number;
  readonly label: ArticleLabel;
  /** The text that it follows, headings aside; empty at the beginning. */
  readonly before: string;
  /** That text is finished. */
  readonly apart: boolean;
}

/** Whether an article may stand directly after another: 第十条 or 第九条之一 after 第九条. */
const succeeds = (last: ArticleLabel | null, label: ArticleLabel | undefined): boolean =>
  !!last &&
  !!label &&
  (label.sub === 0
    ? label.main === (last.through ?? last.main) + 1
    : label.main === last.main && label.sub === last.sub + 1);

/** Below zero if `a` stands before `b` in a law. */
export const compareLabels = (a: ArticleLabel, b: ArticleLabel): number => a.main - b.main || a.sub - b.sub;

/** How a text is numbered besides its 第…条. */
export interface Numbered {
  /** 一、二、 before its first 第…条, so that even a first article may be a quotation. */
  readonly itemised: boolean;
  /** Those are all its units: the articles that follow are of the law that it publishes anew. */
  readonly ended: boolean;
}

/** What was made of the labels at the beginnings of lines. */
export interface Choice {
  /** Those that begin articles, in order. */
  readonly chosen: readonly Candidate[];
  /** Those that are left in the text of the article before. */
  readonly left: readonly Candidate[];
  /** Those of the chosen that stand as a citation would, where no other has their number. */
  readonly doubtful: readonly Candidate[];
}

/** The labels that begin articles, and those that might have. */
export function chooseLabels(lines: readonly Line[], { itemised, ended }: Numbered): Choice {
  const candidates = readCandidates(lines);
  const cited = findCited(candidates);
  const habit = readHabit(candidates);
  const left: Candidate[] = [];
  const ends = runEnds(candidates);
  const quoted = openQuotes(lines);
  const annexes = lines.flatMap(({ text }, index) => (isAnnex(text) ? [index] : []));
  const chosen: Candidate[] = [];
  let last: ArticleLabel | null = null;
  let quotation: ArticleLabel | null = null;
  let annex = 0;
  for (const [position, candidate] of candidates.entries()) {
    const { index, label, before } = candidate;
    const announced = isAnnouncing(before) || quoted.has(index);
    const heading = readNumberedHeading(lines[index - 1]?.text ?? '');
    const begun = chosen.at(-1)?.index ?? index;
    while ((annexes[annex] ?? index) < begun) annex += 1;
    const verdict = judge(label, {
      last,
      quotation,
      next: candidates[position + 1]?.label,
      resumes: candidates[(ends[position] ?? position) + 1]?.label,
      announced,
      itemised,
      ended,
      cited: cited.has(candidate),
      asUsual: candidate.apart ? label.spaced || habit.close : label.spaced && habit.open,
      headed: heading !== null || CLOSING_CHAPTER.test(lines[index - 1]?.text ?? ''),
      belowHeading: (heading?.value ?? 0) > 1,
      belowAnnex: last !== null && (annexes[annex] ?? index) < index,
    });
    if (verdict === 'end') break;
    const goesOnQuoted = succeeds(quotation, label);
    if (verdict === 'quoted') quotation = label;
    // What is announced as a quotation surprises nobody.
    if (last && (verdict === 'text' || (verdict === 'quoted' && !announced && !goesOnQuoted)))
      left.push(candidate);
    if (verdict === 'quoted' || verdict === 'text') continue;
    chosen.push(candidate);
    // A misprinted number takes the place of the right one in the row.
    last = verdict === 'misprint' && last ? { ...label, main: last.main + 1, sub: 0 } : label;
  }
  const doubtful = chosen.filter(
    ({ apart, label }) => !apart && !label.spaced && !habit.close && !habit.open,
  );
  return { chosen, left, doubtful };
}

/** A chapter that stands without its number. */
const CLOSING_CHAPTER = /^附\s*[则則]$/;

/** What is known where a label stands. */
interface Situation {
  /** The article before. */
  readonly last: ArticleLabel | null;
  /** The last label that was found to be quoted. */
  readonly quotation: ArticleLabel | null;
  readonly next: ArticleLabel | undefined;
  /** The label after the unbroken count that this one begins. */
  readonly resumes: ArticleLabel | undefined;
  /** The text before it announces something, or a quotation is open. */
  readonly announced: boolean;
  readonly itemised: boolean;
  readonly ended: boolean;
  /** The text before it goes on with it: it is cited. */
  readonly cited: boolean;
  /** It stands as the labels of this text do: behind a finished text and with a space after it, or as they stand otherwise. */
  readonly asUsual: boolean;
  /** It stands directly below a heading. */
  readonly headed: boolean;
  /** It stands directly below 第二编, 第三章 or the like. */
  readonly belowHeading: boolean;
  /** An annex has begun since the article before. */
  readonly belowAnnex: boolean;
}

function judge(label: ArticleLabel, here: Situation): 'article' | 'misprint' | 'quoted' | 'text' | 'end' {
  const { last, quotation, next, resumes, announced } = here;
  const first = label.main === 1 && label.sub === 0;
  const goesOn = succeeds(label, next);
  // A second text begins with its own 第一条; below 第二编 it is the same text that counts anew.
  if (last && first && label.spaced && goesOn && !announced) return here.belowHeading ? 'article' : 'end';
  if (!last && first && here.ended && label.spaced && goesOn && !announced) return 'end';
  if (here.cited) return 'text';
  if (succeeds(last, label)) return 'article';
  // What an announcement or an open “ introduces is quoted, with all that counts on from it; and so are labels
  // after which the count goes on as if they had not been there.
  if (succeeds(quotation, label)) return 'quoted';
  if (announced && (last || here.itemised || !first)) return 'quoted';
  if (last ? succeeds(last, resumes) : !first && resumes?.main === 1) return 'quoted';
  if (here.belowAnnex) return 'text';
  if (last && next?.main === last.main + 2 && next.sub === 0) return 'misprint';
  if (last && compareLabels(label, last) <= 0) return 'text';
  // A jump: a gap in the numbers, or the text begins above 1.
  return first || goesOn || here.headed || here.asUsual ? 'article' : 'text';
}

function readCandidates(lines: readonly Line[]): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const [index, line] of lines.entries()) {
    const label = readArticleLabel(line.text);
    if (!label || isCitation(label)) continue;
    const before = textBefore(lines, index);
    candidates.push({
      index,
      label,
      before,
      apart: before === '' || isFinished(before) || REPEALED.test(before),
    });
  }
  return candidates;
}

/** An article of which nothing is left: `第六条（删除）` */
const REPEALED = /[（(【[](?:已?(?:删除|刪除|删去|废止|廢止|失效)|略|保留)[）)】\]]$/;
/** What a sentence that goes on with 第…条 ends with: `依照本条例`, `《…法》`, `违反`, `或者`. */
const CITING =
  /(?:[》、和或及至与與]|[依按]照|依据|依據|根据|根據|违反|違反|符合|适用|適用|本(?:法|条例|條例|办法|辦法|规定|規定|细则|細則))$/;

/**
 * The labels that an unfinished text goes on with, where the line was cut before 第…条: their number comes again, and stands better,
 * before the next one does; or the text asks for an article.
 */
function findCited(candidates: readonly Candidate[]): ReadonlySet<Candidate> {
  const cited = new Set<Candidate>();
  const nextAt = new Map<string, number>();
  const apartAt = new Map<string, number>();
  const spacedAt = new Map<string, number>();
  for (let at = candidates.length - 1; at >= 0; at -= 1) {
    const candidate = candidates[at];
    if (!candidate) continue;
    const { label, apart, before } = candidate;
    const following = Math.min(
      nextAt.get(`${label.main + 1}`) ?? Number.POSITIVE_INFINITY,
      nextAt.get(`${label.main}-${label.sub + 1}`) ?? Number.POSITIVE_INFINITY,
    );
    const better = Math.min(
      apartAt.get(label.number) ?? Number.POSITIVE_INFINITY,
      label.spaced ? Number.POSITIVE_INFINITY : (spacedAt.get(label.number) ?? Number.POSITIVE_INFINITY),
    );
    const again = better < following;
    if (!apart && (again || (CITING.test(before) && !label.spaced))) cited.add(candidate);
    nextAt.set(label.number, at);
    if (apart) apartAt.set(label.number, at);
    if (label.spaced) spacedAt.set(label.number, at);
  }
  return cited;
}

/** How the labels of a text that count on stand: whether most are close to their text, and most behind a text that is not finished. */
function readHabit(candidates: readonly Candidate[]): { readonly close: boolean; readonly open: boolean } {
  const row = candidates.filter(
    ({ label }, at) => at > 0 && succeeds(candidates[at - 1]?.label ?? null, label),
  );
  const most = (count: number): boolean => row.length > 0 && 2 * count > row.length;
  return {
    close: most(row.filter(({ label }) => !label.spaced).length),
    open: most(row.filter(({ apart }) => !apart).length),
  };
}

/** For each candidate, where the unbroken count that it belongs to ends. */
function runEnds(candidates: readonly Candidate[]): readonly number[] {
  const ends: number[] = [];
  for (let at = candidates.length - 1; at >= 0; at -= 1) {
    const label = candidates[at]?.label ?? null;
    ends[at] = succeeds(label, candidates[at + 1]?.label) ? (ends[at + 1] ?? at) : at;
  }
  return ends;
}

/** The text that a label follows, headings aside; empty at the beginning. */
function textBefore(lines: readonly Line[], index: number): string {
  let at = index - 1;
  while (at >= 0 && readNumberedHeading(lines[at]?.text ?? '')) at -= 1;
  return lines[at]?.text ?? '';
}

/** Indexes of the lines that begin inside a quotation: “ or 「 was printed before them and ” or 」 not yet. */
function openQuotes(lines: readonly Line[]): ReadonlySet<number> {
  const inside = new Set<number>();
  let open = false;
  for (const [index, { text }] of lines.entries()) {
    if (open) inside.add(index);
    const opening = Math.max(text.lastIndexOf('“'), text.lastIndexOf('「'));
    const closing = Math.max(text.lastIndexOf('”'), text.lastIndexOf('」'));
    if (opening !== closing) open = opening > closing;
  }
  return inside;
}
