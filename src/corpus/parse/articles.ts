import { formatNumeral } from '../numerals.ts';
import type { ParseWarning } from '../types.ts';
import { type ArticleLabel, isCitation, readArticleLabel } from './labels.ts';
import type { Line } from './lines.ts';
import { chooseLabels, compareLabels } from './sequence.ts';

/** Which lines begin an article. A line in which a second label stood has become two, with one line number. */
export interface Articles {
  readonly lines: readonly Line[];
  readonly labels: ReadonlyMap<Line, ArticleLabel>;
  readonly warnings: readonly ParseWarning[];
}

/** Finds the articles of a text, those too whose label is damaged or stands inside a line. See `chooseLabels`. */
export function findArticles(source: readonly Line[], itemised: boolean): Articles {
  const chosen = chooseLabels(source, itemised);
  const lines: Line[] = [];
  const labels = new Map<Line, ArticleLabel>();
  const warnings: ParseWarning[] = [];
  const before = source.slice(0, chosen[0]?.index);
  let last = before.some(isCollapsed) ? NONE_YET : null;
  const warn = (line: Line, code: string, message: string): void => {
    warnings.push({ line: line.number, code, message, text: line.text.slice(0, 20) });
  };
  const begin = (line: Line, label: ArticleLabel): void => {
    if (label.damaged) warn(line, 'label', `a damaged label, read as ${label.label}`);
    if (last && compareLabels(label, last) <= 0)
      warn(line, 'duplicate', `${label.label} comes after article ${last.number}`);
    else if (last && label.main > last.main + 1)
      warn(line, 'gap', `${label.label} comes after article ${last.number}`);
    labels.set(line, label);
    last = label;
  };
  let next = 0;
  for (const [index, line] of source.entries()) {
    let label: ArticleLabel | null = null;
    if (chosen[next]?.index === index) {
      label = chosen[next]?.label ?? null;
      next += 1;
    }
    const until = chosen[next]?.label.main ?? Number.POSITIVE_INFINITY;
    let part = line;
    for (let found = findMissing(part, label, label ?? last, until); ; ) {
      const cut = found ? part.text.length - found.at : 0;
      const whole = found ? { ...part, text: part.text.slice(0, found.at).trim() } : part;
      if (label) begin(whole, { ...label, rest: label.rest.slice(0, label.rest.length - cut).trim() });
      if (whole.text !== '') lines.push(whole);
      if (!found) break;
      if (found.at > 0) warn(line, 'label', `${found.label.label} stands inside the line`);
      part = { ...part, text: part.text.slice(found.at), broken: false };
      label = found.label;
      found = findMissing(part, label, label, until);
    }
  }
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

interface Found {
  /** Where in the text it begins. */
  readonly at: number;
  readonly label: ArticleLabel;
}

/** The article after `last` on a line where it is not looked for, if numbers are missing there. */
function findMissing(
  { text }: Line,
  own: ArticleLabel | null,
  last: ArticleLabel | null,
  until: number,
): Found | null {
  if (last === null || last.main + 1 >= until) return null;
  const missing = last.main + 1;
  return (
    (own === null && until < Number.POSITIVE_INFINITY ? findHalfLabel(text, missing) : null) ??
    findInside(text, missing)
  );
}

/** `四十二条 本市…`, `第四十二 本市…`: half of the label that is missing here. */
function findHalfLabel(text: string, missing: number): Found | null {
  const numeral = formatNumeral(missing);
  for (const half of [`${numeral}条`, `${numeral}條`, `第${numeral}`]) {
    const rest = text.slice(half.length);
    const label =
      text.startsWith(half) && /^\s/.test(rest) ? readArticleLabel(`第${numeral}条${rest}`) : null;
    if (label) return { at: 0, label: { ...label, damaged: true } };
  }
  return null;
}

/** What stands before 第…条 where it is cited: `依照第三条`, `本条例第四十条`, `第三条、第四条`. */
const CITING = /[、和或及至与與》“（(按照据據反合例法定由条條将將在对對本该該]\s*$/;

/** `…的工作。第四十二条本条例…`: the missing label inside a line. */
function findInside(text: string, missing: number): Found | null {
  for (let at = text.indexOf('第', 1); at > 0; at = text.indexOf('第', at + 1)) {
    const start = readArticleLabel(text.slice(at, at + 40));
    if (start?.main !== missing || start.sub !== 0 || CITING.test(text.slice(Math.max(0, at - 4), at)))
      continue;
    const label = readArticleLabel(text.slice(at));
    if (label && !isCitation(label)) return { at, label };
  }
  return null;
}
