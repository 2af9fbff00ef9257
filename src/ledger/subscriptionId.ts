import { hashOf } from '../hash.ts';
import type { Subscription, Target } from '../store/port.ts';

export type Scope = Pick<Subscription, 'articles' | 'topics' | 'kinds' | 'issuers'>;

/** The same target and scope are the same subscription, whoever asks and however often. */
export function subscriptionId(target: Target, { articles, topics, kinds, issuers }: Scope): string {
  const only = topics.length + kinds.length + issuers.length === 0;
  return hashOf(JSON.stringify(only ? [target, articles] : [target, articles, topics, kinds, issuers]));
}
