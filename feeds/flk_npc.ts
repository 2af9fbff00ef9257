import type { FeedDefinition } from '../src/watch/types.ts';

// A row changes only when the law is amended or repealed; its date is of promulgation.
export const feed: FeedDefinition = {
  id: 'flk_npc',
  name: '国家法律法规数据库（地方法规）',
  authority: '全国人民代表大会常务委员会',
  level: 'national',
  page: 'https://flk.npc.gov.cn/',
  url: 'https://flk.npc.gov.cn/law-search/search/list',
  reader: {
    kind: 'json',
    item: 'rows[]',
    title: 'title',
    link: 'https://flk.npc.gov.cn/detail?id={bbbs}',
    date: 'gbrq',
  },
  dates: 'enacted',
  paceMinutes: 60,
  confidence: 'high',
  post: {
    as: 'json',
    fields: {
      searchType: 2,
      searchContent: '北京国际科技创新中心建设条例',
      searchRange: 1,
      pageNum: 1,
      pageSize: 20,
      flfgCodeId: [222],
    },
  },
  // The interface gives facts alone; the text is in a file whose address, good for a while, another answer names.
  detail: {
    json: {
      match: '[?&]id=([^&#]+)',
      url: 'https://flk.npc.gov.cn/law-search/search/flfgDetails?bbbs={1}',
      title: 'data.title',
      date: 'data.gbrq',
      issuer: 'data.zdjgName',
      effectiveOn: 'data.sxrq',
      file: {
        url: 'https://flk.npc.gov.cn/law-search/download/pc?format=docx&bbbs={1}',
        path: 'data.url',
      },
    },
  },
};
