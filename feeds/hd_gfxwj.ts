import type { FeedDefinition } from '../src/watch/types.ts';

// The row shows the period of consultation; its first day counts as published.
export const feed: FeedDefinition = {
  id: 'hd_gfxwj',
  name: '海淀区·意见征集',
  authority: '北京市海淀区人民政府',
  level: 'district',
  page: 'https://zyk.bjhd.gov.cn/zwdt/ygk/gfxwj/',
  url: 'https://zyk.bjhd.gov.cn/zwdt/ygk/gfxwj/',
  reader: { kind: 'html', item: 'ul.yjcgkList li', title: 'a@title || a', link: 'a@href', date: 'p' },
  paceMinutes: 120,
  confidence: 'medium',
};
