import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'bj_zhengce_notice',
  name: '北京市政策兑现·政策通知',
  authority: '北京市人民政府',
  level: 'municipal',
  page: 'https://zhengce.beijing.gov.cn/#/policy',
  url: 'https://zhengce.beijing.gov.cn/bs/api/v2/server/th/policy/search?page=1&pageSize=20&funType=1&enabled=Y&sort=11',
  reader: {
    kind: 'json',
    item: 'data.list[]',
    title: 'title',
    link: 'https://zhengce.beijing.gov.cn/policy/detail/{id}',
    date: 'createdAt || publishDate',
  },
  paceMinutes: 60,
  confidence: 'high',
  olderPages: '?page={n+1}&pageSize=20&funType=1&enabled=Y&sort=11',
  headers: { referer: 'https://zhengce.beijing.gov.cn/#/policy' },
  // The page itself is a shell that its script fills.
  detail: {
    json: {
      match: '/policy/detail/([^/?#]+)',
      url: 'https://zhengce.beijing.gov.cn/bs/api/v2/server/th/policy/info?id={1}',
      title: 'data.title',
      content: 'data.content || data.shortContent',
      date: 'data.createdAt || data.publishDate',
    },
  },
};
