import { trsLinks } from '../src/watch/read/articleLinks.ts';
import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'kw_sbrl',
  name: '市科委中关村管委会·项目申报日历',
  authority: '北京市科学技术委员会、中关村科技园区管理委员会',
  level: 'municipal',
  page: 'https://kw.beijing.gov.cn/zwgk/zwgksbrl/',
  url: 'https://kw.beijing.gov.cn/zwgk/zwgksbrl/',
  reader: trsLinks,
  paceMinutes: 60,
  confidence: 'low',
  olderPages: 'index_{n}.html',
};
