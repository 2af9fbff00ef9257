import type { HtmlReader } from '../types.ts';
import { ANYWHERE } from './rowDate.ts';

/**
 * Readers for pages whose rows are known by their links alone: every link that looks like an article's, with the title in full from
 * its attribute and the date nearest to it.
 */
const byLinks = (...endings: readonly string[]): HtmlReader => ({
  kind: 'html',
  item: 'a[href]',
  title: '@title || text',
  link: '@href',
  date: ANYWHERE,
  // Some sites put parameters behind: …/art_75_1.html?xxgkhide=1.
  linkPattern: `(?:${endings.join('|')})(?:\\?[^#]*)?$`,
});

/** The content system of most Beijing and national bodies: `…/202609/t20260918_4830001.html`. */
export const trsLinks: HtmlReader = byLinks('/t\\d{8}_\\d+\\.s?html?');

/** The article links of all systems that official sites are known to use; for a page of which nothing is known. */
export const anyArticleLinks: HtmlReader = byLinks(
  '/t\\d{8}_\\d+\\.s?html?',
  '/content_\\d+\\.s?html?',
  '/art/\\d{4}/.+\\.html',
  '/art_[0-9a-f_]+\\.html',
  '/\\d{6,}/index\\.s?html?',
  '/c\\d+/content\\.html',
  '/\\d{6}/[0-9a-f]{32}\\.s?html?',
  '/\\d{8}/\\d+\\.s?html?',
  '/pnidpv\\d+\\.s?html?',
);
