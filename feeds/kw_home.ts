import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'kw_home',
  name: '市科委中关村管委会·首页信息列表',
  authority: '北京市科学技术委员会、中关村科技园区管理委员会',
  level: 'municipal',
  page: 'https://kw.beijing.gov.cn/',
  url: 'https://kw.beijing.gov.cn/',
  reader: { kind: 'html', item: 'ul.infoList li', title: 'a@title || a', link: 'a@href', date: 'span' },
  paceMinutes: 60,
  confidence: 'high',
};
