import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'gov_zuixin',
  name: '中国政府网·最新政策',
  authority: '国务院',
  level: 'national',
  page: 'https://www.gov.cn/zhengce/zuixin/',
  url: 'https://www.gov.cn/zhengce/zuixin/ZUIXINZHENGCE.json',
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
