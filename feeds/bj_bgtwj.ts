import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'bj_bgtwj',
  name: '市政府办公厅文件',
  authority: '北京市人民政府',
  level: 'municipal',
  page: 'https://www.beijing.gov.cn/zhengce/zfwj/zfwj2016/bgtwj/',
  url: 'https://www.beijing.gov.cn/zhengce/zfwj/zfwj2016/bgtwj/',
  reader: {
    kind: 'html',
    item: 'ul.default_news > li',
    title: 'a@title || a',
    link: 'a@href',
    date: 'b.u_time',
    docNumber: 'span',
    skipUnless: 'i.flag text == 是',
  },
  paceMinutes: 30,
  confidence: 'high',
  headers: { referer: 'https://www.beijing.gov.cn/' },
};
