import type { CheerioAPI } from 'cheerio/slim';
import { letters } from '../identity/similar.ts';
import { tidyTitle } from '../read/text.ts';
import { MAX_TITLE } from '../read/types.ts';
import { metaOf } from './labels.ts';

/** `…的通知_政策文件_北京市科学技术委员会` is the title of the window, not of the document. */
const SITE_TAIL = /(?:\s*[_|丨]\s*|\s+-\s+|--)[^《》]*$/;
const DIVIDER = /\s*[_|丨]\s*|\s+-\s+|--/;
const LEADING_DIVIDER = /^(?:\s*[_|丨]\s*|\s+-\s+|--)/;

/** 通知公告-北京市海淀区人民政府, where what follows is the site. */
const DASHED_TAIL = /-([^-]+)$/;

/** Where sites put a document's title that is in no h1. */
const USUAL_TITLES =
  '#con_title, .con_title, #title, .article-title, .article_title, .articleTitle, .arti_title, .content_title, .content-title, .detail_title, .detail-title, .xl_title, .xxgk_title, .news_title, .title, .tit, .bt, h2';
/** Shorter ones head a column. */
const LEAST_TITLE = 8;

/** 北京市科学技术委员会 · 中国政府网 · 首都之窗门户网站. Leaves alone: 关于设立…委员会 · 《…》 · 支持…的若干措施. */
const SITE =
  /^(?!.*(?:关于|的|印发|设立|成立))[\p{Script=Han}（）()、，·—\s]{2,60}(?:委员会|委|局|厅|部|院|署|政府|办公室|门户|网站?|平台|之窗)$/u;

/** The title of a page's document: what its source, its own data, its headings or its window call it, and never the site's name. */
export function titleOf($: CheerioAPI, given: string, authority: string): string | null {
  const texts = (css: string): string[] =>
    $(css)
      .toArray()
      .map((element) => $(element).text().trim());
  const window = $('title').first().text().trim();
  const names = new Set([authority, metaOf($, 'SiteName'), ...authority.split(/[、，,;；]/)].map(letters));
  const isSite = (text: string): boolean => SITE.test(text) || names.has(letters(text));
  const [first = ''] = window.split(DIVIDER, 1);
  const behindSite = isSite(first) ? window.slice(first.length).replace(LEADING_DIVIDER, '') : window;
  const ofWindow = behindSite
    .replace(SITE_TAIL, '')
    .replace(DASHED_TAIL, (whole, tail: string) => (isSite(tail) ? '' : whole))
    .trim();
  const saysNothing = ofWindow.length < LEAST_TITLE || isSite(ofWindow);
  const isOfWindow = (text: string): boolean => saysNothing || letters(window).includes(letters(text));
  const headings = [metaOf($, 'og:title'), ...texts('h1')];
  const named = texts(USUAL_TITLES).filter((text) => text.length >= LEAST_TITLE && isOfWindow(text));
  const written = [
    given,
    metaOf($, 'ArticleTitle'),
    ...headings.filter((text) => text.length >= LEAST_TITLE),
    ...named,
    ...headings,
    ofWindow,
    first,
  ].filter((text) => text !== '');
  const title = tidyTitle(written.find((text) => !isSite(text)) ?? written[0] ?? '');
  return title === '' || title.length > MAX_TITLE ? null : title;
}
