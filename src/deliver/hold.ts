import type { Instant, LeasedDelivery } from '../store/port.ts';
import { holdUntil } from './rhythm.ts';

/**
 * Whether a new message must wait although it was due: its subscription was paused meanwhile (`dueAt` null: until that is over), or
 * quiet hours or days off began. A test is asked for now, and comes now.
 */
export function hold(
  { alert, subscription, guild }: LeasedDelivery,
  now: Date,
): { readonly dueAt: Instant | null } | null {
  if (alert.kind === 'test') return null;
  if (subscription?.pausedAt) return { dueAt: null };
  const until = holdUntil(subscription, guild, now);
  return until === null ? null : { dueAt: until.toISOString() };
}
