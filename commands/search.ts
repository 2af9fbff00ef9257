import type { MessageKey, Translate } from '../src/chat/catalogue/index.ts';
import { type Context, defineCommand } from '../src/chat/command.ts';
import { fitsCustomId } from '../src/chat/customId.ts';
import { clip, join, type Markdown, md } from '../src/chat/markdown.ts';
import { lastPage, readPage } from '../src/chat/page.ts';
import { type Action, type Block, buttons, note, problem, type Reply, text } from '../src/chat/reply.ts';
import { documentChoices, headingChoices } from '../src/chat/views/documents.ts';
import { highlighted } from '../src/chat/views/highlight.ts';
import { statusOf } from '../src/chat/views/passage.ts';
import { searchProblem } from '../src/chat/views/search.ts';
import { documentNamed } from '../src/corpus/address/names.ts';
import { printAddress, resolve, suggestReferences } from '../src/corpus/address.ts';
import type { SearchHit } from '../src/corpus/search/search.ts';
import { type DocumentStatus, STATUSES } from '../src/corpus/types.ts';
import { hashOf } from '../src/hash.ts';

const pageSize = 5;
/** Longer queries are no words to look for. */
const longestQuery = 60;
/** How long a search that does not fit its buttons is kept. */
const keptMs = 24 * 60 * 60 * 1000;

export const search = defineCommand({
  name: 'search',
  access: 'everyone',
  audience: 'teams',
  options: {
    query: { type: 'string', required: true, autocomplete: true },
    document: { type: 'string', autocomplete: true },
    chapter: { type: 'string', autocomplete: true },
    status: {
      type: 'string',
      choices: {
        'in-force': 'status.in-force',
        draft: 'status.draft',
        plan: 'status.plan',
        unknown: 'status.unknown',
      } satisfies Record<DocumentStatus, MessageKey>,
    },
    share: { type: 'boolean' },
  },

  execute: ({ query, document = '', chapter = '', status = '' }, context) =>
    find({ query, document, chapter, status }, 0, context),

  autocomplete(option, typed, { corpus }, given) {
    if (option === 'document') return documentChoices(typed, corpus);
    if (option === 'chapter')
      return headingChoices(typed, documentNamed(given.document ?? '', corpus) ?? corpus.documents[0]);
    const words = typed.trim();
    return [
      // What is being typed is itself a query; what it may mean comes after.
      ...(words === '' || words.length > longestQuery ? [] : [{ name: words, value: words }]),
      ...suggestReferences(typed, corpus, 15).map(({ label, caption }) => ({
        name: caption ? `${label} ${caption}` : label,
        value: caption ?? label,
      })),
    ].filter(({ value }, index, all) => all.findIndex((other) => other.value === value) === index);
  },

  actions: {
    page: ([query = '', document = '', page = '0', chapter = '', status = ''], context) =>
      find({ query, document, chapter, status }, readPage(page), context),
    // The same for a search that is too long for a button: it is kept under a name of its own, for a day.
    kept: async ([name = '', page = '0'], context) => {
      const asked = await context.cache.get<Asked>(`search:${name}`);
      if (!asked) return problem(context.t.md('search.gone'));
      return find(asked, readPage(page), context);
    },
  },
});

/** What is asked, as it was given; a filter that is empty is none. */
interface Asked {
  readonly query: string;
  readonly document: string;
  readonly chapter: string;
  readonly status: string;
}

/** A page that is not there is the last one. */
async function find(asked: Asked, page: number, context: Context): Promise<Reply> {
  const { query, document, chapter, status } = asked;
  const { t, corpus } = context;
  const length = [...query].length;
  if (length > longestQuery)
    return problem(searchProblem({ code: 'too-long', length, limit: longestQuery }, corpus, t));
  const within = document === '' ? null : documentNamed(document, corpus);
  if (within === undefined) return problem(searchProblem({ code: 'no-such-document', document }, corpus, t));
  const only = STATUSES.find((known) => known === status);
  if (status !== '' && !only) return problem(t.md('search.status.unknown', { status: clip(status, 60) }));

  const found = context.search.search(query, {
    ...(within ? { document: within.info.id } : {}),
    ...(chapter === '' ? {} : { chapter }),
    ...(only ? { status: only } : {}),
    offset: page * pageSize,
    limit: pageSize,
  });
  if (!found.ok) return problem(searchProblem(found.error, corpus, t));
  const { hits, total } = found.value;
  const last = lastPage(total, pageSize);
  if (page > last) return find(asked, last, context);
  const filters = [within?.info.title ?? '', chapter, only ? t(`status.${only}`) : ''].filter(Boolean);
  const scope = filters.length === 0 ? [] : [note(t.md('search.within', { filters: filters.join(' · ') }))];
  if (hits.length === 0) return { tone: 'plain', blocks: [text(t.md('search.none', { query })), ...scope] };
  const to = await pageTurner({ ...asked, document: within?.info.id ?? '' }, last, context);
  return {
    tone: 'plain',
    blocks: [
      text(t.md('search.heading', { query })),
      ...scope,
      ...hits.map((hit) => text(hitText(hit, context))),
      note(t.md('search.count', { total, page: page + 1, pages: last + 1 })),
      openMenu(hits, context),
      ...(last > 0 ? [pageButtons(page, last, to, t)] : []),
    ],
  };
}

/** What turns to a page: all of the search in the button, so that it is answered after a restart too, or the name it is kept under. */
async function pageTurner(asked: Asked, last: number, { cache }: Context): Promise<(page: number) => Action> {
  const { query, document, chapter, status } = asked;
  const whole = (page: number): Action => ({
    command: 'search',
    name: 'page',
    args: [query, document, String(page), chapter, status],
  });
  if (last === 0 || fitsCustomId(whole(last + 1))) return whole;
  const name = hashOf(JSON.stringify(asked));
  await cache.set(`search:${name}`, asked, keptMs);
  return (page) => ({ command: 'search', name: 'kept', args: [name, String(page)] });
}

const pageButtons = (page: number, last: number, to: (page: number) => Action, t: Translate): Block =>
  buttons(
    { label: t('page.previous'), action: to(page - 1), disabled: page === 0 },
    { label: t('page.next'), action: to(page + 1), disabled: page === last },
  );

function hitText(hit: SearchHit, { corpus, t }: Context): Markdown {
  const document = corpus.document(hit.document);
  const passage = resolve(hit.address, corpus);
  const caption = passage.ok ? (passage.value.units[0]?.caption ?? '') : '';
  return join([
    t.md('search.hit', {
      name: caption === '' ? md`**${hit.label}**` : md`**${hit.label}** ${caption}`,
      document: document?.info.title ?? hit.document,
      status: document ? statusOf(document.info, t) : '',
    }),
    highlighted({ ...hit, text: hit.snippet }),
  ]);
}

const openMenu = (hits: readonly SearchHit[], { t }: Context): Block => ({
  type: 'select',
  action: { command: 'article', name: 'show', args: ['0'] },
  placeholder: t('search.open'),
  options: hits.map((hit) => ({ label: hit.label, value: printAddress(hit.address) })),
});
