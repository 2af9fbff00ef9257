import type { Context } from '../../src/chat/command.ts';
import { newGuild } from '../../src/ledger/defaults.ts';
import type { Change, Effect, Measure, Store } from '../../src/store/port.ts';
import { announceNews } from '../../src/watch/decide/announce.ts';

export type Decided = Parameters<NonNullable<NonNullable<Parameters<Store['configure']>[4]>['effect']>>[0];

/**
 * What a change of decisions on a measure sends out: what waits unsent is taken back, and told anew to those who are to hear of it as
 * it stands now; what was sent is edited. Nobody is told what is no news.
 */
export const effectOf =
  (measure: Measure, guildId: string, isNews: boolean, now: Date) =>
  ({ guild, subscriptions }: Decided): Effect => {
    const guilds = new Map([[guildId, guild ?? newGuild(guildId)]]);
    const announced = isNews
      ? announceNews(measure, { subscriptions, guilds }, new Set(), now)
      : { alerts: [], deliveries: [] };
    return { ...announced, edits: [measure.id], cancels: [measure.id] };
  };

/** Whether anybody, anywhere, was to be told of a measure when it was found. */
export async function wasNews({ id, url }: Measure, { store }: Pick<Context, 'store'>): Promise<boolean> {
  const way = await store.why(url);
  return way.some(
    ({ measure, record, deliveries }) =>
      measure?.id === id && (deliveries.length > 0 || record.verdict === 'told'),
  );
}

/** What changes of a server's configuration send out on account of the decisions among them. */
export async function effectOfChanges(
  changes: readonly Change[],
  guildId: string,
  { store, now }: Pick<Context, 'store' | 'now'>,
): Promise<(decided: Decided) => Effect> {
  const effects: ((decided: Decided) => Effect)[] = [];
  for (const { what, id } of changes) {
    const measure = what === 'decision' ? await store.measure(id) : null;
    if (measure !== null) effects.push(effectOf(measure, guildId, await wasNews(measure, { store }), now));
  }
  return (decided) => {
    const all = effects.map((effect) => effect(decided));
    return {
      alerts: all.flatMap(({ alerts }) => alerts),
      deliveries: all.flatMap(({ deliveries }) => deliveries),
      edits: all.flatMap(({ edits }) => edits),
      cancels: all.flatMap(({ cancels }) => cancels),
    };
  };
}
