import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'mof_zcfb',
  name: '财政部·政策发布',
  authority: '财政部',
  level: 'national',
  page: 'http://www.mof.gov.cn/zhengwuxinxi/zhengcefabu/',
  url: 'http://www.mof.gov.cn/zhengwuxinxi/zhengcefabu/',
  reader: {
    kind: 'html',
    item: 'li:has(> a)',
    title: 'a@title || a',
    link: 'a@href',
    date: 'span',
    linkPattern: '/t\\d{8}_\\d+\\.html?$',
  },
  paceMinutes: 120,
  confidence: 'high',
  olderPages: 'index_{n}.htm',
  detail: { content: 'div.my_conboxzw, .my_doccontent, .TRS_Editor' },
};
