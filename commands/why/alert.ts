import type { Context } from '../../src/chat/command.ts';
import { join } from '../../src/chat/markdown.ts';
import { note, problem, type Reply, text } from '../../src/chat/reply.ts';
import { hereText, isHere } from '../../src/chat/views/here.ts';
import { guildOf } from '../../src/chat/views/ledger.ts';
import { measureText } from '../../src/chat/views/measure.ts';
import { seenLines } from '../../src/chat/views/seen.ts';
import { ownerHere } from '../../src/chat/views/subscription.ts';
import { sourceLines, withoutTopics } from '../../src/chat/views/way.ts';
import { seenBy } from '../../src/ledger/gather.ts';
import { see } from '../../src/ledger/see.ts';

/** Why an alert came: where the entry was read, what decided, and which subscriptions asked for it where it is asked about. */
export async function showAlert(measureId: string, context: Context): Promise<Reply> {
  const { t, corpus, store, asker } = context;
  const measure = await store.measure(measureId);
  // Another server's own sources are nobody's business here.
  const isOurs = measure !== null && (measure.guildId === null || measure.guildId === asker.guildId);
  if (!isOurs) return problem(t.md('alert.gone'));
  const [guild, subscriptions, way] = await Promise.all([
    guildOf(context),
    store.subscriptions(ownerHere(asker)),
    store.why(measure.url, asker.guildId),
  ]);
  const steps = way.filter((step) => step.measure?.id === measure.id);
  const deliveries = (steps[0]?.deliveries ?? []).filter((delivery) => isHere(delivery, asker));
  const seen = see(measure, guild);
  const feeds = [...guild.feeds.flatMap(({ definition }) => definition ?? []), ...context.feeds];
  const here = { measure, deliveries, guild, subscriptions };
  return {
    tone: 'policy',
    blocks: [
      text(t.md('alert.why.heading')),
      text(measureText(seenBy(measure, seen), corpus, t)),
      text(hereText(here, corpus.documents[0], t)),
      ...steps.map(({ record }) =>
        text(join(sourceLines(deliveries.length > 0 ? record : withoutTopics(record), feeds, t))),
      ),
      text(join(seenLines(measure.id, seen, guild, corpus, t))),
      note(
        join([
          t.md('alert.why.confidence', { percent: Math.round(measure.confidence * 100) }),
          t.md('alert.derived'),
        ]),
      ),
    ],
  };
}
