import type { Ground } from '../../deliver/ground.ts';
import type { TopicFound } from '../../ledger/topicsOn.ts';
import { articleList } from '../articles.ts';
import type { Translate } from '../catalogue/index.ts';
import { clip, oneLine } from '../markdown.ts';

const topicsShown = 8;
const wordsLimit = 60;

/** Topics that are about a measure, each with the words that were found, as part of a sentence. Plain text, that moderators wrote. */
export function topicList(topics: readonly TopicFound[], t: Translate, most = topicsShown): string {
  const shown = topics.slice(0, most).map((one) => topicWith(one, t));
  return [...shown, ...(topics.length > shown.length ? ['…'] : [])].join(t('list.comma'));
}

function topicWith({ topic, found }: TopicFound, t: Translate): string {
  const name = oneLine(topic.name);
  const article = /^article:(\d+)$/.exec(topic.id)?.[1];
  if (article !== undefined)
    return t('why.topic.built-in', { article: articleList([Number(article)], t), name });
  if (found.length === 0) return t('why.topic.bare', { name });
  const words = clip(found.map(oneLine).join(t('list.comma')), wordsLimit);
  return t('why.topic.words', { name, words });
}

/** What of a subscription's wishes is so of a measure, as part of a sentence. */
export function groundName({ everything, articles, topics, kind, issuers }: Ground, t: Translate): string {
  return [
    ...(everything ? [t('why.ground.all')] : []),
    ...(articles.length > 0 ? [t('why.ground.articles', { articles: articleList(articles, t) })] : []),
    ...(topics.length > 0 ? [t('why.ground.topics', { topics: topicList(topics, t) })] : []),
    ...(kind === null ? [] : [t('why.ground.kind', { kind: t(`kind.${kind}`) })]),
    ...(issuers.length > 0
      ? [t('why.ground.issuers', { issuers: clip(issuers.map(oneLine).join(t('list.comma')), wordsLimit) })]
      : []),
  ].join(t('why.ground.and'));
}
