import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'most_kjjh',
  name: '国家科技管理信息系统·国家科技计划通知',
  authority: '科学技术部',
  level: 'national',
  page: 'https://service.most.gov.cn/kjjh_tztg/',
  url: 'https://service.most.gov.cn/kjjh_tztg/',
  reader: {
    kind: 'html',
    item: 'td.table_gkgs_title',
    title: 'div',
    link: 'div@onclick || a@href',
    date: 'url',
  },
  paceMinutes: 120,
  confidence: 'medium',
  olderPages: 'index_{n+1}.html',
  detail: { title: 'h1.article__title', content: '.article-body.section1', date: '.article__subTitle' },
};
