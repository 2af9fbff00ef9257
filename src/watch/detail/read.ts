import type { CheerioAPI } from 'cheerio/slim';
import { fail, ok, type Result } from '../../result.ts';
import { issuingNumber, normaliseDocNumber } from '../identify.ts';
import { isBounded } from '../read/bound.ts';
import { readDate } from '../read/dates.ts';
import { isChallenge } from '../read/html.ts';
import { parseSelector, type Row, select } from '../read/select.ts';
import { tidyTitle } from '../read/text.ts';
import { MAX_TITLE, type ReadFailure } from '../read/types.ts';
import { readAttachments } from './attachments.ts';
import { cleanText } from './clean.ts';
import { consultationWindow, dayOf, effectiveDay, readDay, readSpan, signatureDay } from './days.ts';
import { metaOf, readLabels } from './labels.ts';
import { dropFurniture, dropLinkLists, findMain, renderText } from './mainText.ts';
import type { Detail, DetailReader } from './types.ts';

/** `…的通知_政策文件_北京市科学技术委员会` is the title of the window, not of the document. */
const SITE_TAIL = /(?:\s*[_|丨]\s*|\s+-\s+|--)[^《》]*$/;
const CONSULTS = /征求意见|征集意见|公开征求|公开征集|意见稿|听取意见/;

function titleOf($: CheerioAPI, given: string): string | null {
  const heading = $('h1')
    .toArray()
    .map((element) => $(element).text().trim())
    .find((text) => text !== '');
  const written =
    given || metaOf($, 'ArticleTitle', 'og:title') || heading || $('title').text().replace(SITE_TAIL, '');
  const title = tidyTitle(written);
  return title === '' || title.length > MAX_TITLE ? null : title;
}

/** The earliest of the days of publication that a page gives: a last change is later, and is none. */
function firstPublished(dates: readonly (string | null)[]): string | null {
  const known = dates.filter((date) => date !== null);
  return known.sort((a, b) => ((dayOf(a) ?? '') < (dayOf(b) ?? '') ? -1 : 1))[0] ?? null;
}

/**
 * What an official page says of its document. `base` is the address it was fetched from. It fails with `challenge` or `no-text` where a
 * page answers but shows no document: neither text nor a file.
 */
export async function readDetail(
  html: string,
  base: string,
  reader: DetailReader = {},
): Promise<Result<Detail, ReadFailure>> {
  if (!isBounded(html))
    return fail({ cause: 'too-large', notes: ['The page has more elements than an article has.'] });
  const { load } = await import('cheerio/slim');
  const $ = load(html);
  const root = $.root() as unknown as Row;
  const field = (selector: string | undefined): string =>
    selector === undefined ? '' : select($, root, parseSelector($, selector));
  const title = titleOf($, field(reader.title));
  const dateField = field(reader.date);
  dropFurniture($);
  const main = findMain($, reader.content);
  const attachments = readAttachments($, main, base);
  const whole = renderText(root);
  dropLinkLists($, main);
  const text = cleanText(renderText(main));
  if (text === '' && attachments.length === 0)
    return isChallenge(html)
      ? fail({ cause: 'challenge', notes: ['The site asks for a browser that runs its JavaScript.'] })
      : fail({ cause: 'no-text', notes: ['The page answered, but no text of a document is on it.'] });

  const labels = readLabels(whole);
  const day = (text: string | undefined): string | null => (text === undefined ? null : readDay(text));
  const published = firstPublished(
    [dateField, metaOf($, 'firstpublishedtime', 'PubDate', 'publishdate'), labels.get('published') ?? ''].map(
      (written) => readDate(written).date,
    ),
  );
  const signedOn = day(labels.get('signedOn')) ?? signatureDay(text);
  const issued = dayOf(published) ?? signedOn;
  const number = labels.get('docNumber');
  const span = readSpan(labels.get('consultation') ?? '');
  const deadline = day(labels.get('deadline'));
  return ok({
    title,
    issuer: labels.get('issuer') ?? (metaOf($, 'ContentSource') || labels.get('source') || null),
    docNumber:
      (number === undefined ? null : normaliseDocNumber(number)) ??
      issuingNumber({ title: title ?? '', summary: text }),
    signedOn,
    published,
    effectiveOn: day(labels.get('effectiveOn')) ?? effectiveDay(text, issued, signedOn ?? issued),
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
