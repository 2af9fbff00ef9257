import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'most_gfxwj',
  name: '科技部·规范性文件',
  authority: '科学技术部',
  level: 'national',
  page: 'https://www.most.gov.cn/xxgk/xinxifenlei/fdzdgknr/fgzc/gfxwj/',
  url: 'https://www.most.gov.cn/xxgk/xinxifenlei/fdzdgknr/fgzc/gfxwj/',
  reader: {
    kind: 'html',
    item: 'a.list-main-li-item',
    title: '@title',
    link: '@href',
    date: 'div.w_list_rq',
    docNumber: 'div.w_list_fwzh',
  },
  paceMinutes: 60,
  confidence: 'high',
  olderPages: 'index_{n}.html',
  detail: { content: 'div.text.wide, #Zoom, .TRS_UEDITOR' },
};
