import { fail } from '../../result.ts';
import type { Reader } from '../types.ts';
import { anyArticleLinks } from './articleLinks.ts';
import { readHtml } from './html.ts';
import { jsonFeed, readJson } from './json.ts';
import { looksLikeHtml, readRss } from './rss.ts';
import type { ReadResult } from './types.ts';

type Form = 'binary' | 'feed' | 'json' | 'html' | 'text' | 'empty';

/** What a body is, by its first characters rather than by what its header claims. */
function formOf(body: Uint8Array, text: string): Form {
  if (body.length === 0 || text.trim() === '') return 'empty';
  const head = text.slice(0, 4096);
  if (/^(?:%PDF-|PK\p{Cc}|.?PNG\s|GIF8|Rar!)/u.test(head) || head.includes('\u0000')) return 'binary';
  if (looksLikeHtml(head)) return 'html';
  if (/^\s*[[{]/.test(head)) return 'json';
  if (/<(?:rss|(?:\w+:)?(?:feed|RDF))[\s>]/i.test(head)) return 'feed';
  return head.includes('<') ? 'html' : 'text';
}

const SPOKEN: Readonly<Record<Form, string>> = {
  binary: 'a file',
  feed: 'an RSS or Atom feed',
  json: 'JSON',
  html: 'an HTML page',
  text: 'plain text',
  empty: 'nothing',
};

const wrongType = (came: Form, expected: string): ReadResult =>
  fail({
    cause: 'wrong-type',
    notes: [`${SPOKEN[came]} came where ${expected} was expected.`.replace(/^a/, 'A')],
  });

/** Reads a body by its reader; without one, by what it turns out to be. */
export async function readPage(
  body: Uint8Array,
  text: string,
  url: string,
  reader: Reader | null,
): Promise<ReadResult> {
  const form = formOf(body, text);
  if (form === 'empty') return fail({ cause: 'no-rows', notes: ['The server sent an empty page.'] });
  const chosen: Reader =
    reader ?? (form === 'feed' ? { kind: 'rss' } : form === 'json' ? jsonFeed : anyArticleLinks);
  switch (chosen.kind) {
    case 'rss':
      return form === 'html' || form === 'feed' ? readRss(text, url) : wrongType(form, SPOKEN.feed);
    case 'json':
      return form === 'json' ? readJson(text, chosen, url) : wrongType(form, SPOKEN.json);
    case 'html':
      return form === 'html' ? readHtml(text, chosen, url) : wrongType(form, SPOKEN.html);
  }
}
