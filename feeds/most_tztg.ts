import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'most_tztg',
  name: '科技部·通知通告',
  authority: '科学技术部',
  level: 'national',
  page: 'https://www.most.gov.cn/tztg/',
  url: 'https://www.most.gov.cn/tztg/',
  reader: {
    kind: 'html',
    item: 'ul.info_list2 > li',
    title: 'a@title || a',
    link: 'a@href',
    date: 'span.date.mhide',
  },
  paceMinutes: 60,
  confidence: 'high',
  olderPages: 'index_{n}.html',
  detail: { content: 'div.text.wide, #Zoom, .TRS_UEDITOR' },
};
