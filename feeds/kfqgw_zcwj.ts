import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'kfqgw_zcwj',
  name: '北京经开区·政策文件',
  authority: '北京经济技术开发区管理委员会',
  level: 'district',
  page: 'https://kfqgw.beijing.gov.cn/zwgkkfq/2024zcwj/',
  url: 'https://kfqgw.beijing.gov.cn/zwgkkfq/2024zcwj/',
  reader: { kind: 'html', item: 'ul.list li', title: 'a@title || a', link: 'a@href', date: 'span.date' },
  paceMinutes: 60,
  confidence: 'medium',
  detail: { content: 'div.details_page #div_zhengwen .view, .TRS_Editor' },
};
