import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'bj_zhengce_declare',
  name: '北京市政策兑现·项目申报',
  authority: '北京市人民政府',
  level: 'municipal',
  page: 'https://zhengce.beijing.gov.cn/#/declare',
  url: 'https://zhengce.beijing.gov.cn/bs/api/v2/server/th/theme/search?requestStatus=0&enabled=Y&sort=21&page=1&pageSize=20',
  reader: {
    kind: 'json',
    item: 'data.list[]',
    title: 'name',
    link: 'https://zhengce.beijing.gov.cn/#/declare/detail/{id}',
    date: 'createdAt',
  },
  paceMinutes: 60,
  confidence: 'high',
  olderPages: '?requestStatus=0&enabled=Y&sort=21&page={n+1}&pageSize=20',
  headers: { referer: 'https://zhengce.beijing.gov.cn/#/declare' },
};
