/** A source's older pages, as a page of it says: `index_{n}.html`, n counting from 1 to `count`. */
export interface OlderPages {
  readonly template: string;
  readonly count: number;
}

/**
 * What a list page of the usual publishing system (TRS) says of its paging, in a call of its script.
 * Takes: createPageHTML(13, 0, "index", "html") pages, current (NDRC, MOF) · createPageHTML(191,13,0) records, pages, current
 * (beijing.gov.cn) · var countPage = 13.
 * Leaves alone: function createPageHTML(_nPageCount, _nCurrIndex) { … } · a call on a page that is not the first.
 */
const CALL = /createPageHTML\s*\(\s*((?:\d+\s*,\s*){1,2}\d+)\s*(?:,\s*["']([\w-]+)["']\s*,\s*["'](\w+)["'])?/;
const COUNT = /var\s+(?:countPage|nPageCount)\s*=\s*(\d+)/;

/** Null where the page does not say, or has no older ones. */
export function olderPagesOf(html: string): OlderPages | null {
  const [, numbers = '', name = 'index', extension = 'html'] = CALL.exec(html) ?? [];
  const [current = 0, pages = Number(COUNT.exec(html)?.[1] ?? 1)] = numbers
    .split(',')
    .filter((number) => number.trim() !== '')
    .map(Number)
    .reverse();
  return current !== 0 || pages < 2 ? null : { template: `${name}_{n}.${extension}`, count: pages - 1 };
}
