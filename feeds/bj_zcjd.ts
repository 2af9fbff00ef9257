import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'bj_zcjd',
  name: '政策解读',
  authority: '北京市人民政府',
  level: 'municipal',
  page: 'https://www.beijing.gov.cn/zhengce/zcjd/',
  url: 'https://www.beijing.gov.cn/zhengce/zcjd/',
  reader: {
    kind: 'html',
    item: 'li:has(> a[title])',
    title: 'a@title || a',
    link: 'a@href',
    date: 'span',
    linkPattern: '/t\\d{8}_\\d+\\.s?html?$',
  },
  paceMinutes: 30,
  confidence: 'medium',
  headers: { referer: 'https://www.beijing.gov.cn/' },
  olderPages: 'index_{n}.html',
};
