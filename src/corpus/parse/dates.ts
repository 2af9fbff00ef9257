import { isStructure } from './label/structure.ts';
import type { Line } from './lines.ts';

const D = '[0-9０-９〇零○Ｏ一二三四五六七八九十]';
const DAY = `${D}{2,4}\\s*年\\s*${D}{1,3}\\s*月(?:\\s*${D}{1,3}\\s*日)?`;
const DATE = new RegExp(DAY, 'u');
const DATE_AT_START = new RegExp(`^(?:自|于|於)?\\s*${DAY}`, 'u');
const DATE_ALONE = new RegExp(`^${DAY}$`, 'u');
/** What is done on a date: a text is passed, published, changed, put in force. */
const DONE =
  /(?:通过|通過|公布|公佈|发布|發布|發佈|颁布|頒布|頒佈|批准|施行|实施|實施|执行|執行|生效|修正|修订|修訂|修改|印发|印發|失效|废止|廢止)/;
const DONE_AT_END = new RegExp(`${DONE.source}(?:的?[^。；]{0,40}(?:决定|決定)》?)?[）)]?$`);

/**
 * How many of these lines are one note of when the text was passed, changed or put in force; 0 if none.
 * `2024年1月25日 北京市…通过`, `（1995年4月14日…通过　根据…修正）` over several lines, `一九九四年十二月六日`; no sentence.
 */
export function measureDate(lines: readonly Line[]): number {
  const first = lines[0]?.text ?? '';
  if (!DATE.test(first.slice(0, 60)) || /[。；]$/.test(first)) return 0;
  if (DATE_ALONE.test(first)) return 1;
  const bracketed = /^[（(]/.test(first);
  if (!bracketed && !DATE_AT_START.test(first) && !DONE_AT_END.test(first)) return 0;
  let whole = first;
  let count = 1;
  for (const next of lines.slice(1, 12)) {
    const ended = bracketed ? /[）)]$/.test(whole) && openBrackets(whole) <= 0 : DONE_AT_END.test(whole);
    if (ended || next.marked || isStructure(next.text) || /。$/.test(next.text)) break;
    if (!bracketed && DATE_AT_START.test(next.text)) break;
    whole += next.text;
    count += 1;
  }
  return DONE.test(whole) ? count : 0;
}

const openBrackets = (text: string): number =>
  text.replace(/[^（(]/g, '').length - text.replace(/[^）)]/g, '').length;
