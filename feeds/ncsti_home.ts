import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'ncsti_home',
  name: '国际科技创新中心网·首页动态',
  authority: '北京推进国际科技创新中心建设办公室',
  level: 'municipal',
  page: 'https://www.ncsti.gov.cn/',
  url: 'https://www.ncsti.gov.cn/',
  reader: { kind: 'html', item: 'ul.qcdt-list li', title: 'a@title || a', link: 'a@href', date: 'url' },
  paceMinutes: 60,
  confidence: 'high',
};
