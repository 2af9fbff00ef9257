import type { FeedDefinition } from '../src/watch/types.ts';

// The rows stand in a record set inside a script.
export const feed: FeedDefinition = {
  id: 'cnipa_tz',
  name: '国家知识产权局·通知',
  authority: '国家知识产权局',
  level: 'national',
  page: 'https://www.cnipa.gov.cn/col/col75/index.html',
  url: 'https://www.cnipa.gov.cn/col/col75/index.html',
  reader: { kind: 'html', item: 'li', title: 'a@title || a', link: 'a@href', date: 'span' },
  paceMinutes: 120,
  confidence: 'medium',
};
