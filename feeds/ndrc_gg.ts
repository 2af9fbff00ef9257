import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'ndrc_gg',
  name: '国家发改委·公告',
  authority: '国家发展和改革委员会',
  level: 'national',
  page: 'https://www.ndrc.gov.cn/xxgk/zcfb/gg/',
  url: 'https://www.ndrc.gov.cn/xxgk/zcfb/gg/',
  reader: {
    kind: 'html',
    item: 'ul.u-list li:not(.empty)',
    title: 'a@title || a',
    link: 'a@href',
    date: 'span',
  },
  paceMinutes: 120,
  confidence: 'high',
  olderPages: 'index_{n}.html',
  detail: { content: 'div.article_con, .TRS_Editor' },
};
