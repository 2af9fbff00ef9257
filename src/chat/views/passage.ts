import type { Passage, PassageUnit } from '../../corpus/address.ts';
import { labelOf, printAddress } from '../../corpus/address.ts';
import type { Address, Corpus, DocumentInfo } from '../../corpus/types.ts';
import type { Translate } from '../catalogue/index.ts';
import { code, join, md, quote } from '../markdown.ts';
import {
  type Action,
  type Block,
  type Button,
  buttons,
  divider,
  note,
  type Reply,
  type Tone,
  text,
} from '../reply.ts';

/** What a page of a long passage holds at most, in characters of law. A single longer unit is a page of its own. */
const pageSize = 2500;

export const showAction = (address: Address, page = 0): Action => ({
  command: 'article',
  name: 'show',
  args: page === 0 ? [printAddress(address)] : [printAddress(address), String(page)],
});

/**
 * A passage in the law's own words, always as a quote, with its place, status and address; what is ours says so. Long ranges
 * are paged; `page` counts from 0 and is brought into range.
 */
export function passageReply(passage: Passage, page: number, corpus: Corpus, t: Translate): Reply {
  const pages = paged(passage.units);
  const index = Math.min(Math.max(0, page), pages.length - 1);
  const units = pages[index] ?? [];
  const info = passage.document;
  return {
    tone: toneOf(info),
    blocks: [
      ...passageBlocks(passage, t, units),
      ...(pages.length > 1 ? [note(t.md('article.page', { page: index + 1, pages: pages.length }))] : []),
      buttons(
        ...(pages.length > 1 ? pageButtons(passage, index, pages.length, t) : neighbours(passage, corpus, t)),
      ),
    ],
  };
}

/** A passage, or those of its units, as law is always shown: quoted, with its place, status and address. */
export function passageBlocks(passage: Passage, t: Translate, units = passage.units): readonly Block[] {
  const info = passage.document;
  return [
    ...units.flatMap((unit, position) => [
      ...(position > 0 ? [divider] : []),
      ...unitBlocks(unit, passage.address.paragraph === undefined ? unit.label : passage.label, info, t),
    ]),
    note(t.md('article.source', { status: statusOf(info, t), address: code(printAddress(passage.address)) })),
  ];
}

function unitBlocks(unit: PassageUnit, label: string, info: DocumentInfo, t: Translate): readonly Block[] {
  return [
    text(t.md('article.heading', { label })),
    note(
      t.md('article.place', {
        title: info.title,
        path: unit.path.length === 0 ? '' : ` ${unit.path.join(' › ')}`,
      }),
    ),
    text(quote(unit.paragraphs.map((paragraph) => paragraph.text).join('\n\n'))),
    ...(unit.caption === null ? [] : [note(t.md('article.caption', { caption: unit.caption }))]),
  ];
}

function paged(units: readonly PassageUnit[]): readonly (readonly PassageUnit[])[] {
  const pages: PassageUnit[][] = [[]];
  let size = 0;
  for (const unit of units) {
    const length = unit.paragraphs.reduce((sum, paragraph) => sum + paragraph.text.length, 0);
    // Each unit of a page takes four components; Discord takes forty in all.
    if (size > 0 && (size + length > pageSize || (pages.at(-1)?.length ?? 0) >= 7)) {
      pages.push([]);
      size = 0;
    }
    pages.at(-1)?.push(unit);
    size += length;
  }
  return pages;
}

function neighbours(passage: Passage, corpus: Corpus, t: Translate): readonly Button[] {
  const { previous, next, address } = passage;
  return [
    ...(previous
      ? [{ label: t('article.previous', { label: labelOf(previous, corpus) }), action: showAction(previous) }]
      : []),
    ...(next
      ? [{ label: t('article.next', { label: labelOf(next, corpus) }), action: showAction(next) }]
      : []),
    ...(address.paragraph === undefined
      ? []
      : [
          {
            label: t('article.whole'),
            action: showAction({ document: address.document, unit: address.unit }),
          },
        ]),
    {
      label: t('article.outline'),
      action: { command: 'outline', name: 'show', args: [address.document] },
    },
    // Measures are linked to the ordinance's articles alone.
    ...(address.document === corpus.documents[0]?.info.id && address.through === undefined
      ? [
          {
            label: t('article.follow'),
            action: { command: 'subscribe', name: 'follow', args: [address.unit] },
          },
        ]
      : []),
  ];
}

const pageButtons = ({ address }: Passage, index: number, count: number, t: Translate): readonly Button[] => [
  { label: t('page.previous'), action: showAction(address, index - 1), disabled: index === 0 },
  { label: t('page.next'), action: showAction(address, index + 1), disabled: index === count - 1 },
];

/** The colour of a document's text; its status is always said in words as well. */
export const toneOf = ({ status }: DocumentInfo): Tone =>
  status === 'in-force' ? 'law' : status === 'draft' ? 'draft' : 'policy';

/** `现行有效，自 2024-03-01 起施行`; a draft is never called anything but a draft. */
export const statusOf = ({ status, dates }: DocumentInfo, t: Translate): string =>
  status === 'in-force' && dates.effective
    ? t('status.in-force.since', { date: dates.effective })
    : t(`status.${status}`);

/** So many documents are listed by name; a team may keep thousands. */
export const listedDocuments = 12;

/** The first documents by name, as a list within a sentence, with the number of all where there are more. */
export function documentList({ documents }: Corpus): string {
  const names = documents.slice(0, listedDocuments).map(({ info }) => `《${info.title}》`);
  return names.join('、') + (documents.length > listedDocuments ? ` … (${documents.length})` : '');
}

/** A few passages to choose from: label and caption, or the text's own opening words. */
export const passageList = (passages: readonly Passage[]) =>
  join(passages.map(({ label, units: [unit] }) => md`• **${label}** ${unit?.caption ?? opening(unit)}`));

/** The first words of a unit, for lists where it has no caption. */
export const opening = (unit: PassageUnit | undefined, length = 24): string => {
  const words = unit?.paragraphs[0]?.text ?? '';
  return words.length > length ? `${words.slice(0, length)}…` : words;
};
