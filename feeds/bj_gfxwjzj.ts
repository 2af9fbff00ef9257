import { trsLinks } from '../src/watch/read/articleLinks.ts';
import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'bj_gfxwjzj',
  name: '政策性文件意见征集（市、区统一专栏）',
  authority: '北京市人民政府',
  level: 'municipal',
  page: 'https://www.beijing.gov.cn/hudong/gfxwjzj/',
  url: 'https://www.beijing.gov.cn/hudong/gfxwjzj/',
  reader: {
    ...trsLinks,
    linkPattern: '/hudong/gfxwjzj/(?:zjxx|qjzjxx|qjfkxx)/\\d{6}/t\\d{8}_\\d+\\.s?html?$',
  },
  paceMinutes: 30,
  confidence: 'medium',
};
