import type { Seen } from '../../ledger/see.ts';
import { type TopicFound, topicsOn } from '../../ledger/topicsOn.ts';
import type { LeasedDelivery, Measure } from '../../store/port.ts';

/**
 * The topics for whose words alone a measure is told: those of them that its subscription follows, else, where another of the target's
 * asked as well, the server's. Empty where it is told for its articles, or moderators said what it is.
 */
export function onlyTopics(
  { subscription, guild }: Pick<LeasedDelivery, 'subscription' | 'guild'>,
  measure: Measure,
  seen: Seen,
): readonly TopicFound[] {
  if (seen.links.length > 0 || seen.decision !== null || guild === null) return [];
  const found = topicsOn(guild.topics, measure, seen);
  const followed = found.filter(({ topic }) => subscription?.topics.includes(topic.id));
  return followed.length > 0 ? followed : found;
}
