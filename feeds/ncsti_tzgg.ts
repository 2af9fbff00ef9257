import { trsLinks } from '../src/watch/read/articleLinks.ts';
import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'ncsti_tzgg',
  name: '国际科技创新中心网·通知公告',
  authority: '北京推进国际科技创新中心建设办公室',
  level: 'municipal',
  page: 'https://www.ncsti.gov.cn/kjdt/tzgg/',
  url: 'https://www.ncsti.gov.cn/kjdt/tzgg/',
  reader: trsLinks,
  paceMinutes: 30,
  confidence: 'medium',
};
