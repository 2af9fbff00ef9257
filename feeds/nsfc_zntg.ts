import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'nsfc_zntg',
  name: '国家自然科学基金委·指南通告',
  authority: '国家自然科学基金委员会',
  level: 'national',
  page: 'https://www.nsfc.gov.cn/p1/3381/2824/zntg.html',
  url: 'https://www.nsfc.gov.cn/p1/3381/2824/zntg.html',
  reader: {
    kind: 'html',
    item: 'ul.sciences-content-right-content a',
    title: 'div.item-right-content',
    link: '@href',
    date: 'div.date',
  },
  paceMinutes: 120,
  confidence: 'high',
};
