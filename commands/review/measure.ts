import type { Answer, Context } from '../../src/chat/command.ts';
import { problem } from '../../src/chat/reply.ts';
import type { Guild } from '../../src/ledger/types.ts';
import type { Measure } from '../../src/store/port.ts';

export type Settled = Promise<Awaited<Answer>>;

/** Reviews are a server's; there are none elsewhere. */
export async function inServer(context: Context, answer: (guild: Guild) => Answer): Settled {
  const { asker, store, t } = context;
  if (asker.guildId === null) return problem(t.md('topic.server-only'));
  return answer(await store.guild(asker.guildId));
}

/** What is asked of a measure that the server may see: everybody's, or from a source of its own. */
export const withMeasure = (
  id: string,
  context: Context,
  answer: (measure: Measure, guild: Guild) => Answer,
): Settled =>
  inServer(context, async (guild) => {
    const measure = await context.store.measure(id);
    if (measure === null || (measure.guildId !== null && measure.guildId !== guild.id))
      return problem(context.t.md('review.gone'));
    return answer(measure, guild);
  });
