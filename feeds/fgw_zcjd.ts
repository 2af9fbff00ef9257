import { trsLinks } from '../src/watch/read/articleLinks.ts';
import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'fgw_zcjd',
  name: '市发改委·政策解读',
  authority: '北京市发展和改革委员会',
  level: 'municipal',
  page: 'https://fgw.beijing.gov.cn/fgwzwgk/2024zcjd/',
  url: 'https://fgw.beijing.gov.cn/fgwzwgk/2024zcjd/',
  reader: trsLinks,
  paceMinutes: 30,
  confidence: 'medium',
  olderPages: 'index_{n}.html',
  detail: { content: '#mainText, div.xl_content, .TRS_UEDITOR' },
};
