/**
 * Which of the labels in a text begin its articles. A label alone proves nothing: laws cite, quote and insert
 * articles of their own and of others. Their order does.
 */

import { isAnnex } from './closing.ts';
import { type ArticleLabel, isCitation, readArticleLabel, readNumberedHeading } from './labels.ts';
import type { Line } from './lines.ts';
import { isAnnouncing, isFinished } from './sentence.ts';

export interface Candidate {
  readonly index: number;
  readonly line: Line;
  readonly label: ArticleLabel;
}

/** Whether an article may stand directly after another: 第十条 or 第九条之一 after 第九条. */
export const succeeds = (last: ArticleLabel, label: ArticleLabel): boolean =>
  label.sub === 0 ? label.main === last.main + 1 : label.main === last.main && label.sub === last.sub + 1;

/** Below zero if `a` stands before `b` in a law. */
export const compareLabels = (a: ArticleLabel, b: ArticleLabel): number => a.main - b.main || a.sub - b.sub;

/**
 * The labels that begin articles, in order. `itemised`: the text is numbered 一、二、 before its first 第…条, so
 * that even a first article may be a quotation.
 *
 * - The successor of the article before always counts.
 * - What an announcement (`内容如下：`) or an open “ introduces is quoted, with all that counts on from it; and so
 *   are labels after which the count goes on as if they had not been there.
 * - A second text that begins with its own 第一条 is not ours, unless it stands below 第二编 or the like; nor are
 *   the articles that an annex quotes.
 * - A number out of order is a misprint if exactly one is missing where it stands.
 * - Any other jump is a gap, if the label stands like a label.
 */
export function chooseLabels(lines: readonly Line[], itemised: boolean): readonly Candidate[] {
  const candidates = readCandidates(lines);
  const ends = runEnds(candidates);
  const quoted = openQuotes(lines);
  const annexes = lines.flatMap(({ text }, index) => (isAnnex(text) ? [index] : []));
  const chosen: Candidate[] = [];
  let last: ArticleLabel | null = null;
  let quotation: ArticleLabel | null = null;
  for (const [position, candidate] of candidates.entries()) {
    const { index, label } = candidate;
    const next = candidates[position + 1]?.label;
    const goesOn = next !== undefined && succeeds(label, next);
    const before = textBefore(lines, index);
    const announced = isAnnouncing(before) || quoted.has(index);
    const restarts =
      last !== null && label.main === 1 && label.sub === 0 && label.spaced && goesOn && !announced;
    if (restarts && !isLaterHeading(lines[index - 1])) break;
    if (restarts || (last !== null && succeeds(last, label))) {
      chosen.push(candidate);
      last = label;
      continue;
    }
    const resumes = candidates[(ends[position] ?? position) + 1]?.label;
    if (
      (quotation && succeeds(quotation, label)) ||
      (announced && (last !== null || itemised || label.main > 1)) ||
      (resumes && (last === null ? resumes.main === 1 && label.main > 1 : succeeds(last, resumes)))
    ) {
      quotation = label;
      continue;
    }
    const begun = chosen.at(-1)?.index;
    if (begun !== undefined && annexes.some((annex) => begun < annex && annex < index)) continue;
    const misprinted = last !== null && next?.main === last.main + 2 && next.sub === 0;
    const sure = goesOn || label.main === 1 || (label.spaced && (before === '' || isFinished(before)));
    if (!misprinted && (!sure || (last !== null && compareLabels(label, last) <= 0))) continue;
    chosen.push(candidate);
    last = misprinted && last !== null ? { ...label, main: last.main + 1, sub: 0 } : label;
  }
  return chosen;
}

function readCandidates(lines: readonly Line[]): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const [index, line] of lines.entries()) {
    const label = readArticleLabel(line.text);
    if (label && !isCitation(label)) candidates.push({ index, line, label });
  }
  return candidates;
}

/** For each candidate, where the unbroken count that it belongs to ends. */
function runEnds(candidates: readonly Candidate[]): readonly number[] {
  const ends: number[] = [];
  for (let at = candidates.length - 1; at >= 0; at -= 1) {
    const label = candidates[at]?.label;
    const next = candidates[at + 1]?.label;
    ends[at] = label && next && succeeds(label, next) ? (ends[at + 1] ?? at) : at;
  }
  return ends;
}

/** The text that a label follows, headings aside; empty at the beginning. */
function textBefore(lines: readonly Line[], index: number): string {
  let at = index - 1;
  while (at >= 0 && readNumberedHeading(lines[at]?.text ?? '')) at -= 1;
  return lines[at]?.text ?? '';
}

/** `第二编 …`: below it, articles that begin at one again still belong to the text. */
const isLaterHeading = (line: Line | undefined): boolean =>
  (readNumberedHeading(line?.text ?? '')?.value ?? 0) > 1;

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
