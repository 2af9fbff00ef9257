import type { ParseWarning } from '../types.ts';
import { MAX_CONTENTS, measureContents } from './contents.ts';
import { measureDate } from './dates.ts';
import { closeSpaces } from './label/heading.ts';
import type { Line, Lines } from './lines.ts';
import { measureOrder, measureRepeatedTitle, measureTitle } from './title.ts';

/** What stands before the text itself. */
export interface Front {
  readonly title: string;
  readonly dates: readonly string[];
  readonly body: readonly Line[];
  readonly warnings: readonly ParseWarning[];
}

/** No notice is longer; how far the source's own mark of where the text begins is followed. */
const MAX_INFORMATION = 200;
/** `法释〔2023〕3号`, `劳部发[1994]489号`, `国务院令第382号` */
const DOCUMENT_NUMBER =
  /^[（(]?[\p{Script=Han}\s]{1,24}(?:[〔[［（(【]\s*\d{4}\s*[〕\]］）)】]\s*(?:第\s*)?\d{1,5}\s*[号號]|(?:令|公告)\s*(?:第\s*)?[\d一二三四五六七八九十百]{1,5}\s*[号號])[）)]?$/u;

/** Takes title, dates, a repeated title, the document's number and a table of contents off the top of a text. */
export function takeFront(source: Lines): Front {
  const order = measureOrder(source);
  const lines = source.lines.slice(order);
  const information = Math.max(0, source.information - order);
  let at = measureTitle({ lines, information });
  const title = closeSpaces(unwrap(textOf(lines.slice(0, at))));
  const dates: string[] = [];
  const warnings: ParseWarning[] = [];
  const warn = (left: readonly Line[], message: string): void => {
    const text = left.map((line) => line.text).join('\n');
    warnings.push({ line: left[0]?.number ?? 0, code: 'boilerplate', message, text });
  };
  const leave = (count: number, message: string): void => {
    warn(lines.slice(at, at + count), message);
    at += count;
  };
  if (order > 0) warn(source.lines.slice(0, order), 'the order that issues the text');
  for (let first = lines[at]; first; first = lines[at]) {
    const rest = lines.slice(at, at + MAX_CONTENTS);
    const dated = measureDate(rest);
    const repeated = measureRepeatedTitle(rest, title);
    const contents = measureContents(rest);
    if (dated > 0) {
      dates.push(textOf(rest.slice(0, dated)));
      at += dated;
    } else if (repeated > 0) leave(repeated, 'the title once more');
    else if (DOCUMENT_NUMBER.test(first.text)) leave(1, 'the number of the document');
    else if (contents > 0) leave(contents, 'a table of contents');
    else if (at < Math.min(information, MAX_INFORMATION)) leave(1, 'from the notice that issues the text');
    else break;
  }
  return { title, dates, body: lines.slice(at), warnings };
}

const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('');

/** `《…方案》` alone is the name without its marks. */
const unwrap = (title: string): string => (/^《[^《》]+》$/.test(title) ? title.slice(1, -1) : title);
