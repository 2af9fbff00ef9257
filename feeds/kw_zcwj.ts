import { trsLinks } from '../src/watch/read/articleLinks.ts';
import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'kw_zcwj',
  name: '市科委中关村管委会·政策文件',
  authority: '北京市科学技术委员会、中关村科技园区管理委员会',
  level: 'municipal',
  page: 'https://kw.beijing.gov.cn/zwgk/zcwj/',
  url: 'https://kw.beijing.gov.cn/zwgk/zcwj/',
  reader: trsLinks,
  paceMinutes: 30,
  confidence: 'high',
  olderPages: 'index_{n}.html',
};
