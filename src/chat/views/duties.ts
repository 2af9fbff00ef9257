import { labelOf, printAddress, resolve } from '../../corpus/address.ts';
import {
  countBodies,
  type Duty,
  documentsAtHand,
  type FoundDuties,
  findDuties,
  type KnownDuties,
  readDuties,
} from '../../corpus/duties/duties.ts';
import { suggestBodies } from '../../corpus/duties/suggest.ts';
import type { CorpusDocument } from '../../corpus/types.ts';
import type { Context } from '../command.ts';
import { fitsCustomId } from '../customId.ts';
import { clip, join, type Markdown } from '../markdown.ts';
import { type Action, type Block, buttons, note, type Reply, text } from '../reply.ts';
import { longestName } from './longestName.ts';
import { menus } from './menus.ts';
import { opening, statusOf, toneOf } from './passage.ts';

/** So many norms to a page. */
const pageSize = 12;

/** All bodies with their counts, and what speaks to none. */
export function bodiesReply(document: CorpusDocument, { corpus, t }: Context): Reply {
  const { info } = document;
  const bodies = countBodies([document]);
  const { unaddressed } = readDuties(document);
  if (bodies.length === 0)
    return { tone: 'plain', blocks: [text(t.md('duties.bodies.none', { title: info.title }))] };
  const lines = bodies.map(({ body, bears, joins }) =>
    t.md('duties.bodies.line', { body: body.name, count: bears + joins }),
  );
  return {
    tone: toneOf(info),
    blocks: [
      text(t.md('duties.bodies.heading', { title: info.title })),
      note(t.md('duties.place', { title: info.title, status: statusOf(info, t) })),
      text(join(lines, ' · ')),
      ...(unaddressed.length === 0
        ? []
        : [
            note(
              t.md('duties.bodies.unaddressed', {
                labels: unaddressed.map((address) => labelOf(address, corpus)).join('、'),
              }),
            ),
          ]),
      ...menus(
        bodies
          .filter(({ body }) => body.name.length <= longestName)
          .map(({ body, bears, joins }) => ({
            label: t('duties.bodies.choice', { body: body.name, count: bears + joins }),
            value: body.name,
          })),
        { command: 'duties', name: 'show', args: [info.id] },
        t('duties.bodies.choose'),
      ),
    ],
  };
}

/** This document says nothing to a body that we know; or nobody has that name. */
export function noDutiesReply(
  asked: string,
  found: KnownDuties,
  document: CorpusDocument,
  context: Context,
): Reply {
  const { t } = context;
  const name = clip(asked, 60);
  if (found.known)
    return {
      tone: 'plain',
      blocks: [
        text(t.md('duties.none', { asked: name, title: document.info.title })),
        ...officialName(asked, found, context),
        ...elsewhere(asked, document, context).map(note),
      ],
    };
  const likely = suggestBodies(asked, [document], 5).map(({ body }) => body.name);
  return {
    tone: 'problem',
    blocks: [
      text(t.md('duties.unknown', { asked: name })),
      ...(likely.length === 0 ? [] : [text(t.md('duties.perhaps', { bodies: likely.join('、') }))]),
    ],
  };
}

const officialName = (asked: string, { official }: FoundDuties, { t }: Context): readonly Block[] =>
  official === null || official === asked.trim() ? [] : [note(t.md('duties.official', { official }))];

export function dutiesReply(
  asked: string,
  found: FoundDuties,
  document: CorpusDocument,
  page: number,
  context: Context,
): Reply {
  const { t } = context;
  const { info } = document;
  const norms = together(found.duties);
  const to = (page: number): Action => ({
    command: 'duties',
    name: 'show',
    args: [asked, info.id, String(page)],
  });
  // Where the way to the next page fits no button, there is but one page.
  const pages = fitsCustomId(to(norms.length)) ? Math.ceil(norms.length / pageSize) : 1;
  const index = Math.min(Math.max(0, page), pages - 1);
  const shown = pages === 1 ? norms : norms.slice(index * pageSize, (index + 1) * pageSize);
  const bodies = found.names.join('、');
  return {
    tone: toneOf(info),
    blocks: [
      text(t.md('duties.heading', { bodies: clip(bodies, 200), count: norms.length })),
      note(t.md('duties.place', { title: info.title, status: statusOf(info, t) })),
      ...(found.names.includes(asked.trim())
        ? []
        : [note(t.md('duties.meant', { asked, bodies: clip(bodies, 200) }))]),
      ...officialName(asked, found, context),
      text(join(shown.map((norm) => line(norm, found, context)))),
      note(t.md('duties.derived')),
      ...elsewhere(asked, document, context).map(note),
      ...(found.others.length === 0
        ? []
        : [note(t.md('duties.others', { bodies: clip(found.others.join('、'), 200) }))]),
      openMenu(shown, context),
      ...(pages > 1
        ? [
            note(t.md('article.page', { page: index + 1, pages })),
            buttons(
              { label: t('page.previous'), action: to(index - 1), disabled: index === 0 },
              { label: t('page.next'), action: to(index + 1), disabled: index >= pages - 1 },
            ),
          ]
        : []),
    ],
  };
}

/** One norm with those of the bodies asked for that it speaks to. */
interface Norm extends Duty {
  readonly bodies: readonly string[];
}

/** Duties that are one norm for several bodies (市、区人民政府) as that norm. */
function together(duties: readonly Duty[]): readonly Norm[] {
  const groups = Map.groupBy(
    duties,
    ({ address, action, role }) => `${printAddress(address)} ${role} ${action}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first, bodies: group.map(({ body }) => body.name) }] : [];
  });
}

function line(norm: Norm, found: FoundDuties, { corpus, t }: Context): Markdown {
  const { address, modal, action, role, stated, bodies } = norm;
  const marks = [
    ...(found.names.length > 1 ? [bodies.join('、')] : []),
    ...(role === 'joins' ? [t('duties.joins')] : []),
    ...(stated ? [] : [t('duties.unstated')]),
  ];
  const said = t.md('duties.line', {
    label: labelOf(address, corpus),
    modal,
    action: action.replaceAll('\n', ' '),
  });
  return marks.length === 0 ? said : t.md('duties.line.of', { line: said, marks: marks.join('；') });
}

/** What other documents that are at hand say to the same body. */
function elsewhere(asked: string, { info }: CorpusDocument, { corpus, t }: Context): readonly Markdown[] {
  const others = documentsAtHand(corpus)
    .filter((other) => other.info.id !== info.id)
    .map((other) => ({ other, count: together(findDuties(asked, [other]).duties).length }))
    .filter(({ count }) => count > 0);
  if (others.length === 0) return [];
  const documents = others.map(({ other, count }) =>
    t('duties.elsewhere.document', { title: other.info.title, count }),
  );
  return [t.md('duties.elsewhere', { documents: documents.join('、') })];
}

/** The articles of a page to open. */
function openMenu(norms: readonly Norm[], { corpus, t }: Context): Block {
  const places = new Map(norms.map(({ address }) => [printAddress(address), address]));
  return {
    type: 'select',
    action: { command: 'article', name: 'show', args: ['0'] },
    placeholder: t('duties.open'),
    options: [...places].slice(0, 25).map(([value, address]) => {
      const passage = resolve(address, corpus);
      const [unit] = passage.ok ? passage.value.units : [];
      return {
        label: clip(labelOf(address, corpus), 100),
        value,
        description: clip(unit?.caption ?? opening(unit), 100),
      };
    }),
  };
}
