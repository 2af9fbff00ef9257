import { dayIn } from '../ledger/followUp.ts';
import type { Instant, LeasedDelivery } from '../store/port.ts';
import { holdUntil } from './rhythm.ts';

/**
 * Whether a new message must wait although it was due: all its subscriptions were paused meanwhile (`dueAt` null: until that is over),
 * or for each of them quiet hours or days off began; it waits for the first whose end. A test is asked for now, and comes now.
 * `over`: the day it was to remind of is past; it is not sent at all.
 */
export function hold(
  { alert, subscriptions, guild }: Pick<LeasedDelivery, 'alert' | 'subscriptions' | 'guild'>,
  now: Date,
): { readonly dueAt: Instant | null } | 'over' | null {
  if (alert.kind === 'test') return null;
  const isReminder = alert.kind === 'closing' || alert.kind === 'effective';
  if (isReminder && String(alert.about.day ?? '9') < dayIn(now.toISOString())) return 'over';
  const going = subscriptions.filter(({ pausedAt }) => pausedAt === null);
  if (going.length < subscriptions.length && going.length === 0) return { dueAt: null };
  const ends = going.map((subscription) => holdUntil(subscription, guild, now)?.toISOString() ?? '');
  const dueAt = ends.toSorted()[0] ?? '';
  return dueAt === '' ? null : { dueAt };
}
