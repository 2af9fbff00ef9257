/**
 * Discord's markdown as a tree. `parse(text)` returns blocks; nothing in it is HTML, and only `http:` and `https:` addresses become
 * links. Blocks: paragraph, heading, subtext, quote, list, code. Spans: text, bold, italic, underline, strike, spoiler, inlineCode,
 * link, mention, time.
 */

const MAX_DEPTH = 12;

/** Spans, tried in this order at every position. `y`: exactly there. */
const SPANS = [
  // `\*` shows an asterisk; `\a` shows both characters.
  [/\\([^\p{L}\p{N}\s])/uy, (match) => ({ type: 'text', text: match[1] })],
  // `code`, ``co`de``; nothing inside is read.
  [
    /(`+)((?:(?!\1)[\s\S])+?)\1(?!`)/y,
    (match) => ({ type: 'inlineCode', text: match[2].trim() || match[2] }),
  ],
  // <https://a.example>; not <javascript:…>.
  [/<(https?:\/\/[^\s<>]+)>/iy, (match) => link(match[1], [{ type: 'text', text: match[1] }])],
  // [words](https://a.example "title"); the words must not look like another address.
  [
    /\[((?:\\.|[^[\]\\\n]|\[[^[\]\n]*\])+)\]\(\s*<?(https?:\/\/(?:[^\s()<>]|\([^\s()<>]*\))+)>?(?:\s+"[^"\n]*")?\s*\)/iy,
    (match, depth) => (/https?:\/\//i.test(match[1]) ? null : link(match[2], spans(match[1], depth + 1))),
  ],
  // https://a.example/x, without the full stop that ends the sentence.
  [
    /https?:\/\/[^\s<>[\]，。、；：！？）】》」』]*[^\s<>.,:;"'!?)\]，。、；：！？）】》」』*_~|`]/iy,
    (match) => link(match[0], [{ type: 'text', text: match[0] }]),
  ],
  [/<@!?(\d{1,20})>/y, (match) => ({ type: 'mention', kind: 'user', id: match[1] })],
  [/<@&(\d{1,20})>/y, (match) => ({ type: 'mention', kind: 'role', id: match[1] })],
  [/<#(\d{1,20})>/y, (match) => ({ type: 'mention', kind: 'channel', id: match[1] })],
  [
    /<\/([-_'\p{L}\p{N} ]{1,100}):(\d{1,20})>/uy,
    (match) => ({ type: 'mention', kind: 'command', id: match[2], name: match[1] }),
  ],
  [
    /<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y,
    (match) => ({ type: 'time', seconds: Number(match[1]), style: match[2] ?? 'f' }),
  ],
  [/<a?:(\w{2,32}):\d{1,20}>/y, (match) => ({ type: 'text', text: `:${match[1]}:` })],
  [/@(everyone|here)/y, (match) => ({ type: 'mention', kind: 'everyone', name: match[1] })],
  [
    /\*\*\*([^\s*](?:[\s\S]*?[^\s*])?)\*\*\*(?!\*)/y,
    nested('bold', (inner) => [{ type: 'italic', children: inner }]),
  ],
  [/\*\*(\S(?:[\s\S]*?\S)?)\*\*(?!\*)/y, nested('bold')],
  [/__(\S(?:[\s\S]*?\S)?)__(?!_)/y, nested('underline')],
  [/~~(\S(?:[\s\S]*?\S)?)~~/y, nested('strike')],
  [/\|\|([\s\S]+?)\|\|/y, nested('spoiler')],
  [/\*(?![\s*])((?:\\.|[^*\\]|\*\*(?:[^*]|\*(?!\*))*\*\*)*?[^\s*])\*(?!\*)/y, nested('italic')],
  // _italic_, not snake_case_names.
  [/_(?![\s_])((?:\\.|[^_\\])*?[^\s_])_(?![\p{L}\p{N}_])/uy, nested('italic')],
];

/** Null for what looks like an address and is none. */
function link(url, children) {
  return URL.canParse(url) ? { type: 'link', url, children } : null;
}

function nested(type, wrap = (inner) => inner) {
  return (match, depth) => ({ type, children: wrap(spans(match[1], depth + 1)) });
}

/** The spans of one piece of text. */
export function spans(text, depth = 0) {
  const found = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') found.push({ type: 'text', text: plain });
    plain = '';
  };
  let at = 0;
  while (at < text.length) {
    const span = depth < MAX_DEPTH ? spanAt(text, at, depth) : null;
    if (span === null) {
      plain += text[at];
      at += 1;
    } else {
      if (span.node.type === 'text') plain += span.node.text;
      else {
        flush();
        found.push(span.node);
      }
      at = span.end;
    }
  }
  flush();
  return found;
}

/** What a span begins with; anything else is plain, and most text is. */
const OPENERS = /[\\`<[h@*_~|]/i;

function spanAt(text, at, depth) {
  if (!OPENERS.test(text[at])) return null;
  // Inside a word an underscore is part of the word.
  const inWord =
    text[at] === '_' && text[at + 1] !== '_' && /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at));
  if (inWord) return null;
  for (const [pattern, make] of SPANS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    const end = pattern.lastIndex;
    const node = make(match, depth);
    if (node !== null) return { node, end };
  }
  return null;
}

/** `# `, `## `, `### ` and a space; not `#tag` nor `#### `. */
const HEADING = /^(#{1,3})\s+(\S.*)$/;
const SUBTEXT = /^-#\s+(\S.*)$/;
const QUOTE = /^>\s(.*)$|^>$/;
/** `- x`, `* x`, `1. x`, indented or not. */
const ITEM = /^(\s*)(?:([-*])|(\d{1,9})\.)\s+(\S.*)$/;
const FENCE = /```(?:([\w+#-]{0,20})\n)?([\s\S]*?)```/g;

/** The blocks of a text. */
export function parse(text) {
  const blocks = [];
  let at = 0;
  for (const match of text.matchAll(FENCE)) {
    if (match[2].trim() === '') continue;
    blocks.push(...lines(text.slice(at, match.index).replace(/\n$/, '')));
    blocks.push({ type: 'code', language: match[1] ?? '', text: match[2].replace(/\n$/, '') });
    at = match.index + match[0].length;
    if (text[at] === '\n') at += 1;
  }
  blocks.push(...lines(text.slice(at)));
  return blocks;
}

function lines(text) {
  if (text === '') return [];
  const blocks = [];
  const rows = text.split('\n');
  let paragraph = [];
  const flush = () => {
    if (paragraph.length > 0) blocks.push({ type: 'paragraph', children: spans(paragraph.join('\n')) });
    paragraph = [];
  };
  for (let n = 0; n < rows.length; n += 1) {
    const row = rows[n];
    if (row.startsWith('>>> ')) {
      flush();
      blocks.push({ type: 'quote', children: lines([row.slice(4), ...rows.slice(n + 1)].join('\n')) });
      return blocks;
    }
    const taken = takeQuote(rows, n) ?? takeList(rows, n) ?? takeLine(row);
    if (taken === null) paragraph.push(row);
    else {
      flush();
      blocks.push(taken.block);
      n += taken.rows - 1;
    }
  }
  flush();
  return blocks;
}

function takeLine(row) {
  const heading = HEADING.exec(row);
  if (heading !== null)
    return { rows: 1, block: { type: 'heading', level: heading[1].length, children: spans(heading[2]) } };
  const subtext = SUBTEXT.exec(row);
  return subtext === null ? null : { rows: 1, block: { type: 'subtext', children: spans(subtext[1]) } };
}

function takeQuote(rows, from) {
  const quoted = [];
  for (let n = from; n < rows.length && QUOTE.test(rows[n]); n += 1)
    quoted.push(rows[n].replace(/^>\s?/, ''));
  if (quoted.length === 0) return null;
  // A quote does not stand in a quote: a second `>` is text.
  const children = lines(quoted.map((row) => row.replace(/^>/, '\\>')).join('\n'));
  return { rows: quoted.length, block: { type: 'quote', children } };
}

function takeList(rows, from) {
  const items = [];
  for (let n = from; n < rows.length; n += 1) {
    const match = ITEM.exec(rows[n]);
    if (match === null) break;
    items.push({
      depth: Math.min(Math.floor(match[1].length / 2), 10),
      number: match[3] ?? null,
      children: spans(match[4]),
    });
  }
  return items.length === 0 ? null : { rows: items.length, block: { type: 'list', items } };
}
