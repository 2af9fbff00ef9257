import type { CorpusDocument } from '../corpus/types.ts';
import type { Measure } from '../store/port.ts';
import type { Seen } from './see.ts';
import { builtInTopics, matchTopic, type Subject } from './topic.ts';
import type { Guild, Topic } from './types.ts';

/** A topic that is about a measure, and its words that were found there, as it writes them; none where it asks for none. */
export interface TopicFound {
  readonly topic: Topic;
  readonly found: readonly string[];
}

/** What a server's topics are held against. */
export const subjectOf = (
  { title, text, issuer, kind }: Omit<Subject, 'articles'>,
  { links }: Pick<Seen, 'links'>,
): Subject => ({ title, text, issuer, kind, articles: links.map(({ number }) => number) });

/** Those of a list of topics that are about a measure as a server sees it. */
export function topicsOn(topics: readonly Topic[], measure: Measure, seen: Seen): readonly TopicFound[] {
  const subject = subjectOf(measure, seen);
  return topics.flatMap((topic) => {
    const { matches, found } = matchTopic(topic, subject);
    return matches ? [{ topic, found }] : [];
  });
}

/** A server's own topics, and those built-in ones that something there follows. */
export function topicsIn(
  { topics }: Pick<Guild, 'topics'>,
  followed: readonly { readonly topics: readonly string[] }[],
  ordinance: CorpusDocument | undefined,
): readonly Topic[] {
  const ids = new Set(followed.flatMap((subscription) => subscription.topics));
  return [...topics, ...builtInTopics(ordinance).filter(({ id }) => ids.has(id))];
}
