import { formatNumeral } from '../numerals.ts';
import type { ParseWarning } from '../types.ts';
import { type ArticleLabel, isCitation, readArticleLabel } from './label/article.ts';
import type { Line } from './lines.ts';
import { type Candidate, chooseLabels, compareLabels, type Numbered } from './sequence.ts';

/** Which lines begin an article. A line in which a second label stood has become two, with one line number. */
export interface Articles {
  readonly lines: readonly Line[];
  readonly labels: ReadonlyMap<Line, ArticleLabel>;
  readonly warnings: readonly ParseWarning[];
}

/** Finds the articles of a text, those too whose label is damaged or stands inside a line. See `chooseLabels`. */
export function findArticles(source: readonly Line[], text: Numbered): Articles {
  const { chosen, left, doubtful } = chooseLabels(source, text);
  const lines: Line[] = [];
  const labels = new Map<Line, ArticleLabel>();
  const warnings: ParseWarning[] = [];
  const warn = (line: Line, code: string, message: string): void => {
    warnings.push({ line: line.number, code, message, text: line.text.slice(0, 20) });
  };
  let last = source.slice(0, chosen[0]?.index).some(isCollapsed) ? NONE_YET : null;
  let next = 0;
  for (const [index, line] of source.entries()) {
    const own = chosen[next]?.index === index ? (chosen[next]?.label ?? null) : null;
    if (own) next += 1;
    const until = chosen[next]?.label.main ?? Number.POSITIVE_INFINITY;
    for (const [at, part] of cutAtMissing({ line, label: own }, last, until).entries()) {
      lines.push(part.line);
      const { label } = part;
      if (!label) continue;
      labels.set(part.line, label);
      if (at > 0) warn(part.line, 'label', `${label.label} stands inside a line`);
      if (label.damaged) warn(part.line, 'label', `a damaged label was read as ${label.label}`);
      const order = last ? compareLabels(label, last) : 1;
      if (last && order <= 0)
        warn(part.line, 'duplicate', `${label.label} comes after article ${last.number}`);
      if (last && label.main > (last.through ?? last.main) + 1)
        warn(part.line, 'gap', `${label.label} comes after article ${last.number}`);
      last = label;
    }
  }
  const remark = (candidates: readonly Candidate[], message: string): void => {
    for (const { index, label } of candidates) {
      const line = source[index];
      if (line) warn(line, 'label', `${label.label} ${message}`);
    }
  };
  remark(left, 'begins a line and was left in the text');
  remark(doubtful, 'follows an unfinished sentence');
  return { lines, labels, warnings };
}

/** What comes before the first article where all stand inside lines. */
const NONE_YET: ArticleLabel = {
  main: 0,
  sub: 0,
  number: '0',
  label: '',
  damaged: false,
  spaced: false,
  rest: '',
};

/** A whole law on one line: `…制定本条例。 第二条 本市…` after `第一条 …` */
function isCollapsed({ text }: Line): boolean {
  const first = text.search(/[。\s]第一[条條]\s/);
  return first >= 0 && /[。\s]第二[条條]\s/.test(text.slice(first));
}

interface Part {
  readonly line: Line;
  readonly label: ArticleLabel | null;
}

/** Cuts a line before each article that is missing from the count between `last` and `until`, if its label is there. */
function cutAtMissing(whole: Part, last: ArticleLabel | null, until: number): readonly Part[] {
  const parts: Part[] = [];
  let part = whole;
  for (;;) {
    const { line, label } = part;
    const missing = (label ?? last)?.through ?? (label ?? last)?.main;
    const found =
      missing === undefined || missing + 1 >= until
        ? null
        : findMissing(part, missing + 1, until < Number.POSITIVE_INFINITY);
    if (!found) return [...parts, part];
    const after = line.text.length - found.at;
    if (found.at > 0)
      parts.push({
        line: { ...line, text: line.text.slice(0, found.at).trim() },
        label: label && { ...label, rest: label.rest.slice(0, label.rest.length - after).trim() },
      });
    part = { line: { ...line, text: line.text.slice(found.at), broken: false }, label: found.label };
  }
}

interface Found {
  /** Where in the text it begins. */
  readonly at: number;
  readonly label: ArticleLabel;
}

const findMissing = ({ line, label }: Part, missing: number, between: boolean): Found | null =>
  (between && !label ? findHalfLabel(line.text, missing) : null) ?? findInside(line.text, missing);

/** `四十二条 本市…`, `第四十二 本市…`: half of the label that is missing here. */
function findHalfLabel(text: string, missing: number): Found | null {
  const numeral = formatNumeral(missing);
  for (const half of [`${numeral}条`, `${numeral}條`, `第${numeral}`]) {
    const rest = text.slice(half.length);
    if (!text.startsWith(half) || !/^\s/.test(rest)) continue;
    const label = readArticleLabel(`第${numeral}条${rest}`);
    if (label) return { at: 0, label: { ...label, damaged: true } };
  }
  return null;
}

/** What stands before 第…条 where it is cited: `依照第三条`, `本条例第四十条`, `第三条、第四条`. */
const CITING = /[、和或及至与與》“（(按照据據反合例法典章约約释釋定由條条將将在對对本该該]\s*$/;

/** `…的工作。第四十二条本条例…`: the missing label inside a line. */
function findInside(text: string, missing: number): Found | null {
  for (let at = text.indexOf('第', 1); at > 0; at = text.indexOf('第', at + 1)) {
    const start = readArticleLabel(text.slice(at, at + 40));
    if (start?.main !== missing || start.sub !== 0) continue;
    const label = CITING.test(text.slice(Math.max(0, at - 4), at)) ? null : readArticleLabel(text.slice(at));
    if (label && !isCitation(label)) return { at, label };
  }
  return null;
}
