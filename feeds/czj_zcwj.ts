import { trsLinks } from '../src/watch/read/articleLinks.ts';
import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'czj_zcwj',
  name: '市财政局·政策文件',
  authority: '北京市财政局',
  level: 'municipal',
  page: 'https://czj.beijing.gov.cn/zwxx/2024zcwj/',
  url: 'https://czj.beijing.gov.cn/zwxx/2024zcwj/',
  reader: trsLinks,
  paceMinutes: 30,
  confidence: 'medium',
};
