import type { ParseWarning } from '../types.ts';
import { type ArticleLabel, isCitation, readArticleLabel, readNumberedHeading } from './labels.ts';
import type { Line } from './lines.ts';
import { isAnnouncing, isFinished } from './sentence.ts';

/** Which lines begin an article. A line in which a second label stood has become two, with one line number. */
export interface Articles {
  readonly lines: readonly Line[];
  readonly labels: ReadonlyMap<Line, ArticleLabel>;
  readonly warnings: readonly ParseWarning[];
}

interface Candidate {
  readonly index: number;
  readonly line: Line;
  readonly label: ArticleLabel;
}

/**
 * Finds the articles of a text. Labels are believed by their order: the successor of the article before always,
 * a jump only where nothing speaks for a quotation. What a text quotes, cites or inserts is left in its article.
 */
export function findArticles(source: readonly Line[]): Articles {
  const lines: Line[] = [];
  const labels = new Map<Line, ArticleLabel>();
  const warnings: ParseWarning[] = [];
  let last: ArticleLabel | null = null;

  const begin = (line: Line, label: ArticleLabel): void => {
    if (label.damaged) warnings.push(warn(line, 'label', 'a damaged label was read as', label));
    if (last && compare(label, last) <= 0)
      warnings.push(warn(line, 'duplicate', `after article ${last.number} follows`, label));
    else if (last && label.main > last.main + 1)
      warnings.push(warn(line, 'gap', `after article ${last.number} follows`, label));
    lines.push(line);
    labels.set(line, label);
    last = label;
  };
  /** Lines between two labels, where labels of the missing articles may stand inside. */
  const pass = (between: readonly Line[], until: number): void => {
    for (let line of between) {
      for (let cut = cutAtMissing(line, last, until); cut; cut = cutAtMissing(line, last, until)) {
        lines.push({ ...line, text: cut.before });
        line = { ...line, text: cut.after, broken: false };
        warnings.push(warn(line, 'label', 'inside a line stands', cut.label));
        begin(line, cut.label);
      }
      if (lines.at(-1) !== line) lines.push(line);
    }
  };

  let passed = 0;
  for (const { index, line, label } of choose(source)) {
    pass(source.slice(passed, index), label.main);
    begin(line, label);
    passed = index + 1;
  }
  pass(source.slice(passed), Number.POSITIVE_INFINITY);
  return { lines, labels, warnings };
}

const warn = (line: Line, code: string, message: string, label: ArticleLabel): ParseWarning => ({
  line: line.number,
  code,
  message: `${message} ${label.label}`,
  text: line.text.slice(0, 20),
});

function choose(lines: readonly Line[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (const [index, line] of lines.entries()) {
    const label = readArticleLabel(line.text);
    if (label && !isCitation(label)) candidates.push({ index, line, label });
  }
  const ends = runEnds(candidates);
  const quoted = openQuotes(lines);
  let last: ArticleLabel | null = null;
  let quotation: ArticleLabel | null = null;
  return candidates.filter(({ index, label }, position) => {
    if (last !== null && succeeds(last, label)) {
      last = label;
      return true;
    }
    const next = candidates[position + 1]?.label;
    const resumes = candidates[(ends[position] ?? position) + 1]?.label;
    const before = textBefore(lines, index);
    // A row of labels after which the count goes on as if they had not been there is a quotation.
    const inserted =
      resumes !== undefined &&
      (last === null ? resumes.main === 1 && label.main > 1 : succeeds(last, resumes));
    const goesOn = next !== undefined && succeeds(label, next);
    const announced = last !== null && (quoted.has(index) || isAnnouncing(before));
    if (inserted || announced || (quotation && succeeds(quotation, label))) {
      quotation = label;
      return false;
    }
    if (last === null || compare(label, last) > 0) {
      if (label.main > 1 && !goesOn && !(label.spaced && (before === '' || isFinished(before)))) return false;
      last = label;
      return true;
    }
    // Out of order: a misprint that takes its place in the row if exactly one number is missing here.
    if (next?.main !== last.main + 2) return false;
    last = { ...label, main: last.main + 1, sub: 0 };
    return true;
  });
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

const compare = (a: ArticleLabel, b: ArticleLabel): number => a.main - b.main || a.sub - b.sub;

const succeeds = (last: ArticleLabel, label: ArticleLabel): boolean =>
  label.sub === 0 ? label.main === last.main + 1 : label.main === last.main && label.sub === last.sub + 1;

/** Indexes of the lines that begin inside a quotation: “ was printed before them and ” not yet. */
function openQuotes(lines: readonly Line[]): ReadonlySet<number> {
  const inside = new Set<number>();
  let open = false;
  for (const [index, { text }] of lines.entries()) {
    if (open) inside.add(index);
    const opening = text.lastIndexOf('“');
    const closing = text.lastIndexOf('”');
    if (opening !== closing) open = opening > closing;
  }
  return inside;
}

/** What stands before 第…条 where it is cited: `依照第三条`, `本条例第四十条`, `第三条、第四条`. */
const CITING = /[、和或及至与與》“（(按照据據反合例法定由条條将將在对對本]\s*$/;

/** Cuts a line where the label of a missing article stands inside it: `…的工作。第四十二条本条例…`. */
function cutAtMissing(
  { text }: Line,
  last: ArticleLabel | null,
  until: number,
): { readonly before: string; readonly after: string; readonly label: ArticleLabel } | null {
  if (last === null || last.main + 1 >= until) return null;
  for (let at = text.indexOf('第', 1); at > 0; at = text.indexOf('第', at + 1)) {
    const start = readArticleLabel(text.slice(at, at + 40));
    if (start?.main !== last.main + 1 || start.sub !== 0 || CITING.test(text.slice(Math.max(0, at - 4), at)))
      continue;
    const after = text.slice(at);
    const label = readArticleLabel(after);
    if (label && !isCitation(label)) return { before: text.slice(0, at).trim(), after, label };
  }
  return null;
}
