import type { CorpusDocument } from '../../corpus/types.ts';
import { viewOf } from '../../deliver/dispatch.ts';
import { groundOf } from '../../deliver/ground.ts';
import type { Guild } from '../../ledger/types.ts';
import type { DeliveryStanding, Measure, Subscription } from '../../store/port.ts';
import type { Translate } from '../catalogue/index.ts';
import type { Asker } from '../command.ts';
import { join, type Markdown } from '../markdown.ts';
import { groundName } from './grounds.ts';
import { scopeName } from './subscription.ts';

/** Whether a delivery went to where the asker is: the channel, the forum post, or their own direct messages. */
export function isHere(
  { target, threadId }: Pick<DeliveryStanding, 'target' | 'threadId'>,
  { userId, guildId, channel }: Pick<Asker, 'userId' | 'guildId' | 'channel'>,
): boolean {
  if (target.kind === 'user') return guildId === null && target.userId === userId;
  return target.guildId === guildId && (target.channelId === channel.id || threadId === channel.id);
}

export interface Here {
  readonly measure: Measure;
  /** What of the measure went here. */
  readonly deliveries: readonly DeliveryStanding[];
  readonly guild: Guild;
  /** Of the server, or of the person. */
  readonly subscriptions: readonly Subscription[];
}

/** Why a measure came to where it is asked about: each subscription that asked for it, and by what. */
export function hereText(
  { measure, deliveries, guild, subscriptions }: Here,
  ordinance: CorpusDocument | undefined,
  t: Translate,
): Markdown {
  const view = viewOf(measure, guild);
  const lineOf = (id: string): Markdown => {
    const subscription = subscriptions.find((one) => one.id === id);
    if (subscription === undefined) return t.md('why.here.ended');
    const scope = scopeName(subscription, guild, t);
    const ground = groundOf(subscription, measure, view, ordinance);
    return ground === null
      ? t.md('why.here.changed', { scope })
      : t.md('why.here.line', { scope, grounds: groundName(ground, t) });
  };
  const asking = new Set(deliveries.flatMap((delivery) => delivery.subscriptions));
  const lines = [
    ...[...asking].map(lineOf),
    ...(deliveries.some(({ kind }) => kind === 'review') ? [t.md('why.here.review')] : []),
  ];
  return join([t.md('why.here'), ...(lines.length > 0 ? lines : [t.md('why.here.pressed-elsewhere')])]);
}
