import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'kfqgw_gzdt',
  name: '北京经开区·工作动态',
  authority: '北京经济技术开发区管理委员会',
  level: 'district',
  page: 'https://kfqgw.beijing.gov.cn/ywdt/gzdt/',
  url: 'https://kfqgw.beijing.gov.cn/ywdt/gzdt/',
  reader: { kind: 'html', item: 'ul.list li', title: 'a@title || a', link: 'a@href', date: 'span.date' },
  paceMinutes: 120,
  confidence: 'medium',
  detail: { content: 'div.details_page #div_zhengwen .view, .TRS_Editor' },
};
