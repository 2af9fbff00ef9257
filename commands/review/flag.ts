import type { Context } from '../../src/chat/command.ts';
import { type Reply, text } from '../../src/chat/reply.ts';
import { reviewReply, verdictName } from '../../src/chat/views/review.ts';
import { deliveryTo } from '../../src/deliver/dispatch.ts';
import { hashOf } from '../../src/hash.ts';
import { saidOf, see } from '../../src/ledger/see.ts';
import { flag } from '../../src/ledger/settle.ts';
import type { Guild } from '../../src/ledger/types.ts';
import type { Alert, Effect, Measure } from '../../src/store/port.ts';

/**
 * Somebody says of an alert that its measure has nothing to do with the ordinance. A moderator may settle it there and then; another's
 * word waits for one: in the review channel, where there is one, and in `/review`.
 */
export async function flagMeasure(measure: Measure, guild: Guild, context: Context): Promise<Reply> {
  const { t, store, asker, now, corpus } = context;
  if (asker.moderator) return reviewReply(measure, see(measure, guild), guild, corpus, t);
  const said = saidOf(measure.id, guild);
  if (said !== null) return answer(said.verdict);
  const at = now.toISOString();
  const { reviewChannelId: channelId } = guild.settings;
  const alert: Alert = {
    id: hashOf('flag', guild.id, measure.id, at),
    kind: 'review',
    measureId: measure.id,
    createdAt: at,
    about: { flaggedBy: asker.userId },
  };
  const effect = (): Effect => ({
    alerts: channelId === null ? [] : [alert],
    deliveries:
      channelId === null ? [] : [deliveryTo(alert, { kind: 'channel', guildId: guild.id, channelId }, now)],
    edits: [],
    cancels: [],
  });
  const after = flag(measure.id, asker.userId, at);
  const change = { what: 'decision', id: measure.id, before: null, after } as const;
  const done = await store.configure({ guildId: guild.id }, asker.userId, at, [change], { effect });
  if (done.ok) return { tone: 'plain', blocks: [text(t.md('review.flag.done'))] };
  return answer(saidOf(measure.id, await store.guild(guild.id))?.verdict ?? 'flagged');

  function answer(verdict: Parameters<typeof verdictName>[0]['verdict']): Reply {
    const what =
      verdict === 'flagged'
        ? t.md('review.flag.again')
        : t.md('review.flag.settled', { verdict: verdictName({ verdict }, t) });
    return { tone: 'plain', blocks: [text(what)] };
  }
}
