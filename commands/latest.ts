import { articleList, readArticles, suggestArticles } from '../src/chat/articles.ts';
import { type Choices, type Context, defineCommand } from '../src/chat/command.ts';
import { fitsCustomId } from '../src/chat/customId.ts';
import { join } from '../src/chat/markdown.ts';
import { lastPage, readPage } from '../src/chat/page.ts';
import { type Action, buttons, divider, note, problem, type Reply, text } from '../src/chat/reply.ts';
import { guildOf } from '../src/chat/views/ledger.ts';
import { brief, measureText } from '../src/chat/views/measure.ts';
import { hashOf } from '../src/hash.ts';

const pageSize = 4;
/** How long the pages of a list that fits no button can be turned. */
const keptMs = 6 * 60 * 60 * 1000;

/** What is asked for, each as typed or chosen; empty: not asked. */
interface Asked {
  readonly articles: string;
  readonly topic: string;
  readonly kind: string;
  readonly issuer: string;
}

const kinds = {
  measure: 'kind.measure',
  consultation: 'kind.consultation',
  interpretation: 'kind.interpretation',
  notice: 'kind.notice',
  news: 'kind.news',
} as const;

export const latest = defineCommand({
  name: 'latest',
  access: 'everyone',
  audience: 'teams',
  options: {
    articles: { type: 'string', autocomplete: true, maxLength: 60 },
    topic: { type: 'string', autocomplete: true, maxLength: 100 },
    kind: { type: 'string', choices: kinds },
    issuer: { type: 'string', maxLength: 60 },
    share: { type: 'boolean' },
  },

  execute: ({ articles = '', topic = '', kind = '', issuer = '' }, context) =>
    list({ articles, topic, kind, issuer: issuer.trim() }, 0, context),

  autocomplete: async (option, typed, context) =>
    option === 'topic' ? suggestTopics(typed, context) : suggestArticles(typed, context.corpus),

  actions: {
    page: async ([page = '0', articles = '', topic = '', kind = '', issuer = ''], context) =>
      list({ articles, topic, kind, issuer }, readPage(page), context),
    kept: async ([page = '0', name = ''], context) => {
      const asked = await context.cache.get<Asked>(`latest:${name}`);
      if (asked === undefined) return problem(context.t.md('latest.forgotten'));
      return list(asked, readPage(page), context);
    },
    why: ([measureId = ''], context) => why(measureId, context),
  },
});

async function suggestTopics(typed: string, context: Context): Promise<Choices> {
  const { suggestTopics } = await import('./topic/name.ts');
  return suggestTopics(typed, await guildOf(context), context, true);
}

/** A page that is not there is the last one. */
async function list(asked: Asked, page: number, context: Context): Promise<Reply> {
  const { t, corpus, store, feeds } = context;
  const articles = asked.articles === '' ? [] : readArticles(asked.articles, corpus);
  if (articles === null) {
    const last = corpus.documents[0]?.law.units.at(-1)?.number ?? '';
    return problem(t.md('articles.unreadable', { articles: asked.articles, last }));
  }
  const [{ gather }, { hasWords, holdsIssuer, matchTopic }, { findTopic }] = await Promise.all([
    import('../src/ledger/gather.ts'),
    import('../src/ledger/topic.ts'),
    import('./topic/name.ts'),
  ]);
  const guild = await guildOf(context);
  const topic = asked.topic === '' ? null : findTopic(asked.topic, guild, context);
  if (topic === undefined) return problem(t.md('latest.unknown-topic', { topic: asked.topic }));
  const kind = Object.keys(kinds).find((one): one is keyof typeof kinds => one === asked.kind);
  const all = await gather(store, guild, {
    articles,
    ...(kind === undefined ? {} : { kinds: [kind] }),
    // A topic with words is about whatever has them: its followers are told of that, so it is listed as well.
    watched: topic !== null && hasWords(topic),
    where: (measure, { links }) =>
      holdsIssuer(asked.issuer === '' ? [] : [asked.issuer], measure.issuer) &&
      (topic === null ||
        matchTopic(topic, { ...measure, articles: links.map(({ number }) => number) }).matches),
  });
  const filters = [
    ...(articles.length > 0 ? [articleList(articles, t)] : []),
    ...(topic === null ? [] : [topic.name]),
    ...(kind === undefined ? [] : [t(`kind.${kind}`)]),
    ...(asked.issuer === '' ? [] : [asked.issuer]),
  ].join(' · ');
  if (all.length === 0)
    return {
      tone: 'plain',
      blocks: [
        text(
          filters === ''
            ? t.md('latest.none', { count: feeds.length })
            : t.md('latest.none.such', { filters }),
        ),
      ],
    };
  const last = lastPage(all.length, pageSize);
  const at = Math.min(page, last);
  const to = await pageTurner(asked, last, context);
  return {
    tone: 'policy',
    blocks: [
      text(filters === '' ? t.md('latest.heading') : t.md('latest.heading.such', { filters })),
      ...all
        .slice(at * pageSize, (at + 1) * pageSize)
        .flatMap((measure, index) => [
          ...(index > 0 ? [divider] : []),
          text(measureText(measure, corpus, t, brief)),
        ]),
      note(
        join([
          t.md('alert.derived'),
          ...(last > 0 ? [t.md('article.page', { page: at + 1, pages: last + 1 })] : []),
        ]),
      ),
      ...(last > 0
        ? [
            buttons(
              { label: t('page.previous'), action: to(at - 1), disabled: at === 0 },
              { label: t('page.next'), action: to(at + 1), disabled: at === last },
            ),
          ]
        : []),
    ],
  };
}

/** Buttons that turn the pages: what is asked for is in them, or, where that is too long, kept for some hours. */
async function pageTurner(asked: Asked, last: number, { cache }: Context): Promise<(page: number) => Action> {
  const whole = (page: number): Action => ({
    command: 'latest',
    name: 'page',
    args: [String(page), asked.articles, asked.topic, asked.kind, asked.issuer],
  });
  // A button that cannot be pressed, before the first page or after the last, has an id as well.
  if (last === 0 || [-1, last + 1].map(whole).every(fitsCustomId)) return whole;
  const name = hashOf(JSON.stringify(asked));
  await cache.set(`latest:${name}`, asked, keptMs);
  return (page) => ({ command: 'latest', name: 'kept', args: [String(page), name] });
}

/** Why an alert came: where the entry was read, what decided, and who asked for it where it is asked about. */
async function why(measureId: string, context: Context): Promise<Reply> {
  const { showAlert } = await import('./why/alert.ts');
  return showAlert(measureId, context);
}
