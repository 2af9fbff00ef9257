import type { CheerioAPI } from 'cheerio/slim';
import { fail, ok, type Result } from '../../result.ts';
import { issuingHead, issuingNumber, normaliseDocNumber } from '../identity/docNumber.ts';
import { isBounded } from '../read/bound.ts';
import { readDate } from '../read/dates.ts';
import { isChallenge } from '../read/html.ts';
import { parseSelector, type Row, select } from '../read/select.ts';
import type { ReadFailure } from '../read/types.ts';
import { linkEmbedded, readAttachments } from './attachments.ts';
import { cleanText } from './clean.ts';
import { consultationWindow, dayOf, effectiveDay, readDay, readSpan, signatureDay } from './days.ts';
import { factLines, type Label, metaOf, readLabels } from './labels.ts';
import { dropFurniture, dropLinkLists, findMain, MARK, otherRows, renderText } from './mainText.ts';
import { titleOf } from './title.ts';
import type { Detail, DetailReader } from './types.ts';

const CONSULTS = /征求意见|征集意见|公开征求|公开征集|意见稿|听取意见/;

/** By which the links of a page are resolved: its address, unless it names another. */
function baseOf($: CheerioAPI, base: string): string {
  const written = $('base[href]').first().attr('href');
  const named = written === undefined ? null : URL.parse(written, base);
  return named !== null && /^https?:$/.test(named.protocol) ? named.href : base;
}

/** The earliest of the days of publication that a page gives: a last change is later, and is none. */
function firstPublished(written: readonly string[]): string | null {
  const known = written.map((text) => readDate(text).date).filter((date) => date !== null);
  return known.sort((a, b) => ((dayOf(a) ?? '') < (dayOf(b) ?? '') ? -1 : 1))[0] ?? null;
}

/** A line of facts without any that only a page has: 来源 · 字号 · 浏览次数 · 打印. */
const OF_SUBJECT = /^(?!.*(?:来源|字[号体]|浏览|阅读|点击|访问|作者|编辑|打印|分享)).*$/gm;

/** Where a text begins: at its first sentence, or whom it speaks to. Above it a box of the text may hold facts of the page. */
function headOf(text: string): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.length > 80 || /[。；]$|^[^：]*：$/.test(line));
  return lines.slice(0, first === -1 ? lines.length : first).join('\n');
}

/** The lines below the title; none where it is not there. */
function underTitle(above: string, title: string): string {
  const bare = (line: string): string => line.replace(/\s+/g, '');
  const lines = above.split('\n');
  const at = lines.findLastIndex((line) => bare(line) === bare(title));
  return at === -1 ? '' : lines.slice(at + 1).join('\n');
}

/** A label that stands with another document's name: 《办法》（文号：京科发〔2026〕3号）. Leaves alone: （发文字号）京科发〔2026〕3号. */
const CITING_LABEL = /[（(]\s*(?:发文字号|发文文号|文件编号|发文编号|文号)\s*[:：]/;

/** The number among a page's own facts: where its text names numbers below its head, they are others'. */
function numberInFacts(page: string, text: string, title: string): string | null {
  const head = new Set(issuingHead(text, title));
  const body = new Set(text.split('\n').filter((line) => !head.has(line)));
  const facts = page.split('\n').filter((line) => !CITING_LABEL.test(line) && !body.has(cleanText(line)));
  return normaliseDocNumber(readLabels(facts.join('\n')).get('docNumber') ?? '');
}

/**
 * Where a page has its text from, if that issues nothing: a paper, a site, or a division within the body whose site it is.
 * Takes: 北京日报 · 新华社 · 中国政府网 · 科技日报客户端 · 科技成果处. Leaves alone: 市科委 · 海淀街道办事处 · 样例网信办.
 */
const NO_ISSUER = /(?:报|通讯社|新华社|网|网站|电视台|电台|客户端|公众号|杂志|(?<!办事|管理|代表|办公)处)$/;

/**
 * What an official page says of its document. `base` is the address it was fetched from, `authority` the body whose site it is. It fails with `challenge` or `no-text` where a
 * page answers but shows no document: neither text nor a file.
 */
export async function readDetail(
  html: string,
  base: string,
  reader: DetailReader = {},
  authority = '',
): Promise<Result<Detail, ReadFailure>> {
  if (!isBounded(html))
    return fail({ cause: 'too-large', notes: ['The page has more elements than an article has.'] });
  const { load } = await import('cheerio/slim');
  const $ = load(html);
  const root = $.root() as unknown as Row;
  const field = (selector: string | undefined): string =>
    selector === undefined ? '' : select($, root, parseSelector($, selector));
  const title = titleOf($, field(reader.title), authority);
  const dateField = field(reader.date);
  const from = baseOf($, base);
  linkEmbedded($, from);
  dropFurniture($);
  const main = findMain($, reader.content);
  const attachments = readAttachments($, main, from);
  const others = otherRows($, main);
  const [above = '', below = ''] = renderText(root, others, main[0]).split(MARK);
  const written = renderText(main);
  dropLinkLists($, main);
  const text = cleanText(renderText(main));
  if (text === '' && attachments.length === 0)
    return isChallenge(html)
      ? fail({ cause: 'challenge', notes: ['The site asks for a browser that runs its JavaScript.'] })
      : fail({ cause: 'no-text', notes: ['The page answered, but no text of a document is on it.'] });

  const head = factLines(headOf(written));
  const own = readLabels(`${factLines(above)}\n\n${head}`);
  // A document may begin with facts of what it is about: a standard's 发布日期.
  const ofPage = readLabels(`${factLines(above)}\n\n${head.replace(OF_SUBJECT, '')}`);
  const any = readLabels(`${above}\n${written}\n${below}`);
  // Below a text other documents are named; its own number stands with other facts there.
  const facts = `${above}\n${written}\n${factLines(below)}`;
  const said = (label: Label): string => own.get(label) ?? any.get(label) ?? '';
  const publication = (facts: ReadonlyMap<Label, string>): string =>
    facts.get('published') ?? facts.get('day') ?? '';
  const published =
    firstPublished([
      dateField,
      metaOf($, 'firstpublishedtime', 'PubDate', 'publishdate'),
      publication(ofPage),
    ]) ??
    // What stands alone, or below, may be another document's, and overrules nothing.
    firstPublished([readLabels(underTitle(above, title ?? '')).get('published') ?? '']) ??
    firstPublished([publication(readLabels(factLines(below)))]);
  const signedOn = readDay(said('signedOn')) ?? signatureDay(text);
  const issued = dayOf(published) ?? signedOn;
  const span = readSpan(said('consultation'));
  const deadline = readDay(said('deadline'));
  return ok({
    title,
    issuer:
      [said('issuer'), said('joint')].filter((body) => body !== '').join('；') ||
      [metaOf($, 'ContentSource'), said('source')].find((body) => body !== '' && !NO_ISSUER.test(body)) ||
      null,
    docNumber:
      (readLabels(facts).has('docNumber') ? numberInFacts(facts, text, title ?? '') : null) ??
      issuingNumber({ title: title ?? '', summary: text }),
    signedOn,
    published,
    effectiveOn: readDay(said('effectiveOn')) ?? effectiveDay(text, issued, signedOn ?? issued),
    consultation:
      title !== null && CONSULTS.test(title)
        ? (span ??
          (deadline === null ? null : { from: dayOf(published), until: deadline }) ??
          consultationWindow(text, dayOf(published)))
        : null,
    attachments,
    text,
  });
}
