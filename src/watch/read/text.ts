import { readDate } from './dates.ts';

/** Named character references that official feeds use; all others stay as written. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '•',
  times: '×',
  copy: '©',
  reg: '®',
  laquo: '«',
  raquo: '»',
};

/** Decodes `&amp;`, `&#20851;`, `&#x5173;`; leaves `&unknown;` and bare ampersands alone. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : '';
  });
}

/** Text as mark-up that says it: `R&D <试验>` is `R&amp;D &lt;试验>`. */
export const escapeMarkup = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The text of a fragment of markup on one line: tags, scripts and comments gone, references decoded. */
export const plainText = (markup: string): string =>
  onOneLine(decodeEntities(markup.includes('<') ? withoutTags(markup) : markup));

/** White space of all kinds and lengths as one blank, none at the ends. Blanks that stand alone are left where they are. */
const onOneLine = (text: string): string => text.replace(/[^\S ]\s*| \s+/g, ' ').trim();

const withoutTags = (markup: string): string =>
  (/<(?:script|style|!--)/i.test(markup) ? withoutAsides(markup) : markup)
    .replace(/<\/?(?:em|b|i|font|span|strong|a|u)\b[^<>]*>/gi, '')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ');

/** What browsers do not show. */
const withoutAsides = (markup: string): string =>
  markup
    .replace(/<(script|style)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ');

/** The first sentence of a text, or as much of it as a title may be: what has no title is called by it. */
export const beginningOf = (text: string): string =>
  /^.{0,79}?(?:[。！？；]|[.!?](?=\s|$))|^.{0,80}/u.exec(text)?.[0].trim() ?? '';

/** A date in brackets or bare at the very end of a title: `…的通知（2026-08-20）`, `…的通知 [2026-08-20]`, `…的通知2026-08-20`. */
const DATE_TAIL =
  /\s*[[(（【]?\s*\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*[\])）】]?$/;
/** Looking for one from every place of a title takes long; what ends otherwise has none. */
const ENDS_LIKE_DATE = /[\d\])）】]/;
/** The same before it: `[2026-08-20] 关于…`, `2026-08-20 关于…`. */
const DATE_HEAD = /^[[(（【]?\s*\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s*[\])）】]?\s*(?=\D)/;

/**
 * What some lists show to who points at a row, a line each, by the label of its first line.
 * Takes: 标题：关于… 时间：2026-09-17 · 文章标题:关于… 作者：… 点击数：3. Leaves alone: 标题党整治办法 · 关于标题：….
 */
const LABELLED = /^(?:文章|新闻|信息)?标 ?题 ?[:：]\s*/;
/** The next line of such, and all behind it. */
const NEXT_LABEL =
  /\s(?:(?:发布|发表|更新|添加|录入)?(?:时间|日期)|发布(?:单位|机构|者)|作 *者|来 *源|(?:点击|浏览|阅读)(?:数|量|次数)?) ?[:：].*$/;
/** The label of a date that was cut off. Leaves alone: 关于调整开放时间：, which has no blank before it. */
const DATE_LABEL = /\s(?:发布|发表|更新|添加|录入)?(?:时间|日期) ?[:：]$/;

const withoutLabels = (title: string): string =>
  LABELLED.test(title) ? title.replace(LABELLED, '').replace(NEXT_LABEL, '') || title : title;

/**
 * A row's title as people read it: references decoded (some sites write them twice), leading bullets, pins, labels and the
 * row's date cut off.
 * A date in words belongs to a title: 2026年8月20日 is kept unless it is exactly the row's own date at the end.
 */
export function tidyTitle(written: string, rowDate = ''): string {
  let title = withoutLabels(plainText(written))
    .replace(/^(?:[·•▪■◆●>»\-—\s]|置顶)+/, '')
    .trim();
  if (/NEW!?$/.test(title.slice(-4))) title = title.slice(0, title.lastIndexOf('NEW')).trim();
  const own = rowDate === '' ? '' : readDate(rowDate).text;
  const bare = title.replace(/[\])）】]$/, '').trim();
  if (own !== '' && own !== bare && bare.endsWith(own))
    title = bare
      .slice(0, -own.length)
      .replace(/[[(（【]$/, '')
      .trim();
  for (const pattern of ENDS_LIKE_DATE.test(title.slice(-1)) ? [DATE_TAIL, DATE_HEAD] : [DATE_HEAD]) {
    const cut = title.replace(pattern, '').trim();
    if (cut !== '') title = cut;
  }
  return /[:：]$/.test(title) ? title.replace(DATE_LABEL, '') : title;
}
