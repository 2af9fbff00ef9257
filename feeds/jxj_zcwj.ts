import { trsLinks } from '../src/watch/read/articleLinks.ts';
import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'jxj_zcwj',
  name: '市经信局·政策文件',
  authority: '北京市经济和信息化局',
  level: 'municipal',
  page: 'https://jxj.beijing.gov.cn/zwgk/2024zcwj/',
  url: 'https://jxj.beijing.gov.cn/zwgk/2024zcwj/',
  reader: trsLinks,
  paceMinutes: 30,
  confidence: 'medium',
};
