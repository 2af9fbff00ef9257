/**
 * Reading: an entry's text in the one form that rules are written for, with the way back to its own characters.
 */
import { type Folded, fold, foldWithOrigins } from '../corpus/fold.ts';
import type { EntryText } from './types.ts';

/** One text of an entry, folded (width, case, script) and without white space, which pages put anywhere. */
export interface Zone {
  /** As the source gave it. */
  readonly raw: string;
  /** What rules look at. */
  readonly text: string;
  /** The entry's own characters for `[from, to)` of `text`: a substring of `raw`. */
  quote(from: number, to: number): string;
}

export interface Reading {
  readonly entry: EntryText;
  readonly title: Zone;
  readonly body: Zone;
  /** Folded. */
  readonly source: string;
  /** The bodies that the title begins with (`title.text` up to here): they issue, they are not the subject. */
  readonly issuerEnd: number;
}

const SPACE = /[\s\u200b\ufeff]+/g;
const NO_SPACE = /[^\s\u200b\ufeff]/g;

export function readZone(raw: string): Zone {
  // The way back costs memory for every character, and few entries are ever quoted: it is worked out at the first quote.
  let way: { readonly folded: Folded; readonly kept: readonly number[] } | undefined;
  return {
    raw,
    text: fold(raw).replace(SPACE, ''),
    quote(from, to) {
      way ??= wayBack(raw);
      const first = way.kept[from];
      const last = way.kept[to - 1];
      if (first === undefined || last === undefined) return '';
      const [start, end] = way.folded.original(first, last + 1);
      return raw.slice(start, end);
    },
  };
}

/** The folded text with its origins, and where in it the characters are that are no white space. */
function wayBack(raw: string) {
  const folded = foldWithOrigins(raw);
  const kept: number[] = [];
  for (const { index } of folded.text.matchAll(NO_SPACE)) kept.push(index);
  return { folded, kept };
}

/** A site's own tail on a page title: `…的通知_政策文件_首都之窗_北京市人民政府门户网站`. */
const SITE_TAIL = /[_|丨-][^_|丨《》]{0,12}(?:首都之窗|门户网站|政策文件|人民政府网)[^《》]*$/;

/**
 * Bodies before what they did: `北京市教育委员会|关于开展…`, `北京市财政局 北京市科委|印发《…》`, `…等11部门|发布…`, `…通州分局|《关于…》`.
 * Not `加快推进科技园区|关于…`: what comes before must end as the name of a body does.
 */
const ISSUER =
  /^[^《》,。:]{2,90}?(?:局|委|委员会|厅|部|办公室|办|政府|中心|院|行|公司|海关|学会|协会|联盟|基金会|开发区|管委会|集团|大学|等[^《》]{1,4}(?:部门|单位|家|委局|委办局)|部门)(?=(?:联合)?(?:关于|印发|发布|公布|出台|转发|制定|启动|《))/;

/** No official title is as long; what is longer is a text in a title's place, and rules for titles look back and forth in it. */
const LONGEST_TITLE = 500;
const LONGEST_SOURCE = 200;

export function readEntry(entry: EntryText): Reading {
  const title = readZone(entry.title.slice(0, LONGEST_TITLE).replace(SITE_TAIL, ''));
  return {
    entry,
    title,
    body: readZone(entry.body ?? ''),
    source: entry.source === undefined ? '' : fold(entry.source.slice(0, LONGEST_SOURCE)).replace(SPACE, ''),
    issuerEnd: ISSUER.exec(title.text)?.[0].length ?? 0,
  };
}
