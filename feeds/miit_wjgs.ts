import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'miit_wjgs',
  name: '工信部·文件公示',
  authority: '工业和信息化部',
  level: 'national',
  page: 'https://www.miit.gov.cn/zwgk/wjgs/index.html',
  url: 'https://www.miit.gov.cn/zwgk/wjgs/index.html',
  reader: {
    kind: 'json',
    item: 'data.html → .page-content ul li',
    title: 'a@title || a',
    link: 'a@href',
    date: 'span.fr || span',
  },
  paceMinutes: 60,
  confidence: 'high',
  via: 'buildstatic',
  detail: { title: '#con_title', content: '#con_con, .ccontent', date: '#con_time' },
};
