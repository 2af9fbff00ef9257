import type { ParseWarning } from '../types.ts';
import { type Block, isListed } from './blocks.ts';
import { following } from './following.ts';
import { isHeadingText } from './label/heading.ts';
import type { Line } from './lines.ts';
import { FULL_LINE, isAnnouncing, isFinished, isNorm } from './sentence.ts';

/** Lines that are one. */
interface Group {
  readonly first: Block;
  last: Block;
  readonly parts: string[];
}

/** Rejoins what pages and lines cut inside a sentence, and warns of each place. */
export function rejoin(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly warnings: readonly ParseWarning[];
} {
  const groups: Group[] = [];
  const warnings: ParseWarning[] = [];
  const wrapped = isWrapped(blocks);
  const labelled = following(blocks, (block) => block.role.kind !== 'text' || isListed(block));
  for (const [index, block] of blocks.entries()) {
    const group = groups.at(-1);
    const around = { earlier: groups.at(-2)?.last, next: blocks[index + 1], labelled: labelled[index] };
    if (group && ((wrapped && hangs(group, block)) || continues(group, block, around))) {
      if (/[A-Za-z]$/.test(group.last.text.slice(-1)) && /^[A-Za-z]/.test(block.text)) group.parts.push(' ');
      group.parts.push(block.text);
      group.last = block;
      const message = 'rejoined with the line before it';
      warnings.push({ line: block.line.number, code: 'page-split', message });
    } else groups.push({ first: block, last: block, parts: [block.text] });
  }
  return { blocks: groups.map(({ first, parts }) => ({ ...first, text: parts.join('') })), warnings };
}

/**
 * Whether the text is printed with its paragraphs set in and its lines cut at a width, so that every line that is
 * not set in goes on from the one before: all units are set in, and lines that are not mostly follow a cut sentence.
 */
function isWrapped(blocks: readonly Block[]): boolean {
  if (!blocks.some(({ line }) => line.indented)) return false;
  if (blocks.some(({ role, line }) => role.kind === 'unit' && !line.indented)) return false;
  let cut = 0;
  let whole = 0;
  for (const [index, { role, line }] of blocks.entries()) {
    const before = blocks[index - 1];
    if (role.kind !== 'text' || line.indented || !before || before.role.kind === 'heading') continue;
    if (isFull(before.line) && !isFinished(before.text)) cut += 1;
    else whole += 1;
  }
  return cut > 2 * whole;
}

const isFull = ({ text }: Line): boolean => text.length >= FULL_LINE;

/** In a text of wrapped lines: a line that is not set in, below a full one. */
const hangs = ({ first, last }: Group, { line, role }: Block): boolean =>
  !line.indented && role.kind === 'text' && first.role.kind !== 'heading' && isFull(last.line);

/** Marks that close or divide what stands before them, and words that go on after a quotation, begin no paragraph. */
const MID_SENTENCE = /^(?:[，、。；：！？）》”’,;:!?)]|修?改[为為])/;
/** `（五）法律、法规规定的其他情形` ends its list, with or without its full stop. */
const CATCH_ALL =
  /其(?:他|它)[^，。；]{0,12}(?:情形|情况|情況|行为|行為|事项|事項|职责|職責|条件|條件|措施|材料|内容|內容|义务|義務|权利|權利|活动|活動|方式)$/;
/** What speaks of the paragraph before it is a paragraph. */
const REFERS_BACK = /^(?:违反|違反|有|实施|實施|具有)?前(?:款|[两兩二三四]款|项|項|[两兩二三四]项)/;

/** What stands near a line, outside of its group. */
interface Around {
  /** The line before the group. */
  readonly earlier: Block | undefined;
  /** The next line, and the next that begins with a label or a marker. */
  readonly next: Block | undefined;
  readonly labelled: Block | undefined;
}

/** Whether `block` goes on where the lines of the group before it stop. */
function continues({ first, last }: Group, block: Block, { earlier, next, labelled }: Around): boolean {
  if (block.role.kind !== 'text' || isListed(block) || block.line.broken) return false;
  if (first.role.kind === 'heading' || last.text === '') return false;
  if (MID_SENTENCE.test(block.text)) return true;
  const listed = isListed(first);
  const between = listed && isBetween(first, labelled);
  const member = !listed && first.role.kind === 'text' && isMember(last, earlier);
  if (/[；;]$/.test(last.text)) return listed ? between : !member;
  const turned = block.line.turned === true && !isFinished(last.text) && !isNamed(last) && !member;
  if (turned && !REFERS_BACK.test(block.text)) return true;
  if (isFinished(last.text) || (first === last && !isFull(last.line)) || isNamed(last)) return false;
  const closesList = CATCH_ALL.test(last.text.slice(-30)) || REFERS_BACK.test(block.text);
  if (listed && !between && closesList) return false;
  return !(member && MEMBER.test(last.text) && (next === undefined || /[，、；,;。]$/.test(block.text)));
}

/** `副主任若干人，`: a name with the mark that divides it from the next, and no other. */
const MEMBER = /^[^，。；,;]+[，、,]$/;

/** The line is the name of its unit: `## 一、实际损失的赔偿范围`, `十二、第三者责任造成旅客伤亡的赔偿`. */
function isNamed({ role, line, text }: Block): boolean {
  const item = role.kind === 'unit' && role.unit.kind === 'item' && text.length < 24 && !isNorm(text);
  return (line.marked || item) && isHeadingText(text);
}

/** Nothing stands between （一） and （二） but the rest of （一）. Where a number is missing between them, its text does. */
function isBetween(first: Block, next: Block | undefined): boolean {
  const [marker, after] = [first, next].map((block) =>
    block?.role.kind === 'text' ? block.role.marker : null,
  );
  return !!marker && !!after && marker.style === after.style && marker.value + 1 === after.value;
}

/** A line of a list without markers: below `…由下列人员组成：`, or below another such line. */
function isMember(line: Block, above: Block | undefined): boolean {
  return (
    above !== undefined &&
    (isAnnouncing(above.text) || /[，、；,;]$/.test(above.text)) &&
    !isAnnouncing(line.text)
  );
}
