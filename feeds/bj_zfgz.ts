import type { FeedDefinition } from '../src/watch/types.ts';

// The row has its date inside a sentence in brackets, the day of the decree; the URL has the day of publication.
export const feed: FeedDefinition = {
  id: 'bj_zfgz',
  name: '政府规章',
  authority: '北京市人民政府',
  level: 'municipal',
  page: 'https://www.beijing.gov.cn/gongkai/zfxxgk/zc/gz/',
  url: 'https://www.beijing.gov.cn/gongkai/zfxxgk/zc/gz/',
  reader: { kind: 'html', item: 'p.c-bt-t', title: 'a@title || a', link: 'a@href', date: 'url' },
  paceMinutes: 30,
  confidence: 'high',
};
