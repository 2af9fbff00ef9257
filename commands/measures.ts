import { readArticles, suggestArticles } from '../src/chat/articles.ts';
import { type Context, defineCommand } from '../src/chat/command.ts';
import { join } from '../src/chat/markdown.ts';
import { lastPage, readPage } from '../src/chat/page.ts';
import {
  type Action,
  type Block,
  buttons,
  divider,
  note,
  problem,
  type Reply,
  text,
} from '../src/chat/reply.ts';
import { exportReply, guildOf } from '../src/chat/views/ledger.ts';
import { brief, type Extent, measureText } from '../src/chat/views/measure.ts';
import { isFollowUp } from '../src/ledger/followUp.ts';
import type { SeenMeasure } from '../src/ledger/gather.ts';

const pageSize = 4;
/** Of the one article that is asked for, the evidence stands as it is. */
const listed: Extent = { ...brief, evidence: 120 };

export const measures = defineCommand({
  name: 'measures',
  access: 'everyone',
  audience: 'teams',
  options: {
    article: { type: 'string', autocomplete: true, maxLength: 40 },
    export: { type: 'string', choices: { csv: 'export.csv', json: 'export.json' } },
    share: { type: 'boolean' },
  },

  autocomplete: (_, typed, { corpus }) => suggestArticles(typed, corpus),

  execute: ({ article = '', export: format }, context) => show(article, 0, context, format),

  actions: { page: ([page = '0', article = ''], context) => show(article, readPage(page), context) },
});

/** What carries out an article, or any: follow-ups first, then what stood before the ordinance; each the newest first. */
async function show(typed: string, page: number, context: Context, format?: string): Promise<Reply> {
  const { t, corpus, store } = context;
  const article = typed === '' ? [] : readArticles(typed, corpus);
  if (article === null) {
    const last = corpus.documents[0]?.law.units.at(-1)?.number ?? '';
    return problem(t.md('articles.unreadable', { articles: typed, last }));
  }
  if (article.length > 1) return problem(t.md('measures.one-article'));
  const [number] = article;
  const { gather } = await import('../src/ledger/gather.ts');
  const all = await gather(store, await guildOf(context), { articles: article });
  if (format !== undefined) return exportReply(all, format, context);

  const ordinance = corpus.documents[0];
  const label = ordinance?.law.units.find((unit) => unit.number === String(number))?.label ?? '';
  const caption = ordinance?.captions.get(String(number)) ?? '';
  if (all.length === 0)
    return {
      tone: 'plain',
      blocks: [
        text(
          number === undefined
            ? t.md('latest.none', { count: context.feeds.length })
            : t.md('measures.none', { label, caption }),
        ),
      ],
    };
  const effective = ordinance?.info.dates.effective ?? '';
  const followUps = all.filter((measure) => isFollowUp(measure, effective));
  const earlier = all.filter((measure) => !isFollowUp(measure, effective));
  const last = lastPage(all.length, pageSize);
  const at = Math.min(page, last) * pageSize;
  const shown = [...followUps, ...earlier].slice(at, at + pageSize);
  const to = (page: number): Action => ({
    command: 'measures',
    name: 'page',
    args: [String(page), String(number ?? '')],
  });
  return {
    tone: 'policy',
    blocks: [
      text(
        number === undefined
          ? t.md('measures.heading')
          : t.md('measures.heading.article', { label, caption }),
      ),
      note(t.md('measures.counts', { followUps: followUps.length, earlier: earlier.length })),
      ...part(
        'measures.follow-ups',
        shown.filter((measure) => isFollowUp(measure, effective)),
      ),
      ...part(
        'measures.earlier',
        shown.filter((measure) => !isFollowUp(measure, effective)),
      ),
      note(
        join([
          t.md('alert.derived'),
          ...(last > 0 ? [t.md('article.page', { page: Math.min(page, last) + 1, pages: last + 1 })] : []),
        ]),
      ),
      buttons(
        ...(last > 0
          ? [
              { label: t('page.previous'), action: to(page - 1), disabled: page === 0 },
              { label: t('page.next'), action: to(page + 1), disabled: page >= last },
            ]
          : []),
        ...(number === undefined
          ? []
          : [{ label: label, action: { command: 'article', name: 'show', args: [`ordinance:${number}`] } }]),
      ),
    ].filter((block) => block.type !== 'buttons' || block.buttons.length > 0),
  };

  function part(heading: 'measures.follow-ups' | 'measures.earlier', some: readonly SeenMeasure[]): Block[] {
    if (some.length === 0) return [];
    return [
      text(t.md(heading)),
      ...some.flatMap((measure, index) => [
        ...(index > 0 ? [divider] : []),
        text(measureText(ofInterest(measure, number), corpus, t, number === undefined ? brief : listed)),
      ]),
    ];
  }
}

/** Of an article alone its own evidence is of interest. */
const ofInterest = (measure: SeenMeasure, number: number | undefined): SeenMeasure =>
  number === undefined
    ? measure
    : { ...measure, links: measure.links.filter((link) => link.number === number) };
