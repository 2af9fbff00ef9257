import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'fgw_fgzs',
  name: '市发改委·发改要闻',
  authority: '北京市发展和改革委员会',
  level: 'municipal',
  page: 'https://fgw.beijing.gov.cn/gzdt/fgzs/',
  url: 'https://fgw.beijing.gov.cn/gzdt/fgzs/',
  reader: { kind: 'html', item: 'ul.list li', title: 'a@title || a', link: 'a@href', date: 'span' },
  paceMinutes: 60,
  confidence: 'high',
  olderPages: 'index_{n}.html',
  detail: { content: '#mainText, div.xl_content, .TRS_UEDITOR' },
};
