import { trsLinks } from '../src/watch/read/articleLinks.ts';
import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'bj_dfxfg',
  name: '地方性法规',
  authority: '北京市人民政府',
  level: 'municipal',
  page: 'https://www.beijing.gov.cn/zhengce/dfxfg/',
  url: 'https://www.beijing.gov.cn/zhengce/dfxfg/',
  reader: trsLinks,
  paceMinutes: 30,
  confidence: 'low',
};
