import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'kw_kcyx_cyfz',
  name: '市科委中关村管委会·科创一线·产业发展',
  authority: '北京市科学技术委员会、中关村科技园区管理委员会',
  level: 'municipal',
  page: 'https://kw.beijing.gov.cn/xwdt/kcyx/xwdtcyfz/',
  url: 'https://kw.beijing.gov.cn/xwdt/kcyx/xwdtcyfz/',
  reader: {
    kind: 'html',
    item: 'div.right-columns ul.list li',
    title: 'a@title || a',
    link: 'a@href',
    date: 'span',
  },
  paceMinutes: 60,
  confidence: 'high',
  olderPages: 'index_{n}.html',
};
