import { lettersOf } from '../normalise.ts';
import { measureDate } from './dates.ts';
import { isStructure } from './label/structure.ts';
import type { Line, Lines } from './lines.ts';
import { isFinished } from './sentence.ts';

/** The words a Chinese legal text is named by, `（试行）` and the like after them. */
const NAMED =
  /(?:法|法典|条例|條例|规定|規定|办法|辦法|决定|決定|决议|決議|解释|解釋|意见|意見|通知|批复|批復|方案|规划|規劃|细则|細則|规则|規則|规程|規程|纲要|綱要|措施|规范|規範|标准|標準|准则|準則|章程|公告|计划|計劃|修正案|要点|要點|制度|说明|說明)[》]?(?:[（(][^（()）]*[）)]\s*){0,2}$/;
/** `（草案公开征求稿）`, `（试行）` below a title. */
const EDITION =
  /^[（(](?!\s*[\d０-９])[^（()）]*(?:草案|征求|徵求|试行|試行|修订|修訂|送审|送審|暂行|暫行)[^（()）]*[）)]$/;

/** The longest names, those of interpretations and of decisions on other decisions, have under a hundred characters. */
const LONGEST = 200;

/** How many of the first lines are the title: one, or more where it was wrapped; none if the text begins at once. */
export function measureTitle({ lines, information }: Lines): number {
  const first = lines[0];
  if (!first || isStructure(first.text) || first.text.length > LONGEST) return 0;
  if (!first.marked && information === 0 && !canBeTitle(first)) return 0;
  let count = 1;
  let title = first.text;
  for (const line of lines.slice(1, 5)) {
    if (isStructure(line.text) || line.text.length > LONGEST || measureDate([line]) > 0) break;
    const named = NAMED.test(title);
    const heading = first.marked && line.marked && (count < information || !named);
    const wrapped = !first.marked && information === 0 && !named && canBeTitle(line);
    if (!heading && !wrapped && !EDITION.test(line.text)) break;
    title += line.text;
    count += 1;
  }
  return count;
}

/** `中华人民共和国主席令`, `国务院令第382号`, `某市人民代表大会常务委员会公告〔十五届〕第74号` */
const ORDER = /(?:令|公告)(?:\s*[〔［[（(][^〕］\]）)]{1,12}[〕］\]）)])?(?:\s*第?\s*.{1,8}[号號])?$/;

/** How many of the first lines are the order that issues a text, if one stands above the text's own title. */
export function measureOrder({ lines }: Lines): number {
  const first = lines[0];
  if (!first || first.text.length > 60 || !ORDER.test(first.text)) return 0;
  const title = lines.slice(0, 30).findIndex((line, index) => {
    const next = lines[index + 1];
    const opens = next && (isStructure(next.text) || measureDate([next]) > 0);
    return index > 0 && opens && canBeTitle(line) && NAMED.test(line.text);
  });
  return Math.max(title, 0);
}

const canBeTitle = (line: Line): boolean =>
  line.text.length <= 100 && !isFinished(line.text) && !isStructure(line.text) && measureDate([line]) === 0;

/** How many of these lines print the title again, whole or from where the issuers' names end. */
export function measureRepeatedTitle(lines: readonly Line[], title: string): number {
  const wanted = lettersOf(title);
  let letters = '';
  for (const [index, line] of lines.slice(0, 6).entries()) {
    if (isStructure(line.text)) return 0;
    letters += lettersOf(line.text);
    if (letters.length >= 4 && wanted.endsWith(letters)) return index + 1;
    if (letters.length >= wanted.length || !wanted.includes(letters)) return 0;
  }
  return 0;
}
