import { type Context, defineCommand } from '../src/chat/command.ts';
import { fitsCustomId } from '../src/chat/customId.ts';
import { join, type Markdown } from '../src/chat/markdown.ts';
import { type Action, type Block, buttons, note, type Reply, text } from '../src/chat/reply.ts';
import { highlighted } from '../src/chat/views/highlight.ts';
import { documentList, statusOf } from '../src/chat/views/passage.ts';
import { documentNamed } from '../src/corpus/address/names.ts';
import { printAddress, resolve, suggestReferences } from '../src/corpus/address.ts';
import type { SearchHit } from '../src/corpus/search/search.ts';

const pageSize = 5;
/** Longer queries are no words to look for; this also fits, with all else, in a button's `custom_id`. */
const longestQuery = 60;

export const search = defineCommand({
  name: 'search',
  access: 'everyone',
  audience: 'teams',
  options: {
    query: { type: 'string', required: true, autocomplete: true },
    document: { type: 'string', autocomplete: true },
    share: { type: 'boolean' },
  },

  execute: ({ query, document }, context) => find(query, document ?? '', 0, context),

  autocomplete(option, typed, { corpus }) {
    if (option === 'document')
      return corpus.documents
        .map(({ info }) => ({
          name: info.title,
          value: info.id,
          key: `${info.title} ${info.aliases.join(' ')}`,
        }))
        .filter(({ key }) => key.includes(typed.trim()));
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
    page: ([query = '', document = '', page = '0'], context) =>
      find(query, document, Number.parseInt(page, 10) || 0, context),
  },
});

function find(query: string, document: string, page: number, context: Context): Reply {
  const { t, corpus } = context;
  const problem = (sentence: Markdown): Reply => ({ tone: 'problem', blocks: [text(sentence)] });
  const length = [...query].length;
  if (length > longestQuery) return problem(t.md('search.too-long', { length, limit: longestQuery }));
  const within = document === '' ? null : documentNamed(document, corpus);
  if (within === undefined)
    return problem(t.md('search.document.unknown', { document, documents: documentList(corpus) }));

  const found = context.search.search(query, {
    ...(within ? { document: within.info.id } : {}),
    offset: Math.max(0, page) * pageSize,
    limit: pageSize,
  });
  if (!found.ok) return problem(t.md('search.empty'));
  const { hits, total } = found.value;
  if (hits.length === 0) return { tone: 'plain', blocks: [text(t.md('search.none', { query }))] };
  const pages = Math.ceil(total / pageSize);
  const to = (page: number): Action => ({
    command: 'search',
    name: 'page',
    args: [query, within?.info.id ?? '', String(page)],
  });
  return {
    tone: 'plain',
    blocks: [
      text(t.md('search.heading', { query })),
      ...hits.map((hit) => text(hitText(hit, context))),
      note(t.md('search.count', { total, page: page + 1, pages })),
      openMenu(hits, context),
      ...(pages > 1 && fitsCustomId(to(pages))
        ? [
            buttons(
              { label: t('page.previous'), action: to(page - 1), disabled: page === 0 },
              { label: t('page.next'), action: to(page + 1), disabled: page >= pages - 1 },
            ),
          ]
        : []),
    ],
  };
}

function hitText(hit: SearchHit, { corpus, t }: Context): Markdown {
  const document = corpus.document(hit.document);
  const passage = resolve(hit.address, corpus);
  const caption = passage.ok ? (passage.value.units[0]?.caption ?? '') : '';
  return join([
    t.md('search.hit', {
      label: hit.label,
      caption,
      document: document?.info.title ?? hit.document,
      status: document ? statusOf(document.info, t) : '',
    }),
    highlighted({ text: hit.snippet, marks: hit.marks }),
  ]);
}

const openMenu = (hits: readonly SearchHit[], { t }: Context): Block => ({
  type: 'select',
  action: { command: 'article', name: 'show', args: ['0'] },
  placeholder: t('search.open'),
  options: hits.map((hit) => ({ label: hit.label, value: printAddress(hit.address) })),
});
