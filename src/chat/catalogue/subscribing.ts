import type { Messages } from './message.ts';

/** What is said about subscribing: what is asked for, when it is sent, what is wrong with it. */
export const subscribing = {
  'subscribe.scope.all': { 'zh-CN': '全部配套文件', 'zh-TW': '全部配套文件', en: 'every follow-up' },
  'subscribe.known': {
    'zh-CN': '{target} 已经订阅了{scope}，不会重复提醒。',
    'zh-TW': '{target} 已經訂閱了{scope}，不會重複提醒。',
    en: '{target} is already subscribed to {scope}; nothing is told twice.',
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

  'subscribe.new': {
    'zh-CN': '已订阅：{target} 将收到{scope}。{rhythm}，每份文件只提醒一次。',
    'zh-TW': '已訂閱：{target} 將收到{scope}。{rhythm}，每份文件只提醒一次。',
    en: 'Subscribed: {target} will be told of {scope}: {rhythm}, once per document.',
  },
  'subscribe.new.me': {
    'zh-CN': '已订阅：我会私信告诉你{scope}。{rhythm}，每份文件只提醒一次。',
    'zh-TW': '已訂閱：我會私訊告訴你{scope}。{rhythm}，每份文件只提醒一次。',
    en: 'Subscribed: in direct messages I will tell you of {scope}: {rhythm}, once per document.',
  },
  'subscribe.changed': {
    'zh-CN': '{target} 已经订阅了{scope}；从现在起，提醒改用{language}：{rhythm}。',
    'zh-TW': '{target} 已經訂閱了{scope}；從現在起，提醒改用{language}：{rhythm}。',
    en: '{target} is already subscribed to {scope}; from now on its alerts are in {language}, {rhythm}.',
  },
  'subscribe.scope.articles': {
    'zh-CN': '落实{articles}的文件',
    'zh-TW': '落實{articles}的文件',
    en: 'what carries out {articles}',
  },
  'subscribe.scope.topics': {
    'zh-CN': '符合主题{topics}的文件',
    'zh-TW': '符合主題{topics}的文件',
    en: 'what is about {topics}',
  },
  'subscribe.scope.or': { 'zh-CN': '或{more}', 'zh-TW': '或{more}', en: ' or {more}' },
  'subscribe.scope.kinds': { 'zh-CN': '（只要{kinds}）', 'zh-TW': '（只要{kinds}）', en: ' (only {kinds})' },
  'subscribe.scope.issuers': {
    'zh-CN': '（只要{issuers}发布的）',
    'zh-TW': '（只要{issuers}發布的）',
    en: ' (only by {issuers})',
  },
  'subscribe.topic.quoted': { 'zh-CN': '“{name}”', 'zh-TW': '「{name}」', en: '“{name}”' },
  'subscribe.topic.own': { 'zh-CN': '（自建主题）', 'zh-TW': '（自建主題）', en: '(a topic of this server)' },
  'subscribe.topic.gone': {
    'zh-CN': '（已删除的主题）',
    'zh-TW': '（已刪除的主題）',
    en: '(a topic that is gone)',
  },

  'rhythm.instant': {
    'zh-CN': '发现后几分钟内送达',
    'zh-TW': '發現後幾分鐘內送達',
    en: 'within minutes of our finding it',
  },
  'rhythm.daily': {
    'zh-CN': '每天 {at} 汇总送达',
    'zh-TW': '每天 {at} 彙總送達',
    en: 'in a digest every day at {at}',
  },
  'rhythm.weekly': {
    'zh-CN': '每{weekday} {at} 汇总送达',
    'zh-TW': '每{weekday} {at} 彙總送達',
    en: 'in a digest every {weekday} at {at}',
  },
  'rhythm.two': {
    'zh-CN': '{kinds}发现后几分钟内送达，其余{digest}',
    'zh-TW': '{kinds}發現後幾分鐘內送達，其餘{digest}',
    en: 'of kind {kinds} within minutes, the rest {digest}',
  },
  'rhythm.quiet': {
    'zh-CN': '，{from}–{to} 免打扰',
    'zh-TW': '，{from}–{to} 免打擾',
    en: ', not from {from} to {to}',
  },
  'rhythm.quiet.server': {
    'zh-CN': '，{from}–{to} 免打扰（服务器设置）',
    'zh-TW': '，{from}–{to} 免打擾（伺服器設定）',
    en: ', not from {from} to {to} (as the server says)',
  },
  'rhythm.quiet.none': { 'zh-CN': '，不设免打扰', 'zh-TW': '，不設免打擾', en: ', at any hour' },
  'rhythm.workdays': {
    'zh-CN': '，只在工作日（含调休上班日）',
    'zh-TW': '，只在工作日（含調休上班日）',
    en: ', on workdays only (make-up days count)',
  },
  'rhythm.zone': { 'zh-CN': '（{zone}）', 'zh-TW': '（{zone}）', en: ' ({zone})' },
  'weekday.1': { 'zh-CN': '周一', 'zh-TW': '週一', en: 'Monday' },
  'weekday.2': { 'zh-CN': '周二', 'zh-TW': '週二', en: 'Tuesday' },
  'weekday.3': { 'zh-CN': '周三', 'zh-TW': '週三', en: 'Wednesday' },
  'weekday.4': { 'zh-CN': '周四', 'zh-TW': '週四', en: 'Thursday' },
  'weekday.5': { 'zh-CN': '周五', 'zh-TW': '週五', en: 'Friday' },
  'weekday.6': { 'zh-CN': '周六', 'zh-TW': '週六', en: 'Saturday' },
  'weekday.7': { 'zh-CN': '周日', 'zh-TW': '週日', en: 'Sunday' },
  'mode.instant': { 'zh-CN': '立即', 'zh-TW': '立即', en: 'at once' },
  'mode.daily': { 'zh-CN': '每日汇总', 'zh-TW': '每日彙總', en: 'daily digest' },
  'mode.weekly': { 'zh-CN': '每周汇总', 'zh-TW': '每週彙總', en: 'weekly digest' },

  'subscribe.no-messages': {
    'zh-CN':
      '{target} 本身不能发消息（类别、语音频道都是这样）。请用“频道”选项选择一个文字频道、公告频道，或论坛里的一个帖子。没有保存任何内容。',
    'zh-TW':
      '{target} 本身不能發訊息（類別、語音頻道都是這樣）。請用「頻道」選項選擇一個文字頻道、公告頻道，或論壇裡的一則貼文。沒有儲存任何內容。',
    en: 'Alerts cannot be posted in {target} itself (a category or a voice channel). With the `channel` option, choose a text or announcement channel, or a post in a forum. Nothing was saved.',
  },
  'subscribe.moderators-only': {
    'zh-CN':
      '为频道订阅需要“管理服务器”权限，或服务器设置里的管理员身份组。你可以用 `/订阅` 的“私信我”选项，让我私信你。',
    'zh-TW':
      '為頻道訂閱需要「管理伺服器」權限，或伺服器設定裡的管理員身分組。你可以用 `/訂閱` 的「私訊我」選項，讓我私訊你。',
    en: 'Subscribing a channel needs the Manage Server permission, or the moderator role of the server’s settings. With `/subscribe me:True` I can tell you in a direct message.',
  },
  'subscribe.unknown-topic': {
    'zh-CN': '这里没有主题“{topic}”。请从列表中选择；自建主题只能用于本服务器的频道。没有保存任何内容。',
    'zh-TW': '這裡沒有主題「{topic}」。請從列表中選擇；自建主題只能用於本伺服器的頻道。沒有儲存任何內容。',
    en: 'There is no topic “{topic}” here. Choose one from the list; a server’s own topics are for its channels alone. Nothing was saved.',
  },
  'subscribe.bad-kinds': {
    'zh-CN': '看不懂类型“{kinds}”。可以是：{known}，用顿号隔开。没有保存任何内容。',
    'zh-TW': '看不懂類型「{kinds}」。可以是：{known}，用頓號隔開。沒有儲存任何內容。',
    en: 'I cannot read “{kinds}” as kinds. There are: {known}; separate them with commas. Nothing was saved.',
  },
  'subscribe.bad-issuers': {
    'zh-CN': '机关最多写 {most} 个，每个不超过 {length} 字。没有保存任何内容。',
    'zh-TW': '機關最多寫 {most} 個，每個不超過 {length} 字。沒有儲存任何內容。',
    en: 'At most {most} issuers of at most {length} characters each. Nothing was saved.',
  },
  'subscribe.bad-time': {
    'zh-CN': '看不懂时间“{typed}”。请写成 `09:00`。没有保存任何内容。',
    'zh-TW': '看不懂時間「{typed}」。請寫成 `09:00`。沒有儲存任何內容。',
    en: 'I cannot read “{typed}” as a time. Write `09:00`; nothing was saved.',
  },
  'subscribe.server-only': {
    'zh-CN': '“{option}”只能用于服务器的频道，不能用于私信。没有保存任何内容。',
    'zh-TW': '「{option}」只能用於伺服器的頻道，不能用於私訊。沒有儲存任何內容。',
    en: '“{option}” is for a server’s channels, not for direct messages. Nothing was saved.',
  },
  'subscribe.not-announcement': {
    'zh-CN': '{target} 不是公告频道，只有公告频道的消息能发布给关注它的服务器。没有保存任何内容。',
    'zh-TW': '{target} 不是公告頻道，只有公告頻道的訊息能發布給關注它的伺服器。沒有儲存任何內容。',
    en: '{target} is no announcement channel; only an announcement channel’s messages are published to servers that follow it. Nothing was saved.',
  },
  'subscribe.everyone-role': {
    'zh-CN': '不能提及 @everyone。请选择一个身份组。没有保存任何内容。',
    'zh-TW': '不能提及 @everyone。請選擇一個身分組。沒有儲存任何內容。',
    en: 'I do not mention @everyone. Choose another role; nothing was saved.',
  },
  'subscribe.role-not-mentionable': {
    'zh-CN':
      '我提及 {role} 不会通知到它的成员：请在身份组设置里打开“允许任何人 @mention 此身份组”，或给我“提及 @everyone、@here 和所有身份组”权限。没有保存任何内容。',
    'zh-TW':
      '我提及 {role} 不會通知到它的成員：請在身分組設定裡打開「允許任何人 @mention 此身分組」，或給我「提及 @everyone、@here 和所有身分組」權限。沒有儲存任何內容。',
    en: 'Mentioning {role} would reach nobody: in the role’s settings allow anyone to @mention it, or give me Mention @everyone, @here and All Roles. Nothing was saved.',
  },
  'subscribe.where': {
    'zh-CN': '{scope}：发到哪里？',
    'zh-TW': '{scope}：發到哪裡？',
    en: 'Alerts of {scope}: where to?',
  },
  'subscribe.here': { 'zh-CN': '这个频道', 'zh-TW': '這個頻道', en: 'this channel' },
  'subscribe.limit': {
    'zh-CN': '这里已有 {most} 项订阅，不能再多。请先用 `/退订` 停止一项。没有保存任何内容。',
    'zh-TW': '這裡已有 {most} 項訂閱，不能再多。請先用 `/取消訂閱` 停止一項。沒有儲存任何內容。',
    en: 'There are {most} subscriptions here already, and no more can be. `/unsubscribe` ends one; nothing was saved.',
  },
  'subscribe.quiet-digest': {
    'zh-CN': '汇总时间在免打扰时段里：会等到免打扰结束再发。',
    'zh-TW': '彙總時間在免打擾時段裡：會等到免打擾結束再發。',
    en: 'The digest’s time is within quiet hours: it comes when they end.',
  },
  'subscribe.list-hint': {
    'zh-CN': '`/订阅列表` 查看全部，可以修改、暂停或发一条测试；`/退订` 停止。',
    'zh-TW': '`/訂閱列表` 查看全部，可以修改、暫停或發一則測試；`/取消訂閱` 停止。',
    en: '`/subscriptions` shows all of them, to edit, pause or try out; `/unsubscribe` ends one.',
  },
} as const satisfies Messages;
