import type { FeedDefinition } from '../src/watch/types.ts';

// The row dates are of promulgation and of taking effect, not of publication.
export const feed: FeedDefinition = {
  id: 'bjrd_dfxfg',
  name: '市人大·地方性法规库',
  authority: '北京市人民代表大会常务委员会',
  level: 'municipal',
  page: 'https://www.bjrd.gov.cn/rdzl/dfxfgk/dfxfg/',
  url: 'https://www.bjrd.gov.cn/rdzl/dfxfgk/dfxfg/',
  reader: {
    kind: 'html',
    item: '.fgk_nr .table_tr > ul',
    title: 'li.w60 a@title || li.w60 a',
    link: 'li.w60 a@href',
    date: 'li.w20',
  },
  dates: 'enacted',
  paceMinutes: 30,
  confidence: 'high',
};
