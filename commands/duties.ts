import { type Context, defineCommand } from '../src/chat/command.ts';
import { readPage } from '../src/chat/page.ts';
import { type Reply, text } from '../src/chat/reply.ts';
import { documentChoices } from '../src/chat/views/documents.ts';
import { longestName } from '../src/chat/views/longestName.ts';
import { documentList } from '../src/chat/views/passage.ts';
import { documentNamed } from '../src/corpus/address/names.ts';

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

  async autocomplete(option, typed, { corpus, t }) {
    if (option === 'document') return documentChoices(typed, corpus);
    const [{ suggestBodies }, { documentsAtHand }] = await Promise.all([
      import('../src/corpus/duties/suggest.ts'),
      import('../src/corpus/duties/duties.ts'),
    ]);
    return suggestBodies(typed, documentsAtHand(corpus), 25).map(({ body, bears, joins }) => ({
      name: t('duties.bodies.choice', { body: body.name, count: bears + joins }),
      value: body.name,
    }));
  },

  actions: {
    show: ([body = '', document = '', page = '0'], context) =>
      answer(body, document, readPage(page), context),
  },
});

async function answer(asked: string, named: string, page: number, context: Context): Promise<Reply> {
  const { corpus, t } = context;
  const document = named === '' ? corpus.documents[0] : documentNamed(named, corpus);
  if (!document)
    return {
      tone: 'problem',
      blocks: [text(t.md('search.document.unknown', { document: named, documents: documentList(corpus) }))],
    };
  const [{ bodiesReply, dutiesReply, noDutiesReply }, { findDuties }] = await Promise.all([
    import('../src/chat/views/duties.ts'),
    import('../src/corpus/duties/duties.ts'),
  ]);
  if (asked.trim() === '') return bodiesReply(document, context);
  const found = findDuties(asked, [document]);
  if (found.duties.length === 0) return noDutiesReply(asked, found, document, context);
  return dutiesReply(asked, found, document, page, context);
}
