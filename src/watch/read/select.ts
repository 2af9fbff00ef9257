import type { Cheerio, CheerioAPI } from 'cheerio/slim';

type Element = ReturnType<ReturnType<CheerioAPI>['children']> extends Cheerio<infer E> ? E : never;

/**
 * The selector notation of a source's definition, for one field of one row.
 *
 * `a || span` the first alternative that yields text; `a@title` an attribute; `@href` and `text` the row's own; `url` nothing here
 * (the caller reads the link). Where CSS alone cannot point: `nearest span` the closest around the row, `nearest text` what stands
 * there outside its link, `next p.c` and `sibling span` beside it; `li.w20 (2nd)` the second match. What follows in words
 * (`YYYY-MM-DD`, `(ms)`, `, e.g. …`) is for people.
 */
export type Row = Cheerio<Element>;

export type Where = 'inside' | 'nearest' | 'next' | 'sibling';

export interface Alternative {
  readonly where: Where;
  /** Empty: the row itself. */
  readonly css: string;
  readonly attribute: string | null;
  readonly nth: number;
}

/**
 * Words in a definition that are meant for people: ` YYYY-MM-DD`, `, e.g. (2025年…)`, ` = 颁布日期`, ` (period start–end)`, the last of
 * `div text`; not the one of `nearest text`.
 */
const REMARK = /(?:,?\s+e\.g\..*|\s+=\s.*|\s+YYYY.*|\s+\([^)]*\)|(?<!^nearest)\s+text)$/;

function parseAlternative(source: string): Alternative | null {
  const nth = Number(/\((\d)(?:st|nd|rd|th)\)/.exec(source)?.[1] ?? 1) - 1;
  let text = source.trim();
  for (let shorter = text.replace(REMARK, ''); shorter !== text; shorter = text.replace(REMARK, ''))
    text = shorter;
  const relation = /^(nearest|next|sibling)\s+(.+)$/.exec(text);
  const where = (relation?.[1] ?? 'inside') as Where;
  const [, css = '', attribute] = /^(.*?)(?:@([\w:-]+))?$/.exec((relation?.[2] ?? text).trim()) ?? [];
  if (/^url\b/i.test(css)) return null;
  return { where, css: css === 'text' ? '' : css.trim(), attribute: attribute ?? null, nth };
}

/** Splits `a || b` and drops what does not point into the page (`url`), or is not CSS. */
export function parseSelector($: CheerioAPI, selector: string): readonly Alternative[] {
  return selector.split('||').flatMap((part) => {
    const alternative = parseAlternative(part);
    return alternative === null || (alternative.css !== '' && !isSelector($, alternative.css))
      ? []
      : alternative;
  });
}

