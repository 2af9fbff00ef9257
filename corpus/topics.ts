import { type ArticleTopics, readTopics } from '../src/link/topics.ts';
import topics from './ordinance/topics.json' with { type: 'json' };

/** What each article of the ordinance is about, as `ordinance/topics.json` says. Throws when that file is damaged. */
export function loadTopics(): ArticleTopics {
  const read = readTopics(topics);
  if (!read.ok) throw new Error(`corpus/ordinance/topics.json: ${read.error.join(' ')}`);
  return read.value;
}
