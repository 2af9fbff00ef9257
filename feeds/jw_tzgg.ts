import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'jw_tzgg',
  name: '市教委·通知公告',
  authority: '北京市教育委员会',
  level: 'municipal',
  page: 'https://jw.beijing.gov.cn/tzgg/',
  url: 'https://jw.beijing.gov.cn/tzgg/',
  reader: { kind: 'html', item: '.col-md a', title: '@title || text', link: '@href', date: 'nearest span' },
  paceMinutes: 60,
  confidence: 'medium',
  headers: { referer: 'https://www.beijing.gov.cn/' },
};
