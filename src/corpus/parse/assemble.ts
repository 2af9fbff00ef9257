import type { OutlineEntry, OutlineLevel, Unit } from '../types.ts';
import { type Block, isListed } from './blocks.ts';
import type { Heading } from './headings.ts';
import { isHeadingText } from './label/heading.ts';

/** From the outermost to the innermost. */
const LEVELS: readonly OutlineLevel[] = ['part', 'subpart', 'chapter', 'section', 'division', 'subdivision'];

export interface Assembled {
  readonly preamble: readonly string[];
  readonly outline: readonly OutlineEntry[];
  readonly units: readonly Unit[];
}

interface Growing {
  readonly heading: Heading;
  readonly paragraphs: string[];
  first: string | null;
  last: string | null;
}

/** A heading under which a law states why it is made; its text is the preamble. */
const PREAMBLE_HEADING = /^(?:序言|前言|引言|导言|導言)$/;

/** Folds blocks in reading order into units, the outline above them and the text before them. */
export function assemble(blocks: readonly Block[]): Assembled {
  const preamble: string[] = [];
  const outline: Growing[] = [];
  const units: (Unit & { readonly paragraphs: string[] })[] = [];
  let open: Growing[] = [];
  let paragraphs = preamble;
  for (const block of blocks) {
    const { role, text } = block;
    if (role.kind === 'heading') {
      const depth = LEVELS.indexOf(role.heading.level);
      const entry: Growing = { heading: role.heading, paragraphs: [], first: null, last: null };
      open = [...open.filter(({ heading }) => LEVELS.indexOf(heading.level) < depth), entry];
      outline.push(entry);
      paragraphs = PREAMBLE_HEADING.test(role.heading.title) ? preamble : entry.paragraphs;
    } else if (role.kind === 'unit') {
      paragraphs = [];
      for (const entry of open) {
        entry.first ??= role.unit.number;
        entry.last = role.unit.number;
      }
      const path = open.map(({ heading }) => nameOf(heading));
      units.push({ ...role.unit, path, paragraphs });
    }
    addParagraph(paragraphs, text, isListed(block) && paragraphs === units.at(-1)?.paragraphs);
  }
  return {
    preamble,
    outline: outline.map(({ heading: { level, label, title }, first, last, paragraphs }) => ({
      level,
      label,
      title,
      first,
      last,
      ...(paragraphs.length > 0 ? { paragraphs } : {}),
    })),
    units: units.map((unit) => {
      const heading = findRunInHeading(unit);
      return heading === null ? unit : { ...unit, heading };
    }),
  };
}

/** `第三章 创新主体`, `二、打造产业集群`, `附则` */
const nameOf = ({ label, title }: Heading): string =>
  (/[章节節编編分]$/.test(label) ? `${label} ${title}` : `${label}${title}`).trim();

/** 项 and 目 belong to the 款 that they stand below; outside of units there is no 款, and each line stands alone. */
function addParagraph(paragraphs: string[], text: string, listed: boolean): void {
  const above = paragraphs.at(-1);
  if (text === '') return;
  if (listed && above !== undefined) paragraphs.splice(-1, 1, `${above}\n${text}`);
  else paragraphs.push(text);
}

/** `第三条（适用范围）本条例…`, `第三条【适用范围】本条例…` */
const BRACKETED = /^[（(【[]([^（()）【】[\]]{2,20})[）)】\]](?=.)/;
/** The first sentence of a measure: `建设世界一流国家实验室体系。建立央地协同…` */
const FIRST_SENTENCE = /^([^。，；：,;:]{2,40})。(?=.)/;

/** The name that a unit gives itself at the start of its own text, if it does. */
function findRunInHeading({ kind, paragraphs }: Unit): string | null {
  const [paragraph = '', second] = paragraphs;
  const [first = '', below] = paragraph.split('\n', 2);
  if (kind === 'article') return BRACKETED.exec(first)?.[1] ?? null;
  if ((below ?? second) !== undefined && isHeadingText(first)) return first;
  return FIRST_SENTENCE.exec(first)?.[1] ?? null;
}
