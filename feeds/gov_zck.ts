import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'gov_zck',
  name: '国务院政策文件库',
  authority: '国务院',
  level: 'national',
  page: 'https://sousuo.www.gov.cn/zcwjk/policyDocumentLibrary',
  url: 'https://sousuo.www.gov.cn/search-gov/data?t=zhengcelibrary&q=%E7%A7%91%E6%8A%80%E5%88%9B%E6%96%B0&p=1&n=50&timetype=timeqb&sort=pubtime&sortType=1&searchfield=title',
  reader: {
    kind: 'json',
    item: 'searchVO.catMap.{gongwen,bumenfile,otherfile,gongbao,zhongyangfile}.listVO[] || searchVO.listVO[]',
    title: 'title',
    link: 'url',
    date: 'pubtime || ptime || pubtimeStr',
    docNumber: 'pcode',
  },
  paceMinutes: 120,
  confidence: 'high',
  olderPages:
    '?t=zhengcelibrary&q=%E7%A7%91%E6%8A%80%E5%88%9B%E6%96%B0&p={n+1}&n=50&timetype=timeqb&sort=pubtime&sortType=1&searchfield=title',
  headers: { referer: 'https://sousuo.www.gov.cn/' },
  detail: { title: 'h1#ti || .share-title || h1' },
};
