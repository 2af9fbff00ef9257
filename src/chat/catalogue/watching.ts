import type { Messages } from './message.ts';

/** What is said of sources and of the way of an entry: `/feed`, `/why` and the verbs beside them. */
export const watching = {
  'command.why.name': { 'zh-CN': '来龙去脉', 'zh-TW': '來龍去脈', en: 'why' },
  'command.why.description': {
    'zh-CN': '一个网页是否读到过、怎样判断、发给了谁',
    'zh-TW': '一個網頁是否讀到過、怎樣判斷、發給了誰',
    en: 'Whether a page was read, how it was judged, and where it was sent',
  },
  'command.why.url.name': { 'zh-CN': '网址', 'zh-TW': '網址', en: 'url' },
  'command.why.url.description': {
    'zh-CN': '官方网页的网址',
    'zh-TW': '官方網頁的網址',
    en: 'The address of the official page',
  },

  'command.feed.name': { 'zh-CN': '栏目', 'zh-TW': '欄目', en: 'feed' },
  'command.feed.description': {
    'zh-CN': '所留意的官方栏目',
    'zh-TW': '所留意的官方欄目',
    en: 'The official sources that are watched',
  },
  'command.feed.status.name': { 'zh-CN': '状况', 'zh-TW': '狀況', en: 'status' },
  'command.feed.status.description': {
    'zh-CN': '各栏目是否读得到、有没有沉默太久',
    'zh-TW': '各欄目是否讀得到、有沒有沉默太久',
    en: 'Whether each source can be read, and which are silent for too long',
  },
  'command.feed.status.source.name': { 'zh-CN': '栏目', 'zh-TW': '欄目', en: 'source' },
  'command.feed.status.source.description': {
    'zh-CN': '只看这个栏目',
    'zh-TW': '只看這個欄目',
    en: 'This source alone',
  },
  'command.feed.check.name': { 'zh-CN': '试读', 'zh-TW': '試讀', en: 'check' },
  'command.feed.check.description': {
    'zh-CN': '现在去读一次，看看会读到什么（不保存）',
    'zh-TW': '現在去讀一次，看看會讀到什麼（不保存）',
    en: 'Read it now and show what would be found; nothing is kept',
  },
  'command.feed.check.source.name': { 'zh-CN': '栏目', 'zh-TW': '欄目', en: 'source' },
  'command.feed.check.source.description': {
    'zh-CN': '栏目，或任何网址',
    'zh-TW': '欄目，或任何網址',
    en: 'A source, or any address',
  },

  'feed.status.heading': {
    'zh-CN': '### 栏目状况\n共 {count} 个：正常 {ok}，读不到 {failing}，沉默 {quiet}，还没读过 {unread}',
    'zh-TW': '### 欄目狀況\n共 {count} 個：正常 {ok}，讀不到 {failing}，沉默 {quiet}，還沒讀過 {unread}',
    en: '### Sources\n{count} in all: {ok} well, {failing} failing, {quiet} silent, {unread} not read yet',
  },
  'feed.status.well': {
    'zh-CN': '所有栏目都正常。',
    'zh-TW': '所有欄目都正常。',
    en: 'All sources are well.',
  },
  'feed.status.more': {
    'zh-CN': '另有 {count} 个，用 `source` 选项逐个查看。',
    'zh-TW': '另有 {count} 個，用 `source` 選項逐個查看。',
    en: '{count} more; see each with the `source` option.',
  },
  'feed.unknown': {
    'zh-CN': '没有栏目“{source}”。请从列表中选择。',
    'zh-TW': '沒有欄目「{source}」。請從列表中選擇。',
    en: 'There is no source "{source}". Choose one from the list.',
  },
  'feed.line': {
    'zh-CN': '**{name}**（{authority}）：{state}',
    'zh-TW': '**{name}**（{authority}）：{state}',
    en: '**{name}** ({authority}): {state}',
  },
  'standing.ok': { 'zh-CN': '正常', 'zh-TW': '正常', en: 'well' },
  'standing.unread': { 'zh-CN': '还没读过', 'zh-TW': '還沒讀過', en: 'not read yet' },
  'standing.failing': {
    'zh-CN': '连续 {failures} 次读不到：{cause}',
    'zh-TW': '連續 {failures} 次讀不到：{cause}',
    en: '{failures} failures in a row: {cause}',
  },
  'standing.quiet': {
    'zh-CN': '自 {since} 起没有新内容，而平时约每 {days} 天就有',
    'zh-TW': '自 {since} 起沒有新內容，而平時約每 {days} 天就有',
    en: 'nothing new since {since}, though there is usually something every {days} days',
  },
  'standing.success': {
    'zh-CN': '上次读到：{time}，页上 {entries} 条',
    'zh-TW': '上次讀到：{time}，頁上 {entries} 條',
    en: 'Last read: {time}, {entries} entries on the page',
  },
  'standing.never': { 'zh-CN': '从未读到', 'zh-TW': '從未讀到', en: 'Never read so far' },
  'standing.rhythm': {
    'zh-CN': '约每 {days} 天有新内容',
    'zh-TW': '約每 {days} 天有新內容',
    en: 'Something new about every {days} days',
  },
  'standing.complete': {
    'zh-CN': '从 {from} 到 {to} 没有遗漏',
    'zh-TW': '從 {from} 到 {to} 沒有遺漏',
    en: 'Complete from {from} to {to}',
  },
  'standing.moved': {
    'zh-CN': '网址从那时起换了：当时新列表上已有的只记录，没有提醒',
    'zh-TW': '網址從那時起換了：當時新列表上已有的只記錄，沒有提醒',
    en: 'Its address changed then: what was already on the new list was learned, not told',
  },
  'standing.behind': {
    'zh-CN': '列表较旧的几页暂时读不到：中断期间的条目可能还有遗漏，会再试',
    'zh-TW': '列表較舊的幾頁暫時讀不到：中斷期間的條目可能還有遺漏，會再試',
    en: 'Older pages of the list cannot be reached for now: entries of the outage may be missing; they are tried again',
  },

  'feed.check.heading': {
    'zh-CN': '### 试读 {source}\n{outcome}',
    'zh-TW': '### 試讀 {source}\n{outcome}',
    en: '### What {source} gives\n{outcome}',
  },
  'feed.check.ok': {
    'zh-CN': '读到 {count} 条，{kilobytes} KB，用时 {ms} 毫秒。',
    'zh-TW': '讀到 {count} 條，{kilobytes} KB，用時 {ms} 毫秒。',
    en: '{count} entries read, {kilobytes} KB in {ms} ms.',
  },
  'feed.check.refused': {
    'zh-CN': '不会去读：{cause}。',
    'zh-TW': '不會去讀：{cause}。',
    en: 'It is not visited: {cause}.',
  },
  'feed.check.failed': {
    'zh-CN': '读不到：{cause}。',
    'zh-TW': '讀不到：{cause}。',
    en: 'It could not be read: {cause}.',
  },
  'feed.check.entry': {
    'zh-CN': '{date} {title}',
    'zh-TW': '{date} {title}',
    en: '{date} {title}',
  },
  'feed.check.more': {
    'zh-CN': '另有 {count} 条。',
    'zh-TW': '另有 {count} 條。',
    en: '{count} more.',
  },

  'cause.other': { 'zh-CN': '{cause}', 'zh-TW': '{cause}', en: '{cause}' },
  'cause.http': {
    'zh-CN': '服务器回答 {status}',
    'zh-TW': '伺服器回答 {status}',
    en: 'the server answered {status}',
  },
  'cause.http-403': {
    'zh-CN': '服务器拒绝访问（403）',
    'zh-TW': '伺服器拒絕存取（403）',
    en: 'the server denies access (403)',
  },
  'cause.http-412': {
    'zh-CN': '服务器要求先解 JavaScript 验证（412）',
    'zh-TW': '伺服器要求先解 JavaScript 驗證（412）',
    en: 'the server wants a JavaScript challenge solved first (412)',
  },
  'cause.challenge': {
    'zh-CN': '来的是 JavaScript 验证页',
    'zh-TW': '來的是 JavaScript 驗證頁',
    en: 'a JavaScript challenge came instead of the page',
  },
  'cause.dns': { 'zh-CN': '域名解析不了', 'zh-TW': '網域解析不了', en: 'the name cannot be resolved' },
  'cause.timeout': { 'zh-CN': '没有及时回答', 'zh-TW': '沒有及時回答', en: 'no answer in time' },
  'cause.connection-refused': {
    'zh-CN': '服务器拒绝连接',
    'zh-TW': '伺服器拒絕連線',
    en: 'the server refuses the connection',
  },
  'cause.connection-lost': { 'zh-CN': '连接中断', 'zh-TW': '連線中斷', en: 'the connection broke' },
  'cause.certificate': {
    'zh-CN': '证书不可信',
    'zh-TW': '憑證不可信',
    en: 'the certificate is not trusted',
  },
  'cause.tls': { 'zh-CN': '建立不了安全连接', 'zh-TW': '建立不了安全連線', en: 'no secure connection' },
  'cause.too-large': { 'zh-CN': '页面太大', 'zh-TW': '頁面太大', en: 'the page is too large' },
  'cause.too-complex': {
    'zh-CN': '读这个页面太费时间或内存',
    'zh-TW': '讀這個頁面太費時間或記憶體',
    en: 'reading the page takes too much time or memory',
  },
  'cause.redirects': { 'zh-CN': '转来转去没有尽头', 'zh-TW': '轉來轉去沒有盡頭', en: 'endless redirects' },
  'cause.no-rows': {
    'zh-CN': '页面打开了，但找不到条目（可能改版，或者暂时没有内容，例如两次征集之间）',
    'zh-TW': '頁面打開了，但找不到條目（可能改版，或者暫時沒有內容，例如兩次徵集之間）',
    en: 'the page came, but no entry was found on it (it may have been redesigned, or has none for now, as between two consultations)',
  },
  'cause.wrong-type': {
    'zh-CN': '来的不是所期待的那种内容',
    'zh-TW': '來的不是所期待的那種內容',
    en: 'what came is of another type',
  },
  'cause.no-text': {
    'zh-CN': '页面打开了，但没有正文',
    'zh-TW': '頁面打開了，但沒有正文',
    en: 'the page came, but no text of a document is on it',
  },
  'cause.malformed': { 'zh-CN': '内容残缺', 'zh-TW': '內容殘缺', en: 'what came is malformed' },
  'cause.broken': {
    'zh-CN': '程序自身出错，读到的内容没能处理（请告诉运行我的人）',
    'zh-TW': '程式自身出錯，讀到的內容沒能處理（請告訴執行我的人）',
    en: 'a fault in the bot itself: what came could not be taken in (please tell whoever runs me)',
  },
  'cause.bad-encoding': {
    'zh-CN': '压缩格式损坏',
    'zh-TW': '壓縮格式損壞',
    en: 'the compression cannot be undone',
  },
  'cause.unknown-encoding': {
    'zh-CN': '不认识的压缩格式',
    'zh-TW': '不認識的壓縮格式',
    en: 'an unknown compression',
  },
  'cause.bad-response': {
    'zh-CN': '回答不合 HTTP 规范',
    'zh-TW': '回答不合 HTTP 規範',
    en: 'the answer is not valid HTTP',
  },
  'cause.bad-header': {
    'zh-CN': '来源要求的请求头发不出去，需要改它的定义',
    'zh-TW': '來源要求的請求標頭送不出去，需要改它的定義',
    en: 'a header that the source asks for cannot be sent; its definition is to be corrected',
  },
  'cause.private-address': {
    'zh-CN': '内部网络的地址',
    'zh-TW': '內部網路的位址',
    en: 'it is an address of a private network',
  },
  'cause.scheme': {
    'zh-CN': '只访问 http 和 https 地址',
    'zh-TW': '只存取 http 和 https 位址',
    en: 'only http and https are visited',
  },
  'cause.port': {
    'zh-CN': '只访问 80 和 443 端口',
    'zh-TW': '只存取 80 和 443 連接埠',
    en: 'only ports 80 and 443 are visited',
  },
  'cause.disguise': {
    'zh-CN': '网址有伪装',
    'zh-TW': '網址有偽裝',
    en: 'the address is disguised',
  },
  'cause.invalid-url': { 'zh-CN': '不是完整的网址', 'zh-TW': '不是完整的網址', en: 'it is no complete URL' },

  'why.heading': { 'zh-CN': '### 来龙去脉', 'zh-TW': '### 來龍去脈', en: '### The way of an entry' },
  'why.title': { 'zh-CN': '**{title}**', 'zh-TW': '**{title}**', en: '**{title}**' },
  'why.delivery': {
    'zh-CN': '→ {target}：{state}',
    'zh-TW': '→ {target}：{state}',
    en: '→ {target}: {state}',
  },
  'why.sent': { 'zh-CN': '已于 {time} 发出', 'zh-TW': '已於 {time} 發出', en: 'sent at {time}' },
  'why.pending': { 'zh-CN': '等待发出', 'zh-TW': '等待發出', en: 'waiting to be sent' },
  'why.retrying': {
    'zh-CN': '第 {attempts} 次未成（{error}），还会再试',
    'zh-TW': '第 {attempts} 次未成（{error}），還會再試',
    en: 'try {attempts} failed ({error}); it will be tried again',
  },
  'why.cancelled': {
    'zh-CN': '已退订，没有发出',
    'zh-TW': '已取消訂閱，沒有發出',
    en: 'unsubscribed before it was sent',
  },
  'why.not-url': {
    'zh-CN': '“{url}”不是完整的网址。请从浏览器地址栏复制，要以 http:// 或 https:// 开头。',
    'zh-TW': '「{url}」不是完整的網址。請從瀏覽器的網址列複製，要以 http:// 或 https:// 開頭。',
    en: '"{url}" is not a complete URL. Copy it from the browser’s address bar; it starts with http:// or https://.',
  },
  'why.unwatched': {
    'zh-CN':
      '没有读到过这个网页：{host} 上没有所留意的栏目。版主可以用 `/栏目 试读` 看看它的列表页能读到什么；要留意它，请告诉运行我的人。',
    'zh-TW':
      '沒有讀到過這個網頁：{host} 上沒有所留意的欄目。版主可以用 `/欄目 試讀` 看看它的列表頁能讀到什麼；要留意它，請告訴執行我的人。',
    en: 'This page was never read: no source on {host} is watched. A moderator can see with `/feed check` what its list page gives; ask whoever runs me to have it watched.',
  },
  'why.unread': {
    'zh-CN': '没有读到过这个网页。它所在的网站上留意这些栏目：',
    'zh-TW': '沒有讀到過這個網頁。它所在的網站上留意這些欄目：',
    en: 'This page was never read. These sources of its site are watched:',
  },
} as const satisfies Messages;
