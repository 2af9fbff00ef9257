import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'gov_jiedu',
  name: '中国政府网·政策解读',
  authority: '国务院',
  level: 'national',
  page: 'https://www.gov.cn/zhengce/jiedu/',
  url: 'https://www.gov.cn/zhengce/jiedu/ZCJD_QZ.json',
  reader: {
    kind: 'json',
    item: '$[]',
    title: 'TITLE',
    link: 'URL',
    date: 'DOCRELPUBTIME',
    summary: 'SUB_TITLE',
  },
  paceMinutes: 60,
  confidence: 'high',
  detail: { title: 'h1#ti || .share-title || h1' },
};
