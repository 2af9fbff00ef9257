import { fail, ok } from '../../result.ts';
import { isDocNumber } from '../identity/docNumber.ts';
import type { JsonReader } from '../types.ts';
import { dateOfUrl, readDate } from './dates.ts';
import { readHtml } from './html.ts';
import { linksFrom } from './links.ts';
import { beginningOf, plainText, tidyTitle } from './text.ts';
import { MAX_SUMMARY, MAX_TITLE, type RawEntry, type ReadResult } from './types.ts';

/** JSON Feed 1.0 and 1.1; an answer of which nothing is known is read as one. */
export const jsonFeed: JsonReader = {
  kind: 'json',
  item: 'items[]',
  title: 'title || content_text || summary',
  link: 'url || external_url || id',
  date: 'date_published || date_modified',
  summary: 'content_text || content_html || summary',
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One step of a path: `list`, `list[]`, `groupData[0]`, `{gongwen,bumenfile}`, `$[]`. */
function step(values: readonly unknown[], written: string): unknown[] {
  const [, names = '', index] = /^(.*?)(?:\[(\d*)\])?$/.exec(written) ?? [];
  const wanted = names
    .replace(/^\{(.*)\}$/, '$1')
    .split(',')
    .map((name) => name.trim());
  const found =
    names === '' || names === '$'
      ? [...values]
      : values.flatMap((value) =>
          isObject(value) ? wanted.flatMap((name) => (Object.hasOwn(value, name) ? [value[name]] : [])) : [],
        );
  if (index === undefined) return found;
  return found.flatMap((value) => {
    if (!Array.isArray(value)) return [];
    return index === '' ? value : value.slice(Number(index), Number(index) + 1);
  });
}

/** Splits a path at its dots, but not within `{a,b}`. */
const stepsOf = (path: string): readonly string[] => path.trim().match(/(?:\{[^}]*\}|[^.{])+/g) ?? [];

const follow = (value: unknown, path: string): unknown[] => stepsOf(path).reduce<unknown[]>(step, [value]);

/** The rows of the first alternative that is there at all; null where none is. An empty list is there. */
function rowsOf(value: unknown, item: string): readonly unknown[] | null {
  for (const alternative of item.split('||')) {
    const path = alternative.trim();
    const list = path.replace(/\[\]$/, '');
    if (path !== list ? follow(value, list).some(Array.isArray) : follow(value, path).length > 0)
      return follow(value, path);
  }
  return null;
}

/** Words for people after a path: `deploytime (ms)`, `title (strip <em>)`. */
const REMARK = /\s+\([^)]*\)\s*$/;

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** The first alternative that yields a text `accept` takes; empty where none does. */
export function field(row: unknown, paths: string, accept: (text: string) => boolean = () => true): string {
  for (const alternative of paths.split('||')) {
    const path = alternative.trim().replace(REMARK, '');
    const text = /^https?:\/\//.test(path) ? fill(row, path) : follow(row, path).map(asText).join(' ').trim();
    if (text !== '' && accept(text)) return text;
  }
  return '';
}

/** `https://x.gov.cn/#/detail/{id}` with the row's own id in it; empty where the row has none. */
function fill(row: unknown, template: string): string {
  let isWhole = true;
  const filled = template.replace(/\{([^}]+)\}/g, (_, path: string) => {
    const value = follow(row, path).map(asText).join('');
    isWhole &&= value !== '';
    return encodeURIComponent(value);
  });
  return isWhole ? filled : '';
}

/** `url || id`: an id that comes after others is an address where it is a whole one, and else what a row is known by. */
const ID_AFTER_OTHERS = /\|\|\s*id\s*$/;
const isAddress = (text: string): boolean => /^\s*https?:\/\//i.test(text);

/** The address of a row, or what it is known by where it has none. */
function placeOf(
  row: unknown,
  link: string,
  resolve: ReturnType<typeof linksFrom>,
): Pick<RawEntry, 'url' | 'guid'> | null {
  const url = resolve(field(row, link.replace(ID_AFTER_OTHERS, '')));
  if (url !== null) return { url };
  if (!ID_AFTER_OTHERS.test(link)) return null;
  const id = field(row, 'id');
  if (isAddress(id)) return { url: resolve(id) ?? '' };
  return id === '' ? null : { url: '', guid: id };
}

function readRow(row: unknown, reader: JsonReader, resolve: ReturnType<typeof linksFrom>): RawEntry | null {
  const linkPattern = reader.linkPattern === undefined ? null : new RegExp(reader.linkPattern);
  const place = placeOf(row, reader.link, resolve);
  const dateText = reader.date === undefined ? '' : field(row, reader.date, (text) => readDate(text).written);
  const text = reader.summary === undefined ? '' : plainText(field(row, reader.summary));
  const written = tidyTitle(field(row, reader.title), dateText);
  const title = written === '' || written.length > MAX_TITLE ? beginningOf(text) : written;
  if (place === null || title === '' || linkPattern?.test(place.url) === false) return null;
  const date = dateText === '' ? dateOfUrl(place.url) : readDate(dateText).date;
  const docNumber = reader.docNumber === undefined ? '' : field(row, reader.docNumber, isDocNumber);
  const summary = text.slice(0, MAX_SUMMARY);
  return {
    title,
    ...place,
    date,
    ...(docNumber ? { docNumber } : {}),
    ...(summary && summary !== title ? { summary } : {}),
  };
}

/** Numbers of more digits than a number has here, ids mostly, stay as they are written: they tell documents apart. */
const LONG_NUMBER = /[:[,]\s*\d{16,}\s*[,\]}]/;
const keepLong = (_: string, value: unknown, context?: { readonly source?: string }): unknown =>
  typeof value === 'number' && /^\d{16,}$/.test(context?.source ?? '') ? context?.source : value;

const parseJson = (text: string): unknown =>
  LONG_NUMBER.test(text) ? JSON.parse(text, keepLong) : JSON.parse(text);

/**
 * Reads a JSON answer by its paths. `base` is the address it was fetched from. A list that is there and empty is a good one; a path
 * that leads nowhere fails (`no-rows`): the interface has changed.
 */
export async function readJson(text: string, reader: JsonReader, base: string): Promise<ReadResult> {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail({ cause: 'malformed', notes: [`The answer cannot be read as JSON: ${error.message}`] });
  }
  const [path = '', rowSelector] = reader.item.split('→').map((part) => part.trim());
  if (rowSelector !== undefined) {
    const html = follow(value, path).map(asText).join('\n');
    return readHtml(html, { ...reader, kind: 'html', item: rowSelector }, base);
  }
  const rows = rowsOf(value, path);
  if (rows === null)
    return fail({
      cause: 'no-rows',
      notes: [`The answer holds nothing at "${reader.item}": its form may have changed.`],
    });
  const resolve = linksFrom(base);
  const read = rows.map((row) => readRow(row, reader, resolve));
  const entries = read.filter((entry) => entry !== null);
  const dropped = read.length - entries.length;
  if (entries.length === 0 && dropped > 0)
    return fail({
      cause: 'no-rows',
      notes: [`None of the ${dropped} rows at "${reader.item}" is an entry.`],
    });
  return ok({ entries, notes: dropped === 0 ? [] : [`${dropped} rows have no usable title or link.`] });
}
