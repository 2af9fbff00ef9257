import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'jxj_tzgg',
  name: '市经信局·通知公告',
  authority: '北京市经济和信息化局',
  level: 'municipal',
  page: 'https://jxj.beijing.gov.cn/jxdt/tzgg/',
  url: 'https://jxj.beijing.gov.cn/jxdt/tzgg/',
  reader: { kind: 'html', item: 'ul.list li', title: 'a@title || a', link: 'a@href', date: 'span.date' },
  paceMinutes: 30,
  confidence: 'high',
  olderPages: 'index_{n}.html',
};
