import type { Messages } from './message.ts';

/** What is posted without being asked: alerts in all their kinds, digests, and what moderators and owners are told. */
export const deliver = {
  'deliver.heading.watched': {
    'zh-CN': '### 📢 你们关注的主题有新文件 · {kind}',
    'zh-TW': '### 📢 你們關注的主題有新文件 · {kind}',
    en: '### 📢 A new document on a topic you follow · {kind}',
  },
  'deliver.heading.revision': {
    'zh-CN': '### ✏️ 文件有改动 · {kind}',
    'zh-TW': '### ✏️ 文件有改動 · {kind}',
    en: '### ✏️ A document was changed · {kind}',
  },
  'deliver.heading.closing': {
    'zh-CN': '### ⏳ 征求意见将于 {day} 截止',
    'zh-TW': '### ⏳ 徵求意見將於 {day} 截止',
    en: '### ⏳ Comments close on {day}',
  },
  'deliver.heading.effective': {
    'zh-CN': '### ⏳ {day} 起施行',
    'zh-TW': '### ⏳ {day} 起施行',
    en: '### ⏳ Takes effect on {day}',
  },
  'deliver.changed': { 'zh-CN': '改动：{parts}', 'zh-TW': '改動：{parts}', en: 'Changed: {parts}' },
  'deliver.changed.other': { 'zh-CN': '页面内容', 'zh-TW': '頁面內容', en: 'page' },
  'deliver.confirmed': {
    'zh-CN': '✅ 版主已确认：条文关联正确。',
    'zh-TW': '✅ 版主已確認：條文關聯正確。',
    en: '✅ A moderator confirmed the articles.',
  },
  'deliver.corrected': {
    'zh-CN': '✏️ 版主已更正条文关联，以下为更正后的内容。',
    'zh-TW': '✏️ 版主已更正條文關聯，以下為更正後的內容。',
    en: '✏️ A moderator corrected the articles; this shows them as corrected.',
  },
  'deliver.withdrawn': {
    'zh-CN': '🚫 版主判定这份文件与条例条文无关，这条提醒作废。',
    'zh-TW': '🚫 版主判定這份文件與條例條文無關，這則提醒作廢。',
    en: '🚫 Withdrawn: a moderator found that this document has nothing to do with the ordinance’s articles.',
  },
  'deliver.edited': {
    'zh-CN': '这条消息已按最新情况更新。',
    'zh-TW': '這則訊息已按最新情況更新。',
    en: 'This message was brought up to date.',
  },
  'deliver.reposts': {
    'zh-CN': '另见：{links}',
    'zh-TW': '另見：{links}',
    en: 'Also published at: {links}',
  },
  'deliver.reposts.more': {
    'zh-CN': '等 {count} 处',
    'zh-TW': '等 {count} 處',
    en: '{count} places in all',
  },
  'deliver.attached': {
    'zh-CN': '文字较长，全文见附件。',
    'zh-TW': '文字較長，全文見附件。',
    en: 'Some of it is too long for a message; the attached file has all of it.',
  },
  'deliver.not-attached': {
    'zh-CN': '文字较长，这里没有显示全部（我在这个频道没有“附加文件”权限）；全文见官方页面。',
    'zh-TW': '文字較長，這裡沒有顯示全部（我在這個頻道沒有「附加檔案」權限）；全文見官方頁面。',
    en: 'Some of it is too long for a message, and I lack the Attach Files permission here; the official page has all of it.',
  },
  'deliver.irrelevant': { 'zh-CN': '不相关', 'zh-TW': '不相關', en: 'Not relevant' },

  'digest.heading.daily': {
    'zh-CN': '### 📰 每日汇总 · {count} 份',
    'zh-TW': '### 📰 每日彙總 · {count} 份',
    en: '### 📰 Daily digest · {count}',
  },
  'digest.heading.weekly': {
    'zh-CN': '### 📰 每周汇总 · {count} 份',
    'zh-TW': '### 📰 每週彙總 · {count} 份',
    en: '### 📰 Weekly digest · {count}',
  },
  'digest.heading.instant': {
    'zh-CN': '### 📰 汇总 · {count} 份',
    'zh-TW': '### 📰 彙總 · {count} 份',
    en: '### 📰 Digest · {count}',
  },
  'digest.period': { 'zh-CN': '{from} 至 {to}', 'zh-TW': '{from} 至 {to}', en: '{from} to {to}' },
  'digest.line': {
    'zh-CN': '{number}\\. {mark}**{title}**\n{facts}',
    'zh-TW': '{number}\\. {mark}**{title}**\n{facts}',
    en: '{number}\\. {mark}**{title}**\n{facts}',
  },
  'digest.gone': {
    'zh-CN': '{number}\\. 已不在记录中',
    'zh-TW': '{number}\\. 已不在記錄中',
    en: '{number}\\. no longer on record',
  },
  'digest.revision': { 'zh-CN': '〔有改动〕', 'zh-TW': '〔有改動〕', en: '[changed] ' },
  'digest.closing': { 'zh-CN': '〔即将截止〕', 'zh-TW': '〔即將截止〕', en: '[closing soon] ' },
  'digest.effective': { 'zh-CN': '〔即将施行〕', 'zh-TW': '〔即將施行〕', en: '[about to take effect] ' },
  'digest.withdrawn': { 'zh-CN': '〔已作废〕', 'zh-TW': '〔已作廢〕', en: '[withdrawn] ' },
  'digest.why': {
    'zh-CN': '为何收到其中一份',
    'zh-TW': '為何收到其中一份',
    en: 'Why one of these is here',
  },

  'notice.latest': { 'zh-CN': '最新文件', 'zh-TW': '最新文件', en: 'Latest documents' },
  'notice.test': {
    'zh-CN': '### ✅ 测试提醒\n这里收得到提醒。发现新的配套文件，就会发到这里。',
    'zh-TW': '### ✅ 測試提醒\n這裡收得到提醒。發現新的配套文件，就會發到這裡。',
    en: '### ✅ Test alert\nAlerts arrive here. New measures will be posted here as they are found.',
  },
  'notice.test.role': {
    'zh-CN': '正式的提醒会提到 {role}；这一条没有通知任何人。',
    'zh-TW': '正式的提醒會提到 {role}；這一則沒有通知任何人。',
    en: 'Real alerts mention {role}; this one notified nobody.',
  },
  'notice.source.name': {
    'zh-CN': '{name}（{authority}）',
    'zh-TW': '{name}（{authority}）',
    en: '{name} ({authority})',
  },
  'notice.source.failing': {
    'zh-CN':
      '### ⚠ 栏目读不到了\n**{feed}** 自 {since} 起连续 {failures} 次读不到：{cause}。\n它仍会按时再试，恢复后补读错过的内容。若网址已改，请用 `/栏目` 更新或暂停它。',
    'zh-TW':
      '### ⚠ 欄目讀不到了\n**{feed}** 自 {since} 起連續 {failures} 次讀不到：{cause}。\n它仍會按時再試，恢復後補讀錯過的內容。若網址已改，請用 `/欄目` 更新或暫停它。',
    en: '### ⚠ A source cannot be read\n**{feed}** has failed {failures} times in a row since {since}: {cause}.\nIt is tried again at its usual times, and catches up once it is back. If it has moved, change or pause it with `/feed`.',
  },
  'notice.source.quiet': {
    'zh-CN':
      '### ⚠ 栏目沉默太久\n**{feed}** 自 {since} 起没有新内容，而平时约每 {days} 天就有。\n请打开它的网页看看：也许已改版或搬走。',
    'zh-TW':
      '### ⚠ 欄目沉默太久\n**{feed}** 自 {since} 起沒有新內容，而平時約每 {days} 天就有。\n請打開它的網頁看看：也許已改版或搬走。',
    en: '### ⚠ A source is silent for too long\n**{feed}** has brought nothing new since {since}, though there is usually something every {days} days.\nPlease look at its page: it may have been rebuilt or moved.',
  },
  'notice.source.recovered': {
    'zh-CN': '### ✅ 栏目恢复了\n**{feed}** 又读得到了，补读了 {entries} 条。你们不用做什么。',
    'zh-TW': '### ✅ 欄目恢復了\n**{feed}** 又讀得到了，補讀了 {entries} 條。你們不用做什麼。',
    en: '### ✅ A source is back\n**{feed}** can be read again; {entries} entries were caught up. There is nothing to do.',
  },
  'notice.trouble': {
    'zh-CN':
      '### ⚠ 提醒送不到\n{place} 目前收不到提醒：{trouble}。\n{next}\n提醒都留着，我每小时会再试；修好后从断开的地方接着发。',
    'zh-TW':
      '### ⚠ 提醒送不到\n{place} 目前收不到提醒：{trouble}。\n{next}\n提醒都留著，我每小時會再試；修好後從斷開的地方接著發。',
    en: '### ⚠ Alerts do not get through\n{place} gets no alerts at present: {trouble}.\n{next}\nThey are kept and tried every hour; once it is repaired, they go on where they stopped.',
  },
  'notice.trouble.channel': {
    'zh-CN': '你订阅的频道',
    'zh-TW': '你訂閱的頻道',
    en: 'The channel you subscribed',
  },
  'trouble.no-permission': {
    'zh-CN': '我在那里没有“发送消息”（子区里是“在子区内发送消息”）的权限',
    'zh-TW': '我在那裡沒有「傳送訊息」（討論串裡是「在討論串中傳送訊息」）的權限',
    en: 'I lack the permission to send messages there (in a thread: Send Messages in Threads)',
  },
  'trouble.no-history': {
    'zh-CN': '我在那里没有“读取消息历史记录”的权限，无法确认是否已发过',
    'zh-TW': '我在那裡沒有「讀取訊息歷史」的權限，無法確認是否已發過',
    en: 'I lack Read Message History there, so I cannot tell what was sent already',
  },
  'trouble.no-messages': {
    'zh-CN': '那里不能发消息（频道的类型变了）',
    'zh-TW': '那裡不能發訊息（頻道的類型變了）',
    en: 'messages cannot be posted there (the channel’s type has changed)',
  },
  'trouble.closed': {
    'zh-CN': '你不接收我的私信，或我们已不在同一个服务器',
    'zh-TW': '你不接收我的私訊，或我們已不在同一個伺服器',
    en: 'you take no direct messages from me, or we share no server any more',
  },
  'trouble.locked': {
    'zh-CN': '帖子已归档并锁定',
    'zh-TW': '貼文已封存並鎖定',
    en: 'the thread is archived and locked',
  },
  'trouble.full': {
    'zh-CN': '服务器里打开的子区已达上限',
    'zh-TW': '伺服器裡開啟的討論串已達上限',
    en: 'the server has as many open threads as Discord allows',
  },
  'trouble.tag-required': {
    'zh-CN': '论坛要求每个帖子带标签，而我不知道该用哪一个',
    'zh-TW': '論壇要求每則貼文帶標籤，而我不知道該用哪一個',
    en: 'the forum wants a tag on each post, and I do not know which',
  },
  'next.gone': {
    'zh-CN': '请用 `/退订` 结束它，或用 `/订阅` 换一个频道。',
    'zh-TW': '請用 `/取消訂閱` 結束它，或用 `/訂閱` 換一個頻道。',
    en: 'End it with `/unsubscribe`, or choose another channel with `/subscribe`.',
  },
  'next.permission': {
    'zh-CN': '请在频道设置 → 权限里，允许我“查看频道”“发送消息”“读取消息历史记录”。',
    'zh-TW': '請在頻道設定 → 權限裡，允許我「檢視頻道」「傳送訊息」「讀取訊息歷史」。',
    en: 'In the channel’s settings → Permissions, allow me View Channel, Send Messages and Read Message History.',
  },
  'next.closed': {
    'zh-CN': '请在服务器的隐私设置里允许私信。',
    'zh-TW': '請在伺服器的隱私設定裡允許私訊。',
    en: 'Allow direct messages in the server’s privacy settings.',
  },
  'next.thread': {
    'zh-CN': '请解锁帖子，或关闭不用的子区。',
    'zh-TW': '請解鎖貼文，或關閉不用的討論串。',
    en: 'Unlock the thread, or close threads nobody uses.',
  },
  'next.forum': {
    'zh-CN': '请在论坛设置里取消“发帖须选标签”。',
    'zh-TW': '請在論壇設定裡取消「發文須選標籤」。',
    en: 'In the forum’s settings, no longer require a tag on posts.',
  },
} as const satisfies Messages;
