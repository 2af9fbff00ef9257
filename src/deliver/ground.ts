import type { CorpusDocument } from '../corpus/types.ts';
import { topicOf } from '../ledger/topic.ts';
import { type TopicFound, topicsOn } from '../ledger/topicsOn.ts';
import { holdsPart } from '../ledger/word.ts';
import type { EntryKind } from '../link/types.ts';
import type { Measure, Subscription } from '../store/port.ts';
import { isFor, isHeard, type View } from './dispatch.ts';

/** By what a subscription asks for a measure: of all that it follows, what is so of this one. */
export interface Ground {
  /** It follows every follow-up. */
  readonly everything: boolean;
  /** Ascending. */
  readonly articles: readonly number[];
  readonly topics: readonly TopicFound[];
  /** Its kind, where only some kinds are asked for. */
  readonly kind: EntryKind | null;
  /** The parts of issuers' names asked for that its issuer has. */
  readonly issuers: readonly string[];
}

/** Null where the subscription, as it is now, does not ask for the measure. */
export function groundOf(
  subscription: Subscription,
  measure: Measure,
  view: View,
  ordinance: CorpusDocument | undefined,
): Ground | null {
  if (!isFor(subscription, measure, view)) return null;
  const { articles, topics, kinds, issuers } = subscription;
  const { guild, seen } = view;
  const followed = topics.flatMap((id) => topicOf(id, guild, ordinance) ?? []);
  const linked = new Set(seen.links.map(({ number }) => number));
  return {
    everything: articles.length === 0 && topics.length === 0,
    articles: articles.filter((number) => linked.has(number)),
    topics: topicsOn(followed, measure, seen),
    kind: kinds.length > 0 ? measure.kind : null,
    issuers: issuers.filter((part) => measure.issuer !== null && holdsPart(measure.issuer, part)),
  };
}

/** Why nothing went to a server, by the first stage that says no. */
export type Silence = 'source-paused' | 'withdrawn' | 'nobody' | 'unasked' | 'paused' | 'before';

/** `before`: somebody asks for it now, but it was not new then. */
export function silenceOf(measure: Measure, view: View, subscriptions: readonly Subscription[]): Silence {
  const { guild, seen } = view;
  if (!isHeard(measure, guild)) return 'source-paused';
  if (seen.decision !== null && seen.standing === 'kept') return 'withdrawn';
  if (subscriptions.length === 0) return 'nobody';
  const asking = subscriptions.filter((subscription) => isFor(subscription, measure, view));
  if (asking.length === 0) return 'unasked';
  return asking.every(({ pausedAt }) => pausedAt !== null) ? 'paused' : 'before';
}
