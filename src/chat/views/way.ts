import type { Corpus } from '../../corpus/types.ts';
import type { SeenMeasure } from '../../ledger/gather.ts';
import type { Seen } from '../../ledger/see.ts';
import type { DeliveryStanding, Store } from '../../store/port.ts';
import { canonicalUrl } from '../../watch/canonicalise.ts';
import type { FeedDefinition } from '../../watch/types.ts';
import type { Translate } from '../catalogue/index.ts';
import { clip, join, type Markdown, oneLine } from '../markdown.ts';
import { measureText } from './measure.ts';
import { reasonSentence } from './reason.ts';
import { targetName } from './subscription.ts';
import { showTime } from './time.ts';

type Read = Awaited<ReturnType<Store['why']>>[number];

/** One reading of an entry, with what came of it; the measure as it is, or as a server sees it. */
export interface Step extends Omit<Read, 'measure'> {
  readonly measure: Read['measure'] | SeenMeasure;
}

/**
 * The way of an entry, newest first, whichever form its address is written in. Empty where it was never read. Of servers' own sources
 * as in `Store.why`.
 */
export async function findWay(
  store: Pick<Store, 'why'>,
  written: string,
  guildId?: string | null,
): Promise<readonly Read[]> {
  const direct = await store.why(written, guildId);
  return direct.length > 0 || !URL.canParse(written) ? direct : store.why(canonicalUrl(written), guildId);
}

/** Read when and from where, what decided, the measure with its links, and the deliveries given. */
export function stepText(
  { record, measure, deliveries }: Step,
  { feeds, corpus }: { readonly feeds: readonly FeedDefinition[]; readonly corpus: Corpus },
  t: Translate,
): Markdown {
  const feed = feeds.find(({ id }) => id === record.feedId);
  return join([
    measure === null
      ? t.md('why.title', { title: clip(oneLine(record.entry.title), 300) })
      : measureText(measure, corpus, t),
    t.md('alert.why.read', {
      seen: showTime(record.seenAt),
      feed: feed?.name ?? record.feedId,
      authority: feed?.authority ?? record.feedId,
    }),
    t.md('alert.why.rule', { reason: reasonSentence(record.reason, t) }),
    ...(measure !== null && 'seen' in measure ? decisionLine(measure.seen, t) : []),
    ...deliveries.map((delivery) =>
      t.md('why.delivery', { target: targetName(delivery.target, t), state: stateOf(delivery, t) }),
    ),
  ]);
}

/** That moderators decided otherwise, or the same, after it was read. */
export const decisionLine = ({ decision }: Seen, t: Translate): Markdown[] =>
  decision === null
    ? []
    : [t.md('why.decided', { time: showTime(decision.at), verdict: t(`verdict.${decision.verdict}`) })];

function stateOf({ state, sentAt, attempts, lastError }: DeliveryStanding, t: Translate): string {
  if (state === 'sent') return t('why.sent', { time: showTime(sentAt ?? '') });
  if (state === 'cancelled') return t('why.cancelled');
  return lastError === null ? t('why.pending') : t('why.retrying', { attempts, error: clip(lastError, 80) });
}
