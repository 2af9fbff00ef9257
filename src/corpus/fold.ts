/**
 * Folding: the form in which texts are compared and searched. Width, case and script no longer tell two texts apart, and a
 * Traditional text has its regional wording replaced as well (高品質發展 folds to 高质量发展, 軟體 to 软件).
 */
import { Trie } from 'opencc-js/core';
import { configs } from 'opencc-js/preset/t2cn';
import wording from '../../corpus/wording.json' with { type: 'json' };

/** A folded text that knows its way back, so that what was found is shown in the original's own characters. */
export interface Folded {
  readonly text: string;
  /** The original range `[start, end)` that folded to `[from, to)` of `text`; UTF-16 units, `from < to`. */
  original(from: number, to: number): readonly [start: number, end: number];
}

/** Regional words in Simplified spelling, and what Mainland law says instead. */
export const REGIONAL_WORDING: ReadonlyMap<string, string> = new Map(Object.entries(wording));

/** A text is taken for Traditional when at least this share of its characters is written otherwise in Simplified. */
const TRADITIONAL_SHARE = 0.05;

/** The folded text alone. */
export function fold(text: string): string {
  return run(text, false).text;
}

/** The folded text with the way back to the original. */
export function foldWithOrigins(text: string): Folded {
  const { text: folded, starts, ends } = run(text, true);
  return {
    text: folded,
    original: (from, to) => [starts[from] ?? text.length, ends[to - 1] ?? text.length],
  };
}

/** One rewriting of a text. `starts` and `ends` give each unit its range in the original; empty when nobody asked. */
interface Rewritten {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly changed: number;
}

type Match = { readonly end: number; readonly value: string } | null;

function run(text: string, traced: boolean): Rewritten {
  const plain = rewrite(text, simplify, traced);
  if (plain.changed < Math.max(1, text.length * TRADITIONAL_SHARE)) return plain;
  const worded = rewrite(plain.text, (at) => regional().matchPrefix(plain.text, at), traced);
  return {
    ...worded,
    starts: worded.starts.map((at) => plain.starts[at] ?? text.length),
    ends: worded.ends.map((at) => plain.ends[at - 1] ?? text.length),
  };
}

function rewrite(text: string, match: (at: number, text: string) => Match, traced: boolean): Rewritten {
  let rewritten = '';
  let changed = 0;
  let copied = 0;
  const starts: number[] = [];
  const ends: number[] = [];
  const trace = (start: number, end: number, length: number): void => {
    for (let unit = 0; traced && unit < length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
  };
  for (let at = 0; at < text.length; ) {
    const found = match(at, text);
    const end = found?.end ?? at + 1;
    trace(at, end, found?.value.length ?? 1);
    if (found) {
      const source = text.slice(at, end);
      rewritten += text.slice(copied, at) + found.value;
      copied = end;
      if (HAN.test(source) && source !== found.value) changed += 1;
    }
    at = end;
  }
  return { text: rewritten + text.slice(copied), starts, ends, changed };
}

const HAN = /\p{Script=Han}/u;

/** Width, case and script of what stands at `at`; null where nothing changes. Soft hyphens and zero-width marks go. */
function simplify(at: number, text: string): Match {
  const code = text.codePointAt(at) ?? 0;
  if (code < 0x80)
    return code >= 0x41 && code <= 0x5a ? { end: at + 1, value: text.charAt(at).toLowerCase() } : null;
  if (code >= 0x3400 && code <= 0x9fff) return traditional().matchPrefix(text, at);
  const character = String.fromCodePoint(code);
  const value = /[\u00ad\u200b-\u200d\u2060\ufeff]/.test(character)
    ? ''
    : traditional().convert(character.normalize('NFKC').toLowerCase().normalize('NFKC'));
  return value === character ? null : { end: at + character.length, value };
}

let traditionalTrie: Trie | undefined;
let regionalTrie: Trie | undefined;

function traditional(): Trie {
  if (!traditionalTrie) {
    traditionalTrie = new Trie();
    traditionalTrie.loadDictGroup(configs.t2s?.conversionChain[0] ?? []);
  }
  return traditionalTrie;
}

function regional(): Trie {
  if (!regionalTrie) {
    regionalTrie = new Trie();
    regionalTrie.loadDict([...REGIONAL_WORDING]);
  }
  return regionalTrie;
}
