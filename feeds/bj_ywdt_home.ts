import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'bj_ywdt_home',
  name: '首都之窗·要闻动态首页',
  authority: '北京市人民政府',
  level: 'municipal',
  page: 'https://www.beijing.gov.cn/ywdt/',
  url: 'https://www.beijing.gov.cn/ywdt/',
  reader: { kind: 'html', item: 'ul.news_list li', title: 'a@title || a', link: 'a@href', date: 'url' },
  paceMinutes: 60,
  confidence: 'medium',
};
