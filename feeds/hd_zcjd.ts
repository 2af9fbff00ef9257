import type { FeedDefinition } from '../src/watch/types.ts';

// The rows exist only as strings that a script writes.
export const feed: FeedDefinition = {
  id: 'hd_zcjd',
  name: '海淀区·政策解读',
  authority: '北京市海淀区人民政府',
  level: 'district',
  page: 'https://zyk.bjhd.gov.cn/zwdt/zcjd/',
  url: 'https://zyk.bjhd.gov.cn/zwdt/zcjd/',
  reader: {
    kind: 'html',
    item: 'a[href$=".shtml"]',
    title: '@title || text',
    link: '@href',
    date: 'nearest span',
  },
  paceMinutes: 120,
  confidence: 'medium',
};
