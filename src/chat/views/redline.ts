import type { Run } from '../../corpus/compare/redline.ts';
import type { Translate } from '../catalogue/index.ts';
import { escapeMarkdown, type Markdown, trusted } from '../markdown.ts';

/** With strike-through and underline, or told in words for screen readers. */
export type Style = 'marks' | 'words';

/** What one block of a message holds; longer redlines go on in the next, parted between sentences. */
const blockSize = 3000;

/** A redline as quotes, a block each; removed and added text differ by more than colour. */
export function redlineQuotes(runs: readonly Run[], style: Style, t: Translate): readonly Markdown[] {
  const blocks = [''];
  for (const piece of style === 'marks' ? runs.flatMap(marked) : told(runs, t)) {
    const last = blocks.length - 1;
    if ((blocks[last]?.length ?? 0) + piece.length > blockSize) blocks.push(piece);
    else blocks[last] += piece;
  }
  return blocks.map((block) => trusted(block.trimEnd().replace(/\n+/g, '\n').replace(/^/gm, '> ')));
}

/** Markup never spans a line: a quote's lines are marked one by one, and so are the sentences of a text too long for a block. */
function marked({ op, text }: Run): readonly string[] {
  const [open, close] = op === '=' ? ['', ''] : op === '-' ? ['~~', '~~'] : ['__**', '**__'];
  const lines = text.length > blockSize / 2 ? text.replace(/(?<=[。；])(?!\n|$)/g, '\n') : text;
  return lines.split(/(\n)/).flatMap((part) => {
    if (part === '') return [];
    return part.trim() === '' ? [part] : [open + escapeMarkdown(part) + close];
  });
}

/** A removal with what came in its place is one change. */
function told(runs: readonly Run[], t: Translate): readonly string[] {
  return runs.flatMap(({ op, text }, at) => {
    const next = runs[at + 1];
    if (op === '=') return [escapeMarkdown(text)];
    if (op === '-' && next?.op === '+')
      return [t.md('compare.replaced', { old: text.trim(), now: next.text.trim() }).markdown];
    if (op === '-') return [t.md('compare.removed', { old: text.trim() }).markdown];
    return runs[at - 1]?.op === '-' ? [] : [t.md('compare.added', { now: text.trim() }).markdown];
  });
}
