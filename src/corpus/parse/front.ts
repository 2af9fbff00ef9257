import { lettersOf } from '../normalise.ts';
import type { ParseWarning } from '../types.ts';
import { MAX_CONTENTS, measureContents } from './contents.ts';
import { closeSpaces, readArticleLabel, readItemMarker, readNumberedHeading } from './labels.ts';
import type { Line, Lines } from './lines.ts';
import { isFinished } from './sentence.ts';

/** What stands before the text itself. */
export interface Front {
  readonly title: string;
  readonly dates: readonly string[];
  readonly body: readonly Line[];
  readonly warnings: readonly ParseWarning[];
}

/** Takes title, dates, a repeated title, the document's number and a table of contents off the top of a text. */
export function takeFront({ lines, information }: Lines): Front {
  const titleLines = measureTitle(lines, information);
  const title = closeSpaces(unwrap(lines.slice(0, titleLines).map(({ text }) => text)));
  const dates: string[] = [];
  const warnings: ParseWarning[] = [];
  let at = titleLines;
  const leave = (count: number, code: string, message: string): void => {
    const left = lines.slice(at, at + count);
    warnings.push({
      line: left[0]?.number ?? 0,
      code,
      message,
      text: left.map(({ text }) => text).join('\n'),
    });
    at += count;
  };
  while (at < lines.length) {
    const rest = lines.slice(at, at + MAX_CONTENTS);
    const dateLines = measureDate(rest);
    const repeated = measureRepeatedTitle(rest, title);
    const contents = measureContents(rest);
    if (dateLines > 0) {
      dates.push(
        rest
          .slice(0, dateLines)
          .map(({ text }) => text)
          .join(''),
      );
      at += dateLines;
    } else if (repeated > 0) leave(repeated, 'boilerplate', 'the title once more');
    else if (DOCUMENT_NUMBER.test(rest[0]?.text ?? '')) leave(1, 'boilerplate', 'the number of the document');
    else if (contents > 0) leave(contents, 'boilerplate', 'a table of contents');
    else if (at < Math.min(information, 200)) leave(1, 'boilerplate', 'from the notice that issues the text');
    else break;
  }
  return { title, dates, body: lines.slice(at), warnings };
}

/** `《…方案》` alone is the name without its marks. */
function unwrap(parts: readonly string[]): string {
  const whole = parts.join('');
  return /^《[^《》]+》$/.test(whole) ? whole.slice(1, -1) : whole;
}

const isStructure = ({ text }: Line): boolean =>
  readArticleLabel(text) !== null ||
  readNumberedHeading(text) !== null ||
  readItemMarker(text)?.style === 'han' ||
  /^目\s*[录錄次]$/.test(text);

/** The words a Chinese legal text is named by, `（试行）` and the like after them. */
const NAMED =
  /(?:法|法典|条例|條例|规定|規定|办法|辦法|决定|決定|决议|決議|解释|解釋|意见|意見|通知|批复|批復|方案|规划|規劃|细则|細則|规则|規則|规程|規程|纲要|綱要|措施|规范|規範|标准|標準|准则|準則|章程|公告|计划|計劃|修正案|要点|要點|制度|说明|說明)[》]?(?:[（(][^（()）]*[）)]\s*){0,2}$/;

/** How many of the first lines are the title: one, or more where it was wrapped; none if the text begins at once. */
function measureTitle(lines: readonly Line[], information: number): number {
  const first = lines[0];
  if (!first || (!first.marked && information === 0 && !canBeTitle(first))) return 0;
  let count = 1;
  let title = first.text;
  for (const [index, line] of lines.slice(1, 5).entries()) {
    if (isStructure(line) || measureDate([line]) > 0) break;
    const heading = first.marked && line.marked && (index + 1 < information || !NAMED.test(title));
    const wrapped = !first.marked && information === 0 && !NAMED.test(title) && canBeTitle(line);
    if (!heading && !wrapped && !EDITION.test(line.text)) break;
    title += line.text;
    count += 1;
  }
  return count;
}

/** `（草案公开征求稿）`, `（试行）` below a title. */
const EDITION =
  /^[（(](?!\s*[\d０-９])[^（()）]*(?:草案|征求|徵求|试行|試行|修订|修訂|送审|送審|暂行|暫行)[^（()）]*[）)]$/;

const canBeTitle = (line: Line): boolean =>
  line.text.length <= 100 && !isFinished(line.text) && !isStructure(line) && measureDate([line]) === 0;

const D = '[0-9０-９〇零○Ｏ一二三四五六七八九十]';
const DATE = new RegExp(`${D}{2,4}\\s*年\\s*${D}{1,3}\\s*月(?:\\s*${D}{1,3}\\s*日)?`, 'u');
/** What is done on a date line: the text is passed, published, changed, put in force. */
const DONE =
  /(?:通过|通過|公布|公佈|发布|發布|發佈|颁布|頒布|頒佈|批准|施行|实施|實施|执行|執行|生效|修正|修订|修訂|修改|印发|印發|失效|废止|廢止)/;
const DONE_AT_END = new RegExp(`${DONE.source}(?:的?[^。；]{0,40}(?:决定|決定)》?)?[）)]?$`);

/** How many of these lines are one note of when the text was passed, changed or put in force. */
function measureDate(lines: readonly Line[]): number {
  const first = lines[0]?.text ?? '';
  const start = first.slice(0, 60);
  const bracketed = /^[（(]/.test(start);
  if (
    !DATE.test(start) ||
    /[。；]$/.test(first) ||
    !(bracketed || new RegExp(`^(?:自|于|於)?\\s*${DATE.source}`, 'u').test(start))
  )
    return 0;
  let count = 1;
  let whole = first;
  const whollyDate = new RegExp(`^${DATE.source}$`, 'u').test(first);
  while (!whollyDate && !isClosedNote(whole, bracketed) && count < Math.min(lines.length, 12)) {
    const next = lines[count];
    if (
      !next ||
      next.marked ||
      isStructure(next) ||
      /。$/.test(next.text) ||
      (!bracketed && DATE.test(next.text.slice(0, 12)))
    )
      break;
    whole += next.text;
    count += 1;
  }
  return DONE.test(whole) || whollyDate ? count : 0;
}

const isClosedNote = (text: string, bracketed: boolean): boolean =>
  bracketed ? /[）)]$/.test(text) && balance(text) <= 0 : DONE_AT_END.test(text);

const balance = (text: string): number =>
  text.replace(/[^（(]/g, '').length - text.replace(/[^）)]/g, '').length;

/** `法释〔2023〕3号`, `劳部发[1994]489号`, `国务院令第382号` */
const DOCUMENT_NUMBER =
  /^[（(]?[\p{Script=Han}\s]{1,24}(?:[〔[［（(【]\s*\d{4}\s*[〕\]］）)】]\s*(?:第\s*)?\d{1,5}\s*[号號]|(?:令|公告)\s*(?:第\s*)?[\d一二三四五六七八九十百]{1,5}\s*[号號])[）)]?$/u;

/** How many of these lines print the title again, whole or from where the issuers' names end. */
function measureRepeatedTitle(lines: readonly Line[], title: string): number {
  const wanted = lettersOf(title);
  let letters = '';
  for (const [index, line] of lines.slice(0, 6).entries()) {
    if (isStructure(line)) return 0;
    letters += lettersOf(line.text);
    if (letters.length >= 4 && wanted.endsWith(letters)) return index + 1;
    if (letters.length >= wanted.length || !wanted.includes(letters)) return 0;
  }
  return 0;
}
