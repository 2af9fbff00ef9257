import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'bj_zhengcefagui',
  name: '政策文件（首都之窗）',
  authority: '北京市人民政府',
  level: 'municipal',
  page: 'https://www.beijing.gov.cn/zhengce/zhengcefagui/',
  url: 'https://www.beijing.gov.cn/zhengce/zhengcefagui/',
  reader: {
    kind: 'html',
    item: 'ul.default_news > li',
    title: 'a@title || a',
    link: 'a@href',
    date: 'span',
    skipUnless: 'i.flag text == 是',
  },
  paceMinutes: 30,
  confidence: 'high',
  headers: { referer: 'https://www.beijing.gov.cn/' },
};
