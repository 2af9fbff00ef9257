import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'zscqj_tzgg',
  name: '市知识产权局·通知公告',
  authority: '北京市知识产权局',
  level: 'municipal',
  page: 'https://zscqj.beijing.gov.cn/zscqj/zwgk/tzgg/index.html',
  url: 'https://zscqj.beijing.gov.cn/zscqj/zwgk/tzgg/index.html',
  reader: {
    kind: 'html',
    item: 'ul.subpageCon-conList li',
    title: 'a@title || a',
    link: 'a@href',
    date: 'span',
  },
  paceMinutes: 30,
  confidence: 'high',
  detail: { content: 'div.article-word' },
};
