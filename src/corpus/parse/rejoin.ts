import type { ParseWarning } from '../types.ts';
import type { Block } from './blocks.ts';
import { isAnnouncing, isFinished } from './sentence.ts';

/** A page or a line is full before it breaks; what ends shorter ends by itself: a name, a member of a list. */
const FULL_LINE = 16;

/** Rejoins what pages and lines cut inside a sentence, and warns of each place. */
export function rejoin(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly warnings: readonly ParseWarning[];
} {
  const result: Block[] = [];
  const warnings: ParseWarning[] = [];
  for (const [index, block] of blocks.entries()) {
    const previous = result.at(-1);
    if (previous && continues(previous, block, result.at(-2), blocks[index + 1])) {
      result.splice(-1, 1, {
        ...previous,
        text: previous.text + gap(previous.text, block.text) + block.text,
      });
      warnings.push({
        line: block.line.number,
        code: 'page-split',
        message: 'rejoined with the line before it',
      });
    } else result.push(block);
  }
  return { blocks: result, warnings };
}

/** Words of Latin letters keep a space between them. */
const gap = (before: string, after: string): string =>
  /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : '';

function continues(
  previous: Block,
  block: Block,
  earlier: Block | undefined,
  next: Block | undefined,
): boolean {
  if (block.role.kind !== 'text' || block.role.listed || block.line.broken) return false;
  if (previous.role.kind === 'heading' || previous.line.marked || previous.text === '') return false;
  if (/^[，、。；：！？）》”’,;:!?)]/.test(block.text)) return true;
  const bare = previous.role.kind === 'unit' || !previous.role.listed;
  if (/[；;]$/.test(previous.text)) return !isList(previous, earlier) && bare && isFinished(block.text);
  if (isFinished(previous.text)) return false;
  if (bare && /[，、,]$/.test(previous.text) && isList(previous, earlier) && isMember(block, next))
    return false;
  return previous.text.length >= FULL_LINE;
}

/** A line below `…由下列人员组成：`, or below another line of such a list. */
function isList(block: Block, earlier: Block | undefined): boolean {
  return (
    earlier !== undefined &&
    (isAnnouncing(earlier.text) || /[，、；,;]$/.test(earlier.text)) &&
    block.role.kind === 'text'
  );
}

/** One more member of a list, or its last. */
function isMember(block: Block, next: Block | undefined): boolean {
  return /[，、；,;。]$/.test(block.text) || next === undefined;
}
