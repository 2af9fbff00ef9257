import { type Context, defineCommand } from '../src/chat/command.ts';
import { clip, join, type Markdown, md } from '../src/chat/markdown.ts';
import { type Block, buttons, note, type Reply, text } from '../src/chat/reply.ts';
import { menus } from '../src/chat/views/menus.ts';
import { documentList, opening, statusOf, toneOf } from '../src/chat/views/passage.ts';
import { documentNamed } from '../src/corpus/address/names.ts';
import { type PassageUnit, printAddress, resolve } from '../src/corpus/address.ts';
import type { CorpusDocument, OutlineEntry } from '../src/corpus/types.ts';

export const outline = defineCommand({
  name: 'outline',
  access: 'everyone',
  audience: 'teams',
  options: { document: { type: 'string', autocomplete: true }, share: { type: 'boolean' } },

  execute: ({ document }, context) =>
    chapters(document ?? context.corpus.documents[0]?.info.id ?? '', context),

  autocomplete: (_, typed, { corpus }) =>
    corpus.documents
      .filter(({ info }) =>
        [info.title, info.id, ...info.aliases].some((name) => name.includes(typed.trim())),
      )
      .map(({ info }) => ({ name: info.title, value: info.id })),

  actions: {
    show: ([document = ''], context) => chapters(document, context),
    chapter: ([index = '', document = ''], context) => chapter(document, Number.parseInt(index, 10), context),
  },
});

/** The headings of a document with the units under each; a document without headings lists its units at once. */
function chapters(name: string, context: Context): Reply {
  const { corpus, t } = context;
  const document = documentNamed(name, corpus);
  if (!document)
    return {
      tone: 'problem',
      blocks: [text(t.md('search.document.unknown', { document: name, documents: documentList(corpus) }))],
    };
  const { info, law } = document;
  const head = [
    text(t.md('outline.heading', { title: info.title })),
    note(t.md('outline.counts', { divisions: law.outline.length, units: law.units.length })),
    note(md`${statusOf(info, t)}`),
  ];
  if (law.outline.length === 0)
    return {
      tone: toneOf(info),
      blocks: [...head, ...unitBlocks(document, law.units.map(numberOf), context)],
    };
  return {
    tone: toneOf(info),
    blocks: [
      ...head,
      text(join(law.outline.map((entry) => headingLine(entry, document)))),
      ...menus(
        law.outline.flatMap((entry, index) =>
          entry.first === null
            ? []
            : [
                {
                  label: clip(headingOf(entry), 100),
                  value: String(index),
                  description: clip(rangeOf(entry, document), 100),
                },
              ],
        ),
        { command: 'outline', name: 'chapter', args: [info.id] },
        t('outline.choose'),
      ),
    ],
  };
}

/** One heading with what each of its units is about. */
function chapter(name: string, index: number, context: Context): Reply {
  const document = documentNamed(name, context.corpus);
  const entry = document?.law.outline[index];
  if (!document || !entry) return chapters(name, context);
  const { info, law } = document;
  const numbers = law.units.map(numberOf);
  const under = numbers.slice(numbers.indexOf(entry.first ?? ''), numbers.indexOf(entry.last ?? '') + 1);
  return {
    tone: toneOf(info),
    blocks: [
      text(context.t.md('outline.heading', { title: `${info.title}》《${headingOf(entry)}` })),
      ...unitBlocks(document, under, context),
      buttons({
        label: context.t('outline.back'),
        action: { command: 'outline', name: 'show', args: [info.id] },
      }),
    ],
  };
}

function unitBlocks(
  { info }: CorpusDocument,
  numbers: readonly string[],
  { corpus, t }: Context,
): readonly Block[] {
  const units = numbers.flatMap((unit) => {
    const passage = resolve({ document: info.id, unit }, corpus);
    return passage.ok ? passage.value.units : [];
  });
  return [
    text(join(units.map((unit) => md`**${unit.label}** ${about(unit)}`))),
    note(t.md('outline.captions')),
    ...menus(
      units.map((unit) => ({
        label: clip(unit.label, 100),
        value: printAddress(unit.address),
        description: clip(about(unit), 100),
      })),
      { command: 'article', name: 'show', args: ['0'] },
      t('outline.open'),
    ),
  ];
}

const about = (unit: PassageUnit): string => unit.caption ?? opening(unit);
const numberOf = ({ number }: { readonly number: string }): string => number;
const headingOf = ({ label, title }: OutlineEntry): string => `${label} ${title}`.trim();

/** Headings below the uppermost level of their document are indented by their level. */
function headingLine(entry: OutlineEntry, document: CorpusDocument): Markdown {
  const levels = [...new Set(document.law.outline.map(({ level }) => level))];
  const depth = levels.indexOf(entry.level);
  const range = md` ${rangeOf(entry, document)}`;
  return depth === 0
    ? md`**${headingOf(entry)}**${range}`
    : md`${'　'.repeat(depth)}${headingOf(entry)}${range}`;
}

/** `第十六条–第三十五条`, in the units' own labels. */
function rangeOf({ first, last }: OutlineEntry, { law }: CorpusDocument): string {
  const label = (number: string | null) => law.units.find((unit) => unit.number === number)?.label ?? '';
  return first === last ? label(first) : `${label(first)}–${label(last)}`;
}
