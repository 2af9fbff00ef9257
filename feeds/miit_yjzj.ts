import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'miit_yjzj',
  name: '工信部·意见征集',
  authority: '工业和信息化部',
  level: 'national',
  page: 'https://www.miit.gov.cn/gzcy/yjzj/index.html',
  url: 'https://www.miit.gov.cn/gzcy/yjzj/index.html',
  reader: {
    kind: 'json',
    item: 'data.html → .page-content ul li',
    title: 'a@title || a',
    link: 'a@href',
    date: 'span.fr || span',
  },
  paceMinutes: 60,
  confidence: 'medium',
  via: 'buildstatic',
  detail: { title: '#con_title', content: '#con_con, .ccontent', date: '#con_time' },
};
