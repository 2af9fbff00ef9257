import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'czj_tztg',
  name: '市财政局·通知通告',
  authority: '北京市财政局',
  level: 'municipal',
  page: 'https://czj.beijing.gov.cn/zwxx/tztg/',
  url: 'https://czj.beijing.gov.cn/zwxx/tztg/',
  reader: {
    kind: 'html',
    item: 'div.ul-back li',
    title: 'a@title || a',
    link: 'a@href',
    date: 'span.docRelTime',
  },
  paceMinutes: 60,
  confidence: 'medium',
};
