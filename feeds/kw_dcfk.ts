import { trsLinks } from '../src/watch/read/articleLinks.ts';
import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'kw_dcfk',
  name: '市科委中关村管委会·征集反馈',
  authority: '北京市科学技术委员会、中关村科技园区管理委员会',
  level: 'municipal',
  page: 'https://kw.beijing.gov.cn/zmhd/dcfk/',
  url: 'https://kw.beijing.gov.cn/zmhd/dcfk/',
  reader: trsLinks,
  paceMinutes: 30,
  confidence: 'medium',
  olderPages: 'index_{n}.html',
};
