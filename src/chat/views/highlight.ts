import type { Snippet } from '../../corpus/search/snippet.ts';
import { join, type Markdown, md, trusted } from '../markdown.ts';

/** A snippet as a quote, its own characters throughout, with its marks in bold. */
export function highlighted({ text, marks }: Snippet): Markdown {
  const parts: Markdown[] = [];
  let end = 0;
  for (const [from, to] of marks) {
    parts.push(md`${text.slice(end, from)}`, md`**${text.slice(from, to)}**`);
    end = to;
  }
  const line = join([...parts, md`${text.slice(end)}`], '');
  return trusted(line.markdown.replace(/^/gm, '> '));
}
