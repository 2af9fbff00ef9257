import { lettersOf } from '../normalise.ts';
import type { ParseWarning } from '../types.ts';
import { isContentsCaption, MAX_CONTENTS, measureContents } from './contents.ts';
import type { Line } from './lines.ts';

/** `- 3 -`, `— 4 —`, `—１—`, `第 5 页`, `第5页 共20页`; bare numbers are told by their order, see `findPageNumbers`. */
const PAGE_NUMBER =
  /^(?:[-—–－·•]\s*[\d０-９]{1,4}\s*[-—–－·•]|第\s*[\d０-９]{1,4}\s*[页頁](?:\s*[,，/／]?\s*共\s*[\d０-９]{1,4}\s*[页頁])?)$/;

/**
 * Lines of a government web page's frame, Simplified or Traditional: `分享:`, `打印本页`, `【字体：大 中 小】`,
 * `您访问的链接即将离开…`, `版权所有`, `京ICP备…`. Each must begin the line, so that a law on sharing or printing is safe.
 */
const PAGE_FRAME = new RegExp(
  [
    '^(?:分享(?:到|至)?\\s*[:：]?(?:微信|微博|QQ|\\s)*$',
    '[【[]?(?:打印|列印)(?:本页|本頁|此页|此頁)?[】\\]]?$',
    '[【[]?(?:关闭|關閉)(?:窗口|視窗|本页|本頁)?[】\\]]?$',
    '[【[]?字[体體号號][:：]?\\s*[\\[【]?\\s*[大小]',
    '(?:您|你)(?:访问|訪問)的(?:链接|連結|鏈接)即(?:将|將)(?:离开|離開)',
    '(?:扫一扫|掃一掃)',
    '(?:返回|回到)(?:顶部|頂部|首页|首頁|列表)$',
    '(?:上|下)一[篇条條][:：]',
    '(?:相关|相關)(?:链接|連結|文章|稿件)[:：]?$',
    '(?:责任编辑|責任編輯)[:：]',
    '(?:版权所有|版權所有)',
    '(?:主办|主辦|承办|承辦)(?:单位|單位)?[:：]',
    '(?:网站|網站)(?:地图|地圖|标识码|識別碼|声明)',
    '.{0,6}ICP[备備]',
    '.{0,3}公网安[备備]',
    '(?:当前|目前|當前)位置[:：]',
    '(?:浏览|瀏覽|阅读|閱讀)(?:次数|次數|量)[:：])',
  ].join('|'),
);

/**
 * Leaves out what belongs to the pages and not to the text on them: their numbers, their frame, the title over
 * each, a table of contents below a preamble. Each is named in a warning.
 */
export function dropBoilerplate(
  body: readonly Line[],
  title: string,
): { readonly lines: readonly Line[]; readonly warnings: readonly ParseWarning[] } {
  const lines: Line[] = [];
  const warnings: ParseWarning[] = [];
  const letters = lettersOf(title);
  const numbers = findPageNumbers(body);
  let contentsEnd = 0;
  let turned = false;
  const drop = ({ number, text }: Line, message: string): void => {
    warnings.push({ line: number, code: 'boilerplate', message, text });
  };
  for (const [index, line] of body.entries()) {
    const { text } = line;
    if (isContentsCaption(text))
      contentsEnd = index + measureContents(body.slice(index, index + MAX_CONTENTS));
    if (index < contentsEnd) drop(line, 'a table of contents');
    else if (numbers.has(line) || PAGE_NUMBER.test(text)) {
      drop(line, 'the number of a page');
      turned = true;
    } else if (text.length <= 200 && PAGE_FRAME.test(text)) drop(line, 'the frame of a web page');
    else if (letters !== '' && text.length <= title.length + 8 && lettersOf(text) === letters)
      drop(line, 'the title over a page');
    else {
      lines.push(turned ? { ...line, turned } : line);
      turned = false;
    }
  }
  return { lines, warnings };
}

/** `3/15`, `３／１５` */
const OF_PAGES = /^(\d{1,4})\s*\/\s*(\d{1,4})$/;

/** Lines that are nothing but a number are page numbers if they count the pages; else they are somebody's figures. */
function findPageNumbers(lines: readonly Line[]): ReadonlySet<Line> {
  return new Set([...findCounted(lines), ...findOfPages(lines)]);
}

/** `3/15`, where every such line is of as many pages and a later one than the line before it. */
function findOfPages(lines: readonly Line[]): readonly Line[] {
  const read = lines.flatMap((line) => {
    const match = line.text.length > 12 ? null : OF_PAGES.exec(line.text.normalize('NFKC'));
    return match ? [{ line, page: Number(match[1]), of: Number(match[2]) }] : [];
  });
  const counts = read.every(
    ({ page, of }, index) => page > (read[index - 1]?.page ?? 0) && page <= of && of === read[0]?.of,
  );
  return counts ? read.map(({ line }) => line) : [];
}

function findCounted(lines: readonly Line[]): readonly Line[] {
  const digits = lines.filter(({ text }) => /^[\d０-９]{1,4}$/.test(text));
  const numbers = digits.map(({ text }) => ({ text: text.normalize('NFKC') }));
  const first = Number(numbers[0]?.text);
  const counts = numbers.length > 1 && numbers.every(({ text }, index) => Number(text) === first + index);
  return counts ? digits : [];
}
