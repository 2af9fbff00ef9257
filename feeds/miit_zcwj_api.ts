import type { FeedDefinition } from '../src/watch/types.ts';

export const feed: FeedDefinition = {
  id: 'miit_zcwj_api',
  name: '工信部·政策文件库',
  authority: '工业和信息化部',
  level: 'national',
  page: 'https://www.miit.gov.cn/search/zcwjk.html',
  url: 'https://www.miit.gov.cn/search-front-server/api/search/info?scope=basic&pos=title_text,infocontent,titlepy&cateid=196&p=1&pg=10&level=6&dateField=deploytime&group=distinct&sortFields=%5B%7B%22name%22%3A%22deploytime%22%2C%22type%22%3A%22desc%22%7D%5D',
  reader: {
    kind: 'json',
    item: 'data.searchResult.dataResults[].groupData[0].data',
    title: 'title',
    link: 'url',
    date: 'deploytime',
  },
  paceMinutes: 60,
  confidence: 'high',
  olderPages:
    '?scope=basic&pos=title_text,infocontent,titlepy&cateid=196&p={n+1}&pg=10&level=6&dateField=deploytime&group=distinct&sortFields=%5B%7B%22name%22%3A%22deploytime%22%2C%22type%22%3A%22desc%22%7D%5D',
  headers: { referer: 'https://www.miit.gov.cn/search/zcwjk.html' },
  detail: { title: '#con_title', content: '#con_con, .ccontent', date: '#con_time' },
};
