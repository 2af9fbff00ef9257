import { trsLinks } from '../src/watch/read/articleLinks.ts';
import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'ncsti_zcwj',
  name: '国际科技创新中心网·政策文件',
  authority: '北京推进国际科技创新中心建设办公室',
  level: 'municipal',
  page: 'https://www.ncsti.gov.cn/zcfg/zcwj/',
  url: 'https://www.ncsti.gov.cn/zcfg/zcwj/',
  reader: trsLinks,
  paceMinutes: 30,
  confidence: 'medium',
};