/** Whether the CSS engine understands a selector; a definition of somebody else's may hold anything. */
export function isSelector($: CheerioAPI, css: string): boolean {
  try {
    $.root().is(css);
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

/** How far up the closest neighbour is looked for before it belongs to another row. */
const NEAREST_LEVELS = 3;

/** What is looked up around a row for one selector serves the next. */
function remembered<T>(lookUp: (row: Row) => T): (row: Row) => T {
  const known = new WeakMap<Element, T>();
  return (row) => {
    const [element] = row.toArray();
    const before = element === undefined ? undefined : known.get(element);
    if (before !== undefined) return before;
    const found = lookUp(row);
    if (element !== undefined) known.set(element, found);
    return found;
  };
}

/**
 * What stands beside a row, as far as the next thing that has a link: beyond it another row begins. On its own line first: where rows
 * are lines that begin with their day, the day behind the line's end is the next row's.
 */
const siblingsOf = remembered((row) => {
  const link = 'a[href], :has(a[href])';
  const sides: readonly Row[] = [row.nextUntil(link), row.prevUntil(link)];
  const line = sides.some((side) => side.is('br')) ? sides.map(beforeBreak) : [];
  return [...line, ...sides].filter(({ length }) => length > 0);
});
function beforeBreak(side: Row): Row {
  const at = side.toArray().findIndex(({ name }) => name === 'br');
  return at === -1 ? side : side.slice(0, at);
}
const beside = (row: Row, css: string): Element[] =>
  siblingsOf(row).flatMap((siblings) => siblings.filter(css).toArray());

/** Whether an element holds more links than one. Stops at the second: an ancestor may hold thousands. */
function hasSeveralLinks(element: Element): boolean {
  let links = 0;
  const left = [...element.children];
  for (let node = left.pop(); node !== undefined && links < 2; node = left.pop()) {
    if (!('children' in node)) continue;
    if ('name' in node && node.name === 'a' && node.attribs.href !== undefined) links += 1;
    left.push(...node.children);
  }
  return links > 1;
}

/** The boxes around a row that hold no link but its own, from the inside out; an ancestor with several links is the list itself. */
const boxesOf = remembered((row: Row): Row[] => {
  const boxes: Row[] = [];
  for (let around = row.parent(); boxes.length < NEAREST_LEVELS; around = around.parent()) {
    const [element] = around.toArray();
    if (element === undefined || hasSeveralLinks(element)) break;
    boxes.push(around);
  }
  return boxes;
});

const nearest = (row: Row, css: string): Element[] => [
  ...row.find(css).toArray(),
  ...beside(row, css),
  ...boxesOf(row).flatMap((box) => [...box.find(css).toArray(), ...beside(box, css)]),
];

/**
 * The words that an element shows, with a blank where one box ends and another begins, so that cells of a table do not run together.
 * What is hidden within it is left out, and what browsers do not show.
 */
export function shownWords(element: Row): string {
  const words = (node: Element['children'][number]): string => {
    if ('data' in node) return node.type === 'text' ? node.data : '';
    const isShown = !('attribs' in node) || !isUnseen(node);
    return isShown && 'children' in node ? ` ${node.children.map(words).join('')} ` : '';
  };
  return element
    .toArray()
    .flatMap(({ children }) => children.map(words))
    .join('');
}

const isUnseen = ({ name, attribs }: Element): boolean =>
  name === 'script' ||
  name === 'style' ||
  attribs.hidden !== undefined ||
  /display\s*:\s*none/i.test(attribs.style ?? '');

/** A row and the boxes around it without what is in its link: dates that stand there as bare text. */
const withoutLinks = (row: Row): Element[] =>
  [...(row.is('a') ? [] : [row]), ...boxesOf(row)].flatMap((box) => {
    const copy = box.clone();
    copy.find('a').remove();
    return copy.toArray();
  });

function locate(row: Row, { where, css, nth }: Alternative): Element[] {
  if (css === '') return where === 'nearest' ? withoutLinks(row) : row.toArray();
  if (where === 'next') return row.nextAll(css).toArray();
  if (where === 'sibling') return row.siblings(css).toArray();
  if (where === 'nearest') return nearest(row, css);
  const inside = row.find(css).toArray();
  return inside.length > 0 ? inside.slice(nth) : row.filter(css).toArray();
}

const tidy = (text: string): string => text.replace(/[\s\u00a0\u3000]+/g, ' ').trim();

/**
 * The text of the first match that `accept` takes, alternatives in their order, white space tidied; empty where none yields.
 * `wordsOf` says what the words of an element are, if not all of its text.
 */
export function select(
  $: CheerioAPI,
  row: Row,
  alternatives: readonly Alternative[],
  accept: (text: string, element: Row, where: Where) => boolean = () => true,
  wordsOf: (element: Row) => string = (element) => element.text(),
): string {
  for (const alternative of alternatives) {
    for (const match of locate(row, alternative)) {
      const element: Row = $(match);
      const { attribute } = alternative;
      const written = (attribute === null ? wordsOf(element) : element.attr(attribute)) ?? '';
      // An address that is broken across lines is one, as browsers read it.
      const text = tidy(attribute === 'href' ? written.replace(/[\t\n\r]/g, '') : written);
      if (text !== '' && accept(text, element, alternative.where)) return text;
    }
  }
  return '';
}

/**
 * A row filter: `i.flag text == 是`, `a@class != more`, or a selector alone, which must be there.
 */
export function parseFilter($: CheerioAPI, filter: string): (row: Row) => boolean {
  const [, left = filter, operator, right = ''] = /^(.*?)\s*(==|!=)\s*(.*)$/.exec(filter) ?? [];
  const alternatives = parseSelector($, left);
  const expected = tidy(right.replace(/^(["'])(.*)\1$/, '$2'));
  return (row) => {
    if (operator === undefined)
      return alternatives.some((alternative) => locate(row, alternative).length > 0);
    const text = select($, row, alternatives);
    return operator === '==' ? text === expected : text !== expected;
  };
}
