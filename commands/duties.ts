import { type Context, defineCommand } from '../src/chat/command.ts';
import { fitsCustomId } from '../src/chat/customId.ts';
import { clip, join, type Markdown } from '../src/chat/markdown.ts';
import { type Action, type Block, buttons, note, type Reply, text } from '../src/chat/reply.ts';
import { documentChoices } from '../src/chat/views/documents.ts';
import { menus } from '../src/chat/views/menus.ts';
import { documentList, opening, statusOf, toneOf } from '../src/chat/views/passage.ts';
import { documentNamed } from '../src/corpus/address/names.ts';
import { labelOf, printAddress, resolve } from '../src/corpus/address.ts';
import {
  countBodies,
  type Duty,
  documentsAtHand,
  type FoundDuties,
  findDuties,
  type KnownDuties,
  readDuties,
} from '../src/corpus/duties/duties.ts';
import { suggestBodies } from '../src/corpus/duties/suggest.ts';
import type { CorpusDocument } from '../src/corpus/types.ts';

/** So many norms to a page. */
const pageSize = 12;
/** Longer names are descriptions, and beyond what a menu holds. */
const longestName = 60;

export const duties = defineCommand({
  name: 'duties',
  access: 'everyone',
  audience: 'teams',
  options: {
    body: { type: 'string', autocomplete: true, maxLength: longestName },
    document: { type: 'string', autocomplete: true },
    share: { type: 'boolean' },
  },

  execute: ({ body, document }, context) => answer(body ?? '', document ?? '', 0, context),

  autocomplete(option, typed, { corpus, t }) {
    if (option === 'document') return documentChoices(typed, corpus);
    return suggestBodies(typed, documentsAtHand(corpus), 25).map(({ body, bears, joins }) => ({
      name: t('duties.bodies.choice', { body: body.name, count: bears + joins }),
      value: body.name,
    }));
  },

  actions: {
    show: ([body = '', document = '', page = '0'], context) =>
      answer(body, document, Number.parseInt(page, 10) || 0, context),
  },
});

function answer(asked: string, named: string, page: number, context: Context): Reply {
  const { corpus, t } = context;
  const document = named === '' ? corpus.documents[0] : documentNamed(named, corpus);
  if (!document)
    return problem(t.md('search.document.unknown', { document: named, documents: documentList(corpus) }));
  if (asked.trim() === '') return everybody(document, context);
  const found = findDuties(asked, [document]);
  if (found.duties.length === 0) return nothing(asked, found, document, context);
  return ofBody(asked, found, document, page, context);
}

const problem = (...sentences: readonly Markdown[]): Reply => ({
  tone: 'problem',
  blocks: sentences.map(text),
});

/** All bodies with their counts, and what speaks to none. */
function everybody(document: CorpusDocument, { corpus, t }: Context): Reply {
  const { info } = document;
  const bodies = countBodies([document]);
  const { unaddressed } = readDuties(document);
  if (bodies.length === 0) return problem(t.md('duties.bodies.none', { title: info.title }));
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
function nothing(asked: string, found: KnownDuties, document: CorpusDocument, context: Context): Reply {
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
  return problem(
    t.md('duties.unknown', { asked: name }),
    ...(likely.length === 0 ? [] : [t.md('duties.perhaps', { bodies: likely.join('、') })]),
  );
}

const officialName = (asked: string, { official }: FoundDuties, { t }: Context): readonly Block[] =>
  official === null || official === asked.trim() ? [] : [note(t.md('duties.official', { official }))];

function ofBody(
  asked: string,
  found: FoundDuties,
  document: CorpusDocument,
  page: number,
  context: Context,
): Reply {
  const { t } = context;
  const { info } = document;
  const norms = together(found.duties);
  const pages = Math.ceil(norms.length / pageSize);
  const index = Math.min(Math.max(0, page), pages - 1);
  const shown = norms.slice(index * pageSize, (index + 1) * pageSize);
  const bodies = found.names.join('、');
  const to = (page: number): Action => ({
    command: 'duties',
    name: 'show',
    args: [asked, info.id, String(page)],
  });
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
      ...(pages > 1 && fitsCustomId(to(pages))
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
