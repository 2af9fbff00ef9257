import { articleList, readArticles, suggestArticles } from '../src/chat/articles.ts';
import { type Context, defineCommand } from '../src/chat/command.ts';
import { join } from '../src/chat/markdown.ts';
import { lastPage, readPage } from '../src/chat/page.ts';
import { type Action, buttons, divider, note, type Reply, text } from '../src/chat/reply.ts';
import { measureText } from '../src/chat/views/measure.ts';
import { reasonSentence } from '../src/chat/views/reason.ts';
import { showTime } from '../src/chat/views/time.ts';

const pageSize = 4;

export const latest = defineCommand({
  name: 'latest',
  access: 'everyone',
  audience: 'teams',
  options: { articles: { type: 'string', autocomplete: true, maxLength: 60 }, share: { type: 'boolean' } },

  execute: ({ articles = '' }, context) => list(articles, 0, context),

  autocomplete: (_, typed, { corpus }) => suggestArticles(typed, corpus),

  actions: {
    page: ([page = '0', articles = ''], context) => list(articles, readPage(page), context),
    why: ([measureId = ''], context) => why(measureId, context),
  },
});

/** A page that is not there is the last one. */
async function list(typed: string, page: number, context: Context): Promise<Reply> {
  const { t, corpus, store, feeds } = context;
  const articles = typed === '' ? [] : readArticles(typed, corpus);
  if (articles === null)
    return {
      tone: 'problem',
      blocks: [
        text(
          t.md('articles.unreadable', {
            articles: typed,
            last: corpus.documents[0]?.law.units.at(-1)?.number ?? '',
          }),
        ),
      ],
    };
  const { measures, total } = await store.latestMeasures({
    articles,
    limit: pageSize,
    offset: page * pageSize,
  });
  const last = lastPage(total, pageSize);
  if (page > last) return list(typed, last, context);
  const followed = articleList(articles);
  if (total === 0)
    return {
      tone: 'plain',
      blocks: [
        text(
          articles.length === 0
            ? t.md('latest.none', { count: feeds.length })
            : t.md('latest.none.articles', { articles: followed }),
        ),
      ],
    };
  const to = (page: number): Action => ({ command: 'latest', name: 'page', args: [String(page), typed] });
  return {
    tone: 'policy',
    blocks: [
      text(
        articles.length === 0
          ? t.md('latest.heading')
          : t.md('latest.heading.articles', { articles: followed }),
      ),
      ...measures.flatMap((measure, index) => [
        ...(index > 0 ? [divider] : []),
        text(measureText(measure, corpus, t)),
      ]),
      note(join([t.md('alert.derived'), t.md('article.page', { page: page + 1, pages: last + 1 })])),
      ...(last > 0
        ? [
            buttons(
              { label: t('page.previous'), action: to(page - 1), disabled: page === 0 },
              { label: t('page.next'), action: to(page + 1), disabled: page === last },
            ),
          ]
        : []),
    ],
  };
}

/** Why an alert came: where the entry was read, and what decided. */
async function why(measureId: string, { t, corpus, store, feeds }: Context): Promise<Reply> {
  const measure = await store.measure(measureId);
  if (!measure) return { tone: 'problem', blocks: [text(t.md('alert.gone'))] };
  const records = (await store.why(measure.url)).filter((found) => found.measure?.id === measure.id);
  return {
    tone: 'policy',
    blocks: [
      text(t.md('alert.why.heading')),
      text(measureText(measure, corpus, t)),
      ...records.slice(0, 5).map(({ record }) => {
        const feed = feeds.find(({ id }) => id === record.feedId);
        return text(
          join([
            t.md('alert.why.read', {
              seen: showTime(record.seenAt),
              feed: feed?.name ?? record.feedId,
              authority: feed?.authority ?? record.feedId,
            }),
            t.md('alert.why.rule', { reason: reasonSentence(record.reason, t) }),
          ]),
        );
      }),
      note(
        join([
          t.md('alert.why.confidence', { percent: Math.round(measure.confidence * 100) }),
          t.md('alert.derived'),
        ]),
      ),
    ],
  };
}
