import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'gov_lianbo',
  name: '中国政府网·联播',
  authority: '国务院',
  level: 'national',
  page: 'https://www.gov.cn/lianbo/',
  url: 'https://www.gov.cn/lianbo/YAOWENLIEBIAO.json',
  reader: {
    kind: 'json',
    item: '$[]',
    title: 'TITLE',
    link: 'URL',
    date: 'DOCRELPUBTIME',
    summary: 'SUB_TITLE',
  },
  paceMinutes: 120,
  confidence: 'medium',
  detail: { title: 'h1#ti || .share-title || h1' },
};
