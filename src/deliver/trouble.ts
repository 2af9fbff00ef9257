import { hashOf } from '../hash.ts';
import { dayIn } from '../ledger/followUp.ts';
import type { Alert, Delivery, LeasedDelivery, Target } from '../store/port.ts';
import { deliveryTo } from './dispatch.ts';
import type { Trouble } from './messenger.ts';

/**
 * That nothing gets through to a server's channel any more, for whoever subscribed it and in the server's review channel; once a day for
 * one trouble of one target. Nobody can be told that a direct message does not arrive, nor a review channel of itself.
 */
export function troubleNews(
  { target, subscription, guild }: Pick<LeasedDelivery, 'target' | 'subscription' | 'guild'>,
  trouble: Trouble,
  now: Date,
): { readonly alerts: readonly Alert[]; readonly deliveries: readonly Delivery[] } {
  if (target.kind === 'user' || subscription === null) return { alerts: [], deliveries: [] };
  const { guildId, channelId } = target;
  const at = now.toISOString();
  const alert: Alert = {
    id: hashOf('trouble', channelId, trouble, dayIn(at)),
    kind: 'trouble',
    measureId: null,
    createdAt: at,
    about: { trouble, channelId, locale: subscription.locale },
  };
  const review = guild?.settings.reviewChannelId ?? null;
  const told: readonly Target[] = [
    { kind: 'user', userId: subscription.createdBy },
    ...(review === null || review === channelId
      ? []
      : [{ kind: 'channel', guildId, channelId: review } as const]),
  ];
  return { alerts: [alert], deliveries: told.map((one) => deliveryTo(alert, one, now)) };
}
