import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'most_kjbgz',
  name: '科技部·科技部工作',
  authority: '科学技术部',
  level: 'national',
  page: 'https://www.most.gov.cn/kjbgz/',
  url: 'https://www.most.gov.cn/kjbgz/',
  reader: { kind: 'html', item: 'ul.a_list li', title: 'a@title || a', link: 'a@href', date: 'url' },
  paceMinutes: 120,
  confidence: 'medium',
  detail: { content: 'div.text.wide, #Zoom, .TRS_UEDITOR' },
};
