import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'gov_yaowen',
  name: '中国政府网·要闻',
  authority: '国务院',
  level: 'national',
  page: 'https://www.gov.cn/yaowen/liebiao/',
  url: 'https://www.gov.cn/yaowen/liebiao/YAOWENLIEBIAO.json',
  reader: {
    kind: 'json',
    item: '$[]',
    title: 'TITLE',
    link: 'URL',
    date: 'DOCRELPUBTIME',
    summary: 'SUB_TITLE',
  },
  paceMinutes: 120,
  confidence: 'high',
  detail: { title: 'h1#ti || .share-title || h1' },
};
