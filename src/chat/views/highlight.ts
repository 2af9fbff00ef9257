import type { Snippet } from '../../corpus/search/snippet.ts';
import { join, type Markdown, md, trusted } from '../markdown.ts';

/** A snippet as a quote, its own characters with its marks in bold; `…` before and behind it where its line goes on. */
export function highlighted({ text, marks, cutBefore, cutAfter }: Snippet): Markdown {
  const parts: Markdown[] = [];
  let end = 0;
  for (const [from, to] of marks) {
    parts.push(md`${text.slice(end, from)}`, md`**${text.slice(from, to)}**`);
    end = to;
  }
  const line = join(
    [md`${cutBefore ? '…' : ''}`, ...parts, md`${text.slice(end)}`, md`${cutAfter ? '…' : ''}`],
    '',
  );
  return trusted(line.markdown.replace(/^/gm, '> '));
}
