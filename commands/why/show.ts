import type { Context } from '../../src/chat/command.ts';
import { join } from '../../src/chat/markdown.ts';
import { type Block, divider, text } from '../../src/chat/reply.ts';
import { guildOf } from '../../src/chat/views/ledger.ts';
import { seenLines, topicLines } from '../../src/chat/views/seen.ts';
import { ownerHere } from '../../src/chat/views/subscription.ts';
import { afterLines, readingText, withoutTopics } from '../../src/chat/views/way.ts';
import { viewOf } from '../../src/deliver/dispatch.ts';
import { silenceOf } from '../../src/deliver/ground.ts';
import { seenBy } from '../../src/ledger/gather.ts';
import { topicsIn, topicsOn } from '../../src/ledger/topicsOn.ts';
import { type Trace, traceWay } from '../../src/ledger/trace.ts';
import type { Store } from '../../src/store/port.ts';

/** The readings of an entry as the asker's server sees them; what holds of a measure is said with the latest reading of it. */
export async function showWay(
  way: Awaited<ReturnType<Store['why']>>,
  context: Context,
): Promise<readonly Block[]> {
  const { t, corpus, store, asker, now } = context;
  const [guild, subscriptions, steps] = await Promise.all([
    guildOf(context),
    store.subscriptions(ownerHere(asker)),
    traceWay(store, way, asker.guildId),
  ]);
  const topics = topicsIn(guild, subscriptions, corpus.documents[0]);
  const feeds = [...guild.feeds.flatMap(({ definition }) => definition ?? []), ...context.feeds];
  const showing = { feeds, corpus, now };
  const told = new Set<string>();

  const blocksOf = (step: Trace): readonly Block[] => {
    const { measure } = step;
    if (measure === null) return [text(readingText({ ...step, measure }, showing, t))];
    const view = viewOf(measure, guild);
    const found = topicsOn(topics, measure, view.seen);
    const isTopicHere = found.length > 0 || step.deliveries.length > 0;
    const record = isTopicHere ? step.record : withoutTopics(step.record);
    // Nothing but another server's topic made a measure of it.
    if (view.seen.relevance === 'watched' && view.seen.decision === null && record !== step.record)
      return [text(readingText({ ...step, record, measure: null }, showing, t))];
    const seen = { ...step, record, measure: seenBy(measure, view.seen) };
    const reading = text(readingText(seen, showing, t));
    if (told.has(measure.id)) return [reading];
    told.add(measure.id);
    const silence =
      step.deliveries.length > 0 ? [] : [t.md(`why.silence.${silenceOf(measure, view, subscriptions)}`)];
    return [
      reading,
      text(
        join([
          ...seenLines(measure.id, view.seen, guild, corpus, t),
          ...topicLines(found, guild, t),
          ...afterLines(seen, showing, t),
          ...silence,
        ]),
      ),
    ];
  };
  return steps.flatMap((step, index) => [
    ...(index > 0 ? [divider] : []),
    ...blocksOf(onlyOwn(step, context)),
  ]);
}

/** Where else an alert went is nobody's business here. */
const onlyOwn = (step: Trace, { asker }: Context): Trace => ({
  ...step,
  deliveries: step.deliveries.filter(({ target }) =>
    target.kind === 'user' ? target.userId === asker.userId : target.guildId === asker.guildId,
  ),
});
