import { trsLinks } from '../src/watch/read/articleLinks.ts';
import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'bjrd_zyfb',
  name: '市人大·重要发布',
  authority: '北京市人民代表大会常务委员会',
  level: 'municipal',
  page: 'https://www.bjrd.gov.cn/zyfb/',
  url: 'https://www.bjrd.gov.cn/zyfb/',
  reader: trsLinks,
  paceMinutes: 30,
  confidence: 'medium',
};
