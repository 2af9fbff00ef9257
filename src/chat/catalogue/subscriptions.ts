import type { Messages } from './message.ts';

/** The list of subscriptions and what can be done about one of them. */
export const subscriptions = {
  'subscriptions.heading': { 'zh-CN': '### 订阅', 'zh-TW': '### 訂閱', en: '### Subscriptions' },
  'subscriptions.none': {
    'zh-CN': '还没有订阅。用 `/订阅` 让这个频道或你自己收到新的配套措施。',
    'zh-TW': '還沒有訂閱。用 `/訂閱` 讓這個頻道或你自己收到新的配套措施。',
    en: 'No subscriptions yet. `/subscribe` has this channel, or you, told of new measures.',
  },
  'subscriptions.trouble': {
    'zh-CN': '⚠ 目前送不到：{trouble}。提醒都留着，修好后会补发。',
    'zh-TW': '⚠ 目前送不到：{trouble}。提醒都留著，修好後會補發。',
    en: '⚠ Nothing gets through at present: {trouble}. Alerts are kept, and sent once it is repaired.',
  },
  'subscriptions.me': { 'zh-CN': '我（私信）', 'zh-TW': '我（私訊）', en: 'me (direct message)' },
  'subscriptions.line': {
    'zh-CN': '{target} — {scope}；{rhythm}',
    'zh-TW': '{target} — {scope}；{rhythm}',
    en: '{target} — {scope}; {rhythm}',
  },
  'subscriptions.paused': {
    'zh-CN': '⏸ 自 {since} 起暂停',
    'zh-TW': '⏸ 自 {since} 起暫停',
    en: '⏸ Paused since {since}',
  },
  'subscriptions.choose': {
    'zh-CN': '选择一项，查看或修改',
    'zh-TW': '選擇一項，檢視或修改',
    en: 'Choose one to look at or to change',
  },
  'subscriptions.page': {
    'zh-CN': '第 {page} 页，共 {pages} 页',
    'zh-TW': '第 {page} 頁，共 {pages} 頁',
    en: 'Page {page} of {pages}',
  },
  'subscriptions.previous': { 'zh-CN': '◀ 上一页', 'zh-TW': '◀ 上一頁', en: '◀ Previous' },
  'subscriptions.next': { 'zh-CN': '下一页 ▶', 'zh-TW': '下一頁 ▶', en: 'Next ▶' },
  'subscriptions.one': {
    'zh-CN': '### 订阅：{target}',
    'zh-TW': '### 訂閱：{target}',
    en: '### Subscription: {target}',
  },
  'subscriptions.detail.scope': {
    'zh-CN': '**内容** {scope}',
    'zh-TW': '**內容** {scope}',
    en: '**What** {scope}',
  },
  'subscriptions.detail.rhythm': {
    'zh-CN': '**时间** {rhythm}',
    'zh-TW': '**時間** {rhythm}',
    en: '**When** {rhythm}',
  },
  'subscriptions.detail.role': {
    'zh-CN': '**提及** {role}',
    'zh-TW': '**提及** {role}',
    en: '**Mentions** {role}',
  },
  'subscriptions.detail.crosspost': {
    'zh-CN': '**发布** 也发布给关注这个公告频道的服务器',
    'zh-TW': '**發布** 也發布給關注這個公告頻道的伺服器',
    en: '**Published** to the servers that follow this announcement channel',
  },
  'subscriptions.detail.locale': {
    'zh-CN': '**语言** {language}',
    'zh-TW': '**語言** {language}',
    en: '**Language** {language}',
  },
  'subscriptions.detail.made': {
    'zh-CN': '由 {by} 于 {since} 订阅',
    'zh-TW': '由 {by} 於 {since} 訂閱',
    en: 'Subscribed by {by} on {since}',
  },
  'subscriptions.edit-rhythm': { 'zh-CN': '改时间', 'zh-TW': '改時間', en: 'Change when' },
  'subscriptions.edit-scope': { 'zh-CN': '改内容', 'zh-TW': '改內容', en: 'Change what' },
  'subscriptions.pause': { 'zh-CN': '暂停', 'zh-TW': '暫停', en: 'Pause' },
  'subscriptions.resume': { 'zh-CN': '恢复', 'zh-TW': '恢復', en: 'Resume' },
  'subscriptions.unmention': { 'zh-CN': '不再提及', 'zh-TW': '不再提及', en: 'Mention nobody' },
  'subscriptions.test': { 'zh-CN': '发一条测试', 'zh-TW': '發一則測試', en: 'Send a test' },
  'subscriptions.end': { 'zh-CN': '结束…', 'zh-TW': '結束…', en: 'End…' },
  'subscriptions.back': { 'zh-CN': '返回列表', 'zh-TW': '返回列表', en: 'Back to the list' },
  'subscriptions.moderators-only': {
    'zh-CN': '修改频道的订阅需要“管理服务器”权限，或服务器设置里的管理员身份组。没有保存任何内容。',
    'zh-TW': '修改頻道的訂閱需要「管理伺服器」權限，或伺服器設定裡的管理員身分組。沒有儲存任何內容。',
    en: 'Changing a channel’s subscription needs the Manage Server permission, or the moderator role of the server’s settings. Nothing was saved.',
  },
  'subscriptions.gone': {
    'zh-CN': '这项订阅已经不在了。`/订阅列表` 查看现有的。',
    'zh-TW': '這項訂閱已經不在了。`/訂閱列表` 查看現有的。',
    en: 'This subscription is not there any more. `/subscriptions` shows those that are.',
  },
  'subscriptions.same': {
    'zh-CN': '{target} 已经另有一项内容相同的订阅。没有保存任何内容。',
    'zh-TW': '{target} 已經另有一項內容相同的訂閱。沒有儲存任何內容。',
    en: '{target} has another subscription to the same already. Nothing was saved.',
  },
  'subscriptions.saved': { 'zh-CN': '✅ 已保存。', 'zh-TW': '✅ 已儲存。', en: '✅ Saved.' },
  'subscriptions.pausing': {
    'zh-CN': '⏸ 已暂停。恢复时会告诉你期间来了多少份文件。',
    'zh-TW': '⏸ 已暫停。恢復時會告訴你期間來了多少份文件。',
    en: '⏸ Paused. When you resume it, I tell how many documents came meanwhile.',
  },
  'subscriptions.resumed': {
    'zh-CN': '▶ 已恢复。暂停期间来了 {count} 份文件。',
    'zh-TW': '▶ 已恢復。暫停期間來了 {count} 份文件。',
    en: '▶ Resumed. {count} documents came while it was paused.',
  },
  'subscriptions.catch-up': {
    'zh-CN': '把这 {count} 份汇总发来',
    'zh-TW': '把這 {count} 份彙總發來',
    en: 'Send these {count} as a digest',
  },
  'subscriptions.caught-up': {
    'zh-CN': '已安排：{count} 份文件的汇总马上发到 {target}。',
    'zh-TW': '已安排：{count} 份文件的彙總馬上發到 {target}。',
    en: 'On its way: a digest of {count} documents to {target}.',
  },
  'subscriptions.nothing-missed': {
    'zh-CN': '没有还没发过的文件。',
    'zh-TW': '沒有還沒發過的文件。',
    en: 'There is nothing that was not sent already.',
  },
  'subscriptions.tested': {
    'zh-CN': '测试消息马上发到 {target}。没收到？这里会显示送不到的原因。',
    'zh-TW': '測試訊息馬上發到 {target}。沒收到？這裡會顯示送不到的原因。',
    en: 'A test is on its way to {target}. If it does not arrive, this page shows why.',
  },
  'subscriptions.confirm-end': {
    'zh-CN': '要结束 {target} 的这项订阅（{scope}）吗？只为它等着的提醒会一并取消。',
    'zh-TW': '要結束 {target} 的這項訂閱（{scope}）嗎？只為它等著的提醒會一併取消。',
    en: 'End this subscription of {target} ({scope})? What waits to be sent for it alone is cancelled with it.',
  },
  'subscriptions.really-end': { 'zh-CN': '结束订阅', 'zh-TW': '結束訂閱', en: 'End it' },
  'subscriptions.rhythm.title': { 'zh-CN': '什么时候提醒', 'zh-TW': '什麼時候提醒', en: 'When to alert' },
  'subscriptions.rhythm.mode': { 'zh-CN': '方式', 'zh-TW': '方式', en: 'Mode' },
  'subscriptions.rhythm.when': {
    'zh-CN': '汇总时间：09:00；每周汇总写“周一 09:00”',
    'zh-TW': '彙總時間：09:00；每週彙總寫「週一 09:00」',
    en: 'Digest at 09:00; weekly: Monday 09:00',
  },
  'subscriptions.rhythm.at-once': {
    'zh-CN': '汇总之外，这些类型仍立即提醒',
    'zh-TW': '彙總之外，這些類型仍立即提醒',
    en: 'At once although the rest waits',
  },
  'subscriptions.rhythm.quiet': {
    'zh-CN': '免打扰：22:00-07:00，或“无”（留空：按服务器）',
    'zh-TW': '免打擾：22:00-07:00，或「無」（留空：按伺服器）',
    en: 'Quiet: 22:00-07:00 or none (empty: server’s)',
  },
  'subscriptions.rhythm.days': { 'zh-CN': '哪些日子', 'zh-TW': '哪些日子', en: 'Days' },
  'subscriptions.rhythm.all-days': { 'zh-CN': '每天', 'zh-TW': '每天', en: 'every day' },
  'subscriptions.rhythm.workdays': {
    'zh-CN': '只在工作日（含调休上班日）',
    'zh-TW': '只在工作日（含調休上班日）',
    en: 'workdays only (make-up days count)',
  },
  'subscriptions.scope.title': { 'zh-CN': '提醒哪些文件', 'zh-TW': '提醒哪些文件', en: 'What to alert on' },
  'subscriptions.scope.articles': {
    'zh-CN': '条文，如 23、34-36（都留空：全部）',
    'zh-TW': '條文，如 23、34-36（都留空：全部）',
    en: 'Articles, such as 23, 34-36 (none: all)',
  },
  'subscriptions.scope.topics': {
    'zh-CN': '主题，用顿号隔开',
    'zh-TW': '主題，用頓號隔開',
    en: 'Topics, separated by commas',
  },
  'subscriptions.scope.kinds': { 'zh-CN': '只要这些类型', 'zh-TW': '只要這些類型', en: 'Only these kinds' },
  'subscriptions.scope.issuers': {
    'zh-CN': '只要这些机关发布的，用顿号隔开',
    'zh-TW': '只要這些機關發布的，用頓號隔開',
    en: 'Only by these issuers',
  },
} as const satisfies Messages;
