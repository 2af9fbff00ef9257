import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'hd_ywx',
  name: '海淀区·要闻',
  authority: '北京市海淀区人民政府',
  level: 'district',
  page: 'https://zyk.bjhd.gov.cn/ywdt/hdywx/',
  url: 'https://zyk.bjhd.gov.cn/ywdt/hdywx/',
  reader: { kind: 'html', item: 'div.listBox li', title: 'a@title || a', link: 'a@href', date: 'span.date' },
  paceMinutes: 120,
  confidence: 'high',
  detail: { content: 'div.common_content' },
};
