/** What `/review` answers; loaded when it is first asked for. */
import type { Context } from '../../src/chat/command.ts';
import { readPage } from '../../src/chat/page.ts';
import { problem } from '../../src/chat/reply.ts';
import { reviewReply } from '../../src/chat/views/review.ts';
import { see } from '../../src/ledger/see.ts';
import { flagMeasure } from './flag.ts';
import { listDecided, listWaiting } from './list.ts';
import { inServer, type Settled, withMeasure } from './measure.ts';
import { pick, picked, readNumbers, startPicking, typedArticles, typeNumbers } from './pick.ts';
import * as settling from './settle.ts';

export const list = (which: 'waiting' | 'decided', page: string, context: Context): Settled =>
  inServer(context, (guild) =>
    (which === 'decided' ? listDecided : listWaiting)(readPage(page), guild, context),
  );

export const look = (id: string, context: Context): Settled =>
  withMeasure(id, context, (measure, guild) =>
    reviewReply(measure, see(measure, guild), guild, context.corpus, context.t),
  );

const verdicts = ['right', 'wrong', 'irrelevant'] as const;

export const settle = (id: string, said: string, context: Context): Settled =>
  withMeasure(id, context, (measure, guild) => {
    const verdict = verdicts.find((known) => known === said);
    if (verdict === undefined) return problem(context.t.md('problem.stale-component'));
    return settling.settleMeasure(measure, { verdict }, guild, context);
  });

const settleOther = (id: string, articles: readonly number[], context: Context): Settled =>
  withMeasure(id, context, (measure, guild) =>
    settling.settleMeasure(measure, { verdict: 'other', articles }, guild, context),
  );

export const other = (id: string, context: Context): Settled =>
  withMeasure(id, context, (measure, guild) => startPicking(measure, guild, context));

export const turnTo = (part: string, id: string, carried: string, context: Context): Settled =>
  withMeasure(id, context, (measure) => pick(measure, part, readNumbers(carried, context.corpus), context));

export const choose = (
  values: string,
  id: string,
  part: string,
  carried: string,
  context: Context,
): Settled => withMeasure(id, context, (measure) => picked(measure, values, part, carried, context));

export const settleChosen = async (id: string, carried: string, context: Context): Settled => {
  const articles = readNumbers(carried, context.corpus);
  return articles.length === 0
    ? problem(context.t.md('problem.stale-component'))
    : settleOther(id, articles, context);
};

export const openForm = (id: string, context: Context): Settled =>
  withMeasure(id, context, () => typeNumbers(id, context));

export const settleTyped = async (typed: string, id: string, context: Context): Settled => {
  const articles = typedArticles(typed, context);
  return 'blocks' in articles ? articles : settleOther(id, articles, context);
};

export const undo = (id: string, at: string, context: Context): Settled =>
  withMeasure(id, context, (measure, guild) => settling.undo(measure, at, guild, context));

export const flag = (id: string, context: Context): Settled =>
  withMeasure(id, context, (measure, guild) => flagMeasure(measure, guild, context));
