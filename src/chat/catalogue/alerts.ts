import type { Messages } from './message.ts';

/** What is said about measures and subscriptions: alerts, lists, their troubles. */
export const alerts = {
  'kind.measure': { 'zh-CN': '措施', 'zh-TW': '措施', en: 'measure' },
  'kind.consultation': { 'zh-CN': '征求意见', 'zh-TW': '徵求意見', en: 'consultation' },
  'kind.interpretation': { 'zh-CN': '政策解读', 'zh-TW': '政策解讀', en: 'interpretation' },
  'kind.notice': { 'zh-CN': '申报通知', 'zh-TW': '申報通知', en: 'call for applications' },
  'kind.news': { 'zh-CN': '消息', 'zh-TW': '消息', en: 'news' },

  'measure.facts': { 'zh-CN': '{facts}', 'zh-TW': '{facts}', en: '{facts}' },
  'measure.follow-up': {
    'zh-CN': '条例施行后发布',
    'zh-TW': '條例施行後發布',
    en: 'published after the ordinance took effect',
  },
  'measure.earlier': {
    'zh-CN': '条例施行前发布，同一事项',
    'zh-TW': '條例施行前發布，同一事項',
    en: 'published before the ordinance took effect, same subject',
  },
  'measure.effective': {
    'zh-CN': '{date} 起施行',
    'zh-TW': '{date} 起施行',
    en: 'takes effect on {date}',
  },
  'measure.consultation': {
    'zh-CN': '征求意见至 {date}',
    'zh-TW': '徵求意見至 {date}',
    en: 'comments until {date}',
  },
  'measure.undated': { 'zh-CN': '日期不明', 'zh-TW': '日期不明', en: 'date unknown' },

  'link.cites': { 'zh-CN': '引用', 'zh-TW': '引用', en: 'cites' },
  'link.implements': { 'zh-CN': '落实', 'zh-TW': '落實', en: 'carries out' },
  'link.related': { 'zh-CN': '相关', 'zh-TW': '相關', en: 'is related to' },
  'link.line': {
    'zh-CN': '{link}**{label}**（{caption}）{percent}% — 依据：{why}',
    'zh-TW': '{link}**{label}**（{caption}）{percent}% — 依據：{why}',
    en: '{link} **{label}** ({caption}) {percent}% — evidence: {why}',
  },

  'link.more': {
    'zh-CN': '另有 {count} 条相关条文',
    'zh-TW': '另有 {count} 條相關條文',
    en: 'and {count} more articles',
  },

  'alert.heading': {
    'zh-CN': '### 📢 新的配套文件 · {kind}',
    'zh-TW': '### 📢 新的配套文件 · {kind}',
    en: '### 📢 New follow-up · {kind}',
  },
  'alert.heading.earlier': {
    'zh-CN': '### 📢 新发现的相关文件 · {kind}',
    'zh-TW': '### 📢 新發現的相關文件 · {kind}',
    en: '### 📢 Newly found document · {kind}',
  },
  'alert.derived': {
    'zh-CN': '条文关联由本机器人推断，以官方页面为准。',
    'zh-TW': '條文關聯由本機器人推斷，以官方頁面為準。',
    en: 'The links to articles are derived by this bot; the official page prevails.',
  },
  'alert.page': { 'zh-CN': '官方页面', 'zh-TW': '官方頁面', en: 'Official page' },
  'alert.why': { 'zh-CN': '为何收到', 'zh-TW': '為何收到', en: 'Why this alert' },
  'alert.why.heading': {
    'zh-CN': '### 为何收到这条提醒',
    'zh-TW': '### 為何收到這則提醒',
    en: '### Why this alert',
  },
  'alert.why.read': {
    'zh-CN': '{seen} 读自“{feed}”（{authority}）。',
    'zh-TW': '{seen} 讀自「{feed}」（{authority}）。',
    en: 'Read at {seen} from “{feed}” ({authority}).',
  },
  'alert.why.rule': { 'zh-CN': '判断：{reason}', 'zh-TW': '判斷：{reason}', en: 'Decided: {reason}' },
  'alert.why.confidence': {
    'zh-CN': '属于配套文件的把握：{percent}%',
    'zh-TW': '屬於配套文件的把握：{percent}%',
    en: 'Confidence that it is a follow-up: {percent}%',
  },
  'alert.gone': {
    'zh-CN': '找不到这条提醒的记录，可能已被清理。用 `/最新` 查看最近的措施。',
    'zh-TW': '找不到這則提醒的紀錄，可能已被清理。用 `/最新` 查看最近的措施。',
    en: 'The record of this alert is not there any more. `/latest` shows the recent measures.',
  },

  'subscribe.new': {
    'zh-CN': '已订阅：{target} 将收到{scope}。发现后几分钟内送达，每份文件只提醒一次。',
    'zh-TW': '已訂閱：{target} 將收到{scope}。發現後幾分鐘內送達，每份文件只提醒一次。',
    en: 'Subscribed: {target} will be told of {scope}, within minutes of our finding it, once per document.',
  },
  'subscribe.scope.all': { 'zh-CN': '全部配套文件', 'zh-TW': '全部配套文件', en: 'every follow-up' },
  'subscribe.scope.articles': {
    'zh-CN': '落实 {articles} 的文件',
    'zh-TW': '落實 {articles} 的文件',
    en: 'what carries out {articles}',
  },
  'subscribe.known': {
    'zh-CN': '{target} 已经订阅了{scope}，不会重复提醒。',
    'zh-TW': '{target} 已經訂閱了{scope}，不會重複提醒。',
    en: '{target} is already subscribed to {scope}; nothing is told twice.',
  },
  'subscribe.changed': {
    'zh-CN': '{target} 已经订阅了{scope}；从现在起，提醒改用简体中文。',
    'zh-TW': '{target} 已經訂閱了{scope}；從現在起，提醒改用繁體中文。',
    en: '{target} is already subscribed to {scope}; from now on its alerts are in English.',
  },
  'subscribe.no-messages': {
    'zh-CN':
      '{target} 本身不能发消息（论坛、类别、语音频道都是这样）。请用“频道”选项选择一个文字频道，或其中的一个帖子。没有保存任何内容。',
    'zh-TW':
      '{target} 本身不能發訊息（論壇、類別、語音頻道都是這樣）。請用「頻道」選項選擇一個文字頻道，或其中的一則貼文。沒有儲存任何內容。',
    en: 'Alerts cannot be posted in {target} itself (a forum, a category or a voice channel). With the `channel` option, choose a text channel or a post in it. Nothing was saved.',
  },
  'subscribe.moderators-only': {
    'zh-CN': '为频道订阅需要“管理服务器”权限。你可以用 `/订阅` 的“私信我”选项，让我私信你。',
    'zh-TW': '為頻道訂閱需要「管理伺服器」權限。你可以用 `/訂閱` 的「私訊我」選項，讓我私訊你。',
    en: 'Subscribing a channel needs the Manage Server permission. With `/subscribe me:True` I can tell you in a direct message.',
  },
  'subscribe.missing-permissions': {
    'zh-CN': '我在 {target} 还缺少权限：{permissions}。请在频道设置里允许后再试，没有保存任何内容。',
    'zh-TW': '我在 {target} 還缺少權限：{permissions}。請在頻道設定裡允許後再試，沒有儲存任何內容。',
    en: 'In {target} I still lack: {permissions}. Allow it in the channel’s settings and try again; nothing was saved.',
  },
  'permission.ViewChannel': { 'zh-CN': '查看频道', 'zh-TW': '檢視頻道', en: 'View Channel' },
  'permission.SendMessages': { 'zh-CN': '发送消息', 'zh-TW': '傳送訊息', en: 'Send Messages' },
  'permission.CreatePosts': { 'zh-CN': '创建帖子', 'zh-TW': '建立貼文', en: 'Create Posts' },
  'permission.SendMessagesInThreads': {
    'zh-CN': '在子区内发送消息',
    'zh-TW': '在討論串中傳送訊息',
    en: 'Send Messages in Threads',
  },
  'permission.ReadMessageHistory': {
    'zh-CN': '读取消息历史记录',
    'zh-TW': '讀取訊息歷史',
    en: 'Read Message History',
  },
  'articles.unreadable': {
    'zh-CN': '看不懂条号“{articles}”。请写第 1 至 {last} 条之间的条号，用顿号或逗号隔开，例如 `23、34-36`。',
    'zh-TW':
      '看不懂條號「{articles}」。請寫第 1 至 {last} 條之間的條號，用頓號或逗號隔開，例如 `23、34-36`。',
    en: 'I cannot read “{articles}” as articles from 1 to {last}. Separate them with commas, such as `23, 34-36`.',
  },
  'subscribe.list-hint': {
    'zh-CN': '`/订阅列表` 查看全部，`/退订` 停止。',
    'zh-TW': '`/訂閱列表` 查看全部，`/取消訂閱` 停止。',
    en: '`/subscriptions` shows all of them, `/unsubscribe` ends one.',
  },

  'unsubscribe.done': {
    'zh-CN': '已停止：{target} 不再收到{scope}。要恢复，请再用 `/订阅`。',
    'zh-TW': '已停止：{target} 不再收到{scope}。要恢復，請再用 `/訂閱`。',
    en: 'Ended: {target} is no longer told of {scope}. `/subscribe` starts it again.',
  },
  'unsubscribe.none': {
    'zh-CN': '没有这项订阅。请从列表中选择，或用 `/订阅列表` 查看。',
    'zh-TW': '沒有這項訂閱。請從列表中選擇，或用 `/訂閱列表` 查看。',
    en: 'There is no such subscription. Choose one from the list, or see `/subscriptions`.',
  },
  'unsubscribe.moderators-only': {
    'zh-CN': '停止频道的订阅需要“管理服务器”权限。',
    'zh-TW': '停止頻道的訂閱需要「管理伺服器」權限。',
    en: 'Ending a channel’s subscription needs the Manage Server permission.',
  },

  'subscriptions.heading': { 'zh-CN': '### 订阅', 'zh-TW': '### 訂閱', en: '### Subscriptions' },
  'subscriptions.none': {
    'zh-CN': '还没有订阅。用 `/订阅` 让这个频道或你自己收到新的配套措施。',
    'zh-TW': '還沒有訂閱。用 `/訂閱` 讓這個頻道或你自己收到新的配套措施。',
    en: 'No subscriptions yet. `/subscribe` has this channel, or you, told of new measures.',
  },
  'subscriptions.line': {
    'zh-CN': '{target} — {scope}（{since} 起）',
    'zh-TW': '{target} — {scope}（{since} 起）',
    en: '{target} — {scope} (since {since})',
  },
  'subscriptions.trouble': {
    'zh-CN': '⚠ 目前送不到：{trouble}。提醒都留着，修好后会补发。',
    'zh-TW': '⚠ 目前送不到：{trouble}。提醒都留著，修好後會補發。',
    en: '⚠ Nothing gets through at present: {trouble}. Alerts are kept, and sent once it is repaired.',
  },
  'subscriptions.me': { 'zh-CN': '我（私信）', 'zh-TW': '我（私訊）', en: 'me (direct message)' },
  'subscriptions.more': {
    'zh-CN': '共 {total} 项，这里列出前 {shown} 项。',
    'zh-TW': '共 {total} 項，這裡列出前 {shown} 項。',
    en: '{total} in all; the first {shown} are listed.',
  },
  'trouble.no-access': {
    'zh-CN': '我看不到这个频道，或不能在里面发消息（没有权限，或帖子已锁定）',
    'zh-TW': '我看不到這個頻道，或不能在裡面發訊息（沒有權限，或貼文已鎖定）',
    en: 'I cannot see the channel or may not post in it (a permission is missing, or the thread is locked)',
  },
  'trouble.gone': {
    'zh-CN': '频道已不存在',
    'zh-TW': '頻道已不存在',
    en: 'the channel no longer exists',
  },

  'latest.heading': { 'zh-CN': '### 最新文件', 'zh-TW': '### 最新文件', en: '### Latest' },
  'latest.heading.such': {
    'zh-CN': '### 最新文件 · {filters}',
    'zh-TW': '### 最新文件 · {filters}',
    en: '### Latest · {filters}',
  },
  'latest.none': {
    'zh-CN': '还没有发现文件。正在留意 {count} 个官方栏目；第一次读到的旧内容只记录，不提醒。',
    'zh-TW': '還沒有發現文件。正在留意 {count} 個官方欄目；第一次讀到的舊內容只記錄，不提醒。',
    en: 'Nothing found yet. {count} official columns are watched; what is there at first sight is learned, not told.',
  },
  'latest.none.such': {
    'zh-CN': '还没有发现这样的文件：{filters}。',
    'zh-TW': '還沒有發現這樣的文件：{filters}。',
    en: 'Nothing found yet: {filters}.',
  },
  'latest.unknown-topic': {
    'zh-CN': '没有主题“{topic}”。请从列表中选择，或用 `/主题 列表` 查看。',
    'zh-TW': '沒有主題「{topic}」。請從列表中選擇，或用 `/主題 列表` 查看。',
    en: 'There is no topic “{topic}”. Choose one from the list, or see `/topic list`.',
  },
  'latest.forgotten': {
    'zh-CN': '这个列表已不能翻页。请再用一次 `/最新`。',
    'zh-TW': '這個列表已不能翻頁。請再用一次 `/最新`。',
    en: 'This list can no longer be paged. Please use `/latest` again.',
  },
} as const satisfies Messages;
