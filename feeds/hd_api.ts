import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'hd_api',
  name: '海淀区·政策库接口',
  authority: '北京市海淀区人民政府',
  level: 'district',
  page: 'https://www.bjhd.gov.cn/',
  url: 'https://www.bjhd.gov.cn/sjkf-api/haidian/data/catalog/search?channelId=76770,83277&pageNum=1&pageSize=20',
  reader: { kind: 'json', item: 'rows[]', title: 'title', link: 'docPubUrl', date: 'pubDate' },
  paceMinutes: 60,
  confidence: 'medium',
  olderPages: '?channelId=76770,83277&pageNum={n+1}&pageSize=20',
};
