import { type Context, defineCommand } from '../src/chat/command.ts';
import { clip, join, type Markdown } from '../src/chat/markdown.ts';
import { type Block, buttons, note, type Reply, text } from '../src/chat/reply.ts';
import { highlighted } from '../src/chat/views/highlight.ts';
import { showAction, statusOf } from '../src/chat/views/passage.ts';
import { referenceProblem } from '../src/chat/views/problem.ts';
import { parseReference, printAddress, resolve, suggestReferences } from '../src/corpus/address.ts';
import type { Related } from '../src/corpus/related/related.ts';

/** So many passages of each document. */
const perDocument = 3;
/** So many documents: a message holds no more. */
const mostDocuments = 6;

export const related = defineCommand({
  name: 'related',
  access: 'everyone',
  audience: 'teams',
  options: {
    ref: { type: 'string', required: true, autocomplete: true },
    share: { type: 'boolean' },
  },

  execute: ({ ref }, context) => show(ref, context),

  autocomplete: (_, typed, { corpus }) =>
    suggestReferences(typed, corpus, 25).map(({ address, label, caption }) => ({
      name: caption ? `${label} ${caption}` : label,
      value: printAddress(address),
    })),

  actions: { show: ([ref = ''], context) => show(ref, context) },
});

async function show(ref: string, context: Context): Promise<Reply> {
  // Loaded when it is first asked for: a bot at rest does without.
  const { findRelated } = await import('../src/corpus/related/related.ts');
  const { corpus, t } = context;
  const address = parseReference(ref, corpus);
  const passage = address.ok ? resolve(address.value, corpus) : address;
  if (!passage.ok) return referenceProblem(passage.error, ref, corpus, t);
  const { label } = passage.value;
  const own = { label: clip(label, 80), action: showAction(passage.value.address) };
  const found = Map.groupBy(findRelated(passage.value, corpus, perDocument), ({ document }) => document);
  if (found.size === 0)
    return { tone: 'plain', blocks: [text(t.md('related.none', { label })), buttons(own)] };
  const documents = [...found].slice(0, mostDocuments);
  return {
    tone: 'plain',
    blocks: [
      text(t.md('related.heading', { label })),
      ...documents.flatMap(([id, hits]) => documentBlocks(id, hits, context)),
      note(t.md('related.derived')),
      openMenu(
        documents.flatMap(([, hits]) => hits),
        context,
      ),
      buttons(own),
    ],
  };
}

function documentBlocks(id: string, hits: readonly Related[], { corpus, t }: Context): readonly Block[] {
  const info = corpus.document(id)?.info;
  return [
    text(
      t.md('related.document', { title: info?.title ?? id, status: info ? `· ${statusOf(info, t)}` : '' }),
    ),
    text(join(hits.map((hit) => hitText(hit, t)))),
  ];
}

const hitText = ({ label, shared, snippet }: Related, t: Context['t']): Markdown =>
  join([t.md('related.hit', { label, words: shared.join('、') }), highlighted(snippet)]);

const openMenu = (hits: readonly Related[], { t }: Context): Block => ({
  type: 'select',
  action: { command: 'article', name: 'show', args: ['0'] },
  placeholder: t('search.open'),
  options: hits
    .slice(0, 25)
    .map(({ label, address }) => ({ label: clip(label, 100), value: printAddress(address) })),
});
