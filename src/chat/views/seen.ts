import type { Corpus } from '../../corpus/types.ts';
import { type Seen, saidOf } from '../../ledger/see.ts';
import type { TopicFound } from '../../ledger/topicsOn.ts';
import type { Guild } from '../../ledger/types.ts';
import { articleList } from '../articles.ts';
import type { Translate } from '../catalogue/index.ts';
import type { Markdown } from '../markdown.ts';
import { topicList } from './grounds.ts';
import { brief, linkLines } from './measure.ts';
import { personName, verdictName } from './review.ts';
import { showTime } from './time.ts';

const percent = (share: number): number => Math.round(share * 100);

/** How a measure stands in a server: by its thresholds or by what its moderators said, with the articles that are in doubt. */
export function seenLines(
  measureId: string,
  seen: Seen,
  guild: Guild,
  corpus: Corpus,
  t: Translate,
): readonly Markdown[] {
  const { decision, standing, links, doubtful } = seen;
  if (decision !== null)
    return [
      t.md('why.decided', {
        who: personName(decision.by),
        time: showTime(decision.at),
        verdict: verdictName(decision, t),
      }),
    ];
  const { tell, review } = guild.settings;
  const shown = standing === 'told' ? links : doubtful;
  const articles = articleList(
    shown.map(({ number }) => number).toSorted((a, b) => a - b),
    t,
  );
  const thresholds = { tell: percent(tell), review: percent(review) };
  const flagged = saidOf(measureId, guild);
  return [
    standing === 'kept'
      ? t.md('why.seen.kept', thresholds)
      : t.md(`why.seen.${standing}`, { ...thresholds, articles }),
    ...(doubtful.length > 0
      ? [t.md('why.seen.doubtful'), ...linkLines({ links: doubtful, seen }, corpus, t, brief)]
      : []),
    ...(flagged === null ? [] : [t.md('why.flagged', { time: showTime(flagged.at) })]),
  ];
}

/** Which of a server's topics are about a measure; nothing of a server that has none. */
export const topicLines = (
  topics: readonly TopicFound[],
  { topics: own }: Pick<Guild, 'topics'>,
  t: Translate,
): readonly Markdown[] => {
  if (topics.length > 0) return [t.md('why.topics', { topics: topicList(topics, t) })];
  return own.length > 0 ? [t.md('why.topics.none')] : [];
};
