import { type Context, defineCommand } from '../src/chat/command.ts';
import { note, type Reply, text } from '../src/chat/reply.ts';
import { guildOf } from '../src/chat/views/ledger.ts';

export const coverage = defineCommand({
  name: 'coverage',
  access: 'everyone',
  audience: 'teams',
  options: {
    by: {
      type: 'string',
      choices: {
        picture: 'coverage.by.picture',
        articles: 'coverage.by.articles',
        places: 'coverage.by.places',
        departments: 'coverage.by.departments',
      },
    },
    share: { type: 'boolean' },
  },

  execute: ({ by = 'picture' }, context) => show(by, context),
});

async function show(by: string, context: Context): Promise<Reply> {
  const { t, corpus, store, now } = context;
  const [ordinance] = corpus.documents;
  if (!ordinance) throw new Error('the corpus has no documents');
  const [{ gather }, { coverage }, views] = await Promise.all([
    import('../src/ledger/gather.ts'),
    import('../src/ledger/coverage.ts'),
    import('../src/chat/views/coverage.ts'),
  ]);
  const covered = coverage(ordinance, await gather(store, await guildOf(context)), now);
  const opening = [text(t.md('coverage.heading')), text(views.totalsText(covered, t))];
  const closing = note(t.md('coverage.note'));
  if (by === 'articles')
    return { tone: 'policy', blocks: [...opening, ...views.articlesText(covered, t), closing] };
  if (by === 'places')
    return { tone: 'policy', blocks: [...opening, ...views.placesText(covered, t), closing] };
  if (by === 'departments')
    return { tone: 'policy', blocks: [...opening, ...views.departmentsText(covered, t), closing] };
  const [{ coverageSvg }, { drawPng }] = await Promise.all([
    import('../src/ledger/picture/svg.ts'),
    import('../src/ledger/picture/draw.ts'),
  ]);
  const file = 'coverage.png';
  const bytes = await drawPng(coverageSvg(covered, views.pictureWords(covered, t)));
  return {
    tone: 'policy',
    blocks: [...opening, { type: 'image', file, alt: views.pictureAlt(covered, t) }, closing],
    files: [{ name: file, bytes }],
  };
}
