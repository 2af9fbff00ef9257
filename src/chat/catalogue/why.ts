import type { Messages } from './message.ts';

/** Why something was told, or was not: what a server's eyes see of it, its topics, and where it went. */
export const why = {
  'why.decided': {
    'zh-CN': '版主 {who} 于 {time} 判断：{verdict}。',
    'zh-TW': '版主 {who} 於 {time} 判斷：{verdict}。',
    en: '{who}, a moderator, settled it at {time}: {verdict}.',
  },
  'why.flagged': {
    'zh-CN': '有成员于 {time} 反映它与条例无关，等版主判断。',
    'zh-TW': '有成員於 {time} 反映它與條例無關，等版主判斷。',
    en: 'A member called it not relevant at {time}; it waits for a moderator.',
  },
  'why.seen.told': {
    'zh-CN': '本服务器看：{articles}达到提醒阈值（{tell}%）。',
    'zh-TW': '本伺服器看：{articles}達到提醒門檻（{tell}%）。',
    en: 'As this server sees it: {articles} reached the threshold for alerts ({tell}%).',
  },
  'why.seen.review': {
    'zh-CN': '本服务器看：没有条文达到提醒阈值（{tell}%）；{articles}达到审核阈值（{review}%），等版主判断。',
    'zh-TW': '本伺服器看：沒有條文達到提醒門檻（{tell}%）；{articles}達到審核門檻（{review}%），等版主判斷。',
    en: 'As this server sees it: no article reached the threshold for alerts ({tell}%); {articles} reached that for review ({review}%) and wait for a moderator.',
  },
  'why.seen.kept': {
    'zh-CN': '本服务器看：没有条文达到审核阈值（{review}%）；只有主题的词语能让它发出来。',
    'zh-TW': '本伺服器看：沒有條文達到審核門檻（{review}%）；只有主題的詞語能讓它發出來。',
    en: 'As this server sees it: no article reached the threshold for review ({review}%); it is told for a topic’s words alone.',
  },
  'why.seen.doubtful': { 'zh-CN': '存疑的条文：', 'zh-TW': '存疑的條文：', en: 'Doubtful articles:' },
  'why.topics': {
    'zh-CN': '符合的主题：{topics}',
    'zh-TW': '符合的主題：{topics}',
    en: 'Topics it meets: {topics}',
  },
  'why.topics.none': {
    'zh-CN': '不符合本服务器的任何主题。',
    'zh-TW': '不符合本伺服器的任何主題。',
    en: 'It meets none of this server’s topics.',
  },
  'why.topic.words': {
    'zh-CN': '“{name}”（含 {words}）',
    'zh-TW': '「{name}」（含 {words}）',
    en: '“{name}” (has {words})',
  },
  'why.topic.bare': { 'zh-CN': '“{name}”', 'zh-TW': '「{name}」', en: '“{name}”' },
  'why.topic.built-in': {
    'zh-CN': '{article}“{name}”',
    'zh-TW': '{article}「{name}」',
    en: '{article} “{name}”',
  },
  'why.servers.topics': {
    'zh-CN': '服务器 {id} 的主题：{topics}',
    'zh-TW': '伺服器 {id} 的主題：{topics}',
    en: 'Topics of server {id}: {topics}',
  },
  'why.servers.seen': {
    'zh-CN': '服务器 {id}：{standing}',
    'zh-TW': '伺服器 {id}：{standing}',
    en: 'Server {id}: {standing}',
  },
  'why.standing.told': { 'zh-CN': '提醒', 'zh-TW': '提醒', en: 'told' },
  'why.standing.review': { 'zh-CN': '等版主判断', 'zh-TW': '等版主判斷', en: 'waits for a moderator' },
  'why.standing.kept': { 'zh-CN': '不按条文提醒', 'zh-TW': '不按條文提醒', en: 'not told for its articles' },

  'why.shown': {
    'zh-CN': '上次读时列表上有它的栏目：{sources}',
    'zh-TW': '上次讀時列表上有它的欄目：{sources}',
    en: 'Sources whose list showed it when last read: {sources}',
  },
  'why.page.none': {
    'zh-CN': '正文页：没有读，按列表上的文字判断。',
    'zh-TW': '內文頁：沒有讀，按列表上的文字判斷。',
    en: 'Its own page: not read; judged by what the list says.',
  },
  'why.page.read': { 'zh-CN': '正文页：已读。', 'zh-TW': '內文頁：已讀。', en: 'Its own page: read.' },
  'why.page.read.again': {
    'zh-CN': '正文页：已读，{time} 再看有没有改动。',
    'zh-TW': '內文頁：已讀，{time} 再看有沒有更動。',
    en: 'Its own page: read; looked at again for changes at {time}.',
  },
  'why.page.waiting.again': {
    'zh-CN': '正文页：还没有读，排在 {time}。',
    'zh-TW': '內文頁：還沒有讀，排在 {time}。',
    en: 'Its own page: not read yet; its turn is at {time}.',
  },
  'why.page.failed': {
    'zh-CN': '正文页：没有读到，按列表上的文字判断。',
    'zh-TW': '內文頁：沒有讀到，按列表上的文字判斷。',
    en: 'Its own page: could not be read; judged by what the list says.',
  },
  'why.page.failed.again': {
    'zh-CN': '正文页：读了 {failures} 次没有读到，{time} 再试。',
    'zh-TW': '內文頁：讀了 {failures} 次沒有讀到，{time} 再試。',
    en: 'Its own page: could not be read {failures} times; tried again at {time}.',
  },
  'why.page.unsure.again': {
    'zh-CN': '正文页：见到一次不同的文字，{time} 再看；两次相同才算改动。',
    'zh-TW': '內文頁：見到一次不同的文字，{time} 再看；兩次相同才算更動。',
    en: 'Its own page: showed another text once; looked at again at {time}, and believed when seen twice.',
  },

  'why.family': {
    'zh-CN': '同一政策的其他文件：',
    'zh-TW': '同一政策的其他文件：',
    en: 'Other documents of the same policy:',
  },
  'why.family.line': { 'zh-CN': '- {facts} {title}', 'zh-TW': '- {facts} {title}', en: '- {facts} {title}' },

  'why.delivery.kind': {
    'zh-CN': '→ {target}（{kind}）：{state}',
    'zh-TW': '→ {target}（{kind}）：{state}',
    en: '→ {target} ({kind}): {state}',
  },
  'why.kind.revision': { 'zh-CN': '改动', 'zh-TW': '更動', en: 'change' },
  'why.kind.closing': { 'zh-CN': '截止提醒', 'zh-TW': '截止提醒', en: 'closing reminder' },
  'why.kind.effective': { 'zh-CN': '施行提醒', 'zh-TW': '施行提醒', en: 'reminder of its taking effect' },
  'why.kind.review': { 'zh-CN': '待审', 'zh-TW': '待審', en: 'for review' },
  'why.waits.digest': {
    'zh-CN': '等 {time} 的汇总',
    'zh-TW': '等 {time} 的彙總',
    en: 'waits for the digest of {time}',
  },
  'why.waits.hours': {
    'zh-CN': '免打扰时段或休息日，等到 {time}',
    'zh-TW': '免打擾時段或休息日，等到 {time}',
    en: 'waits for the end of quiet hours or days off, until {time}',
  },
  'why.waits.revision': {
    'zh-CN': '同一文件的改动一天至多提醒一次，也不在免打扰时段或休息日提醒，等到 {time}',
    'zh-TW': '同一文件的改動一天至多提醒一次，也不在免打擾時段或休息日提醒，等到 {time}',
    en: 'changes of one document are told once a day, and not in quiet hours or on days off: waits until {time}',
  },
  'why.waits.pause': {
    'zh-CN': '订阅已暂停，恢复后再发',
    'zh-TW': '訂閱已暫停，恢復後再發',
    en: 'waits until its subscription is resumed',
  },
  'why.edited': {
    'zh-CN': '{state}；之后更新过 {count} 次，最近在 {time}',
    'zh-TW': '{state}；之後更新過 {count} 次，最近在 {time}',
    en: '{state}; brought up to date {count} times since, last at {time}',
  },
  'why.edit-waits': {
    'zh-CN': '{state}；有一次更新等待发出',
    'zh-TW': '{state}；有一次更新等待發出',
    en: '{state}; an update waits to be made',
  },

  'why.silence.source-paused': {
    'zh-CN': '没有发到这里：本服务器暂停了这个栏目。',
    'zh-TW': '沒有發到這裡：本伺服器暫停了這個欄目。',
    en: 'Not sent here: this server paused the source.',
  },
  'why.silence.withdrawn': {
    'zh-CN': '没有发到这里：版主判断它与条例无关。',
    'zh-TW': '沒有發到這裡：版主判斷它與條例無關。',
    en: 'Not sent here: moderators found that it has nothing to do with the ordinance.',
  },
  'why.silence.nobody': {
    'zh-CN': '没有发到这里：还没有订阅。用 `/订阅` 让频道或自己收到提醒。',
    'zh-TW': '沒有發到這裡：還沒有訂閱。用 `/訂閱` 讓頻道或自己收到提醒。',
    en: 'Not sent here: there are no subscriptions. `/subscribe` has this channel, or you, told.',
  },
  'why.silence.unasked': {
    'zh-CN': '没有发到这里：没有订阅跟踪这些条文、主题、类型或机关。',
    'zh-TW': '沒有發到這裡：沒有訂閱追蹤這些條文、主題、類型或機關。',
    en: 'Not sent here: no subscription follows these articles, topics, kinds or issuers.',
  },
  'why.silence.paused': {
    'zh-CN': '没有发到这里：跟踪它的订阅暂停了。',
    'zh-TW': '沒有發到這裡：追蹤它的訂閱暫停了。',
    en: 'Not sent here: the subscriptions that follow it are paused.',
  },
  'why.silence.before': {
    'zh-CN': '没有发到这里：读到它时不需要提醒，或订阅是之后才有的。',
    'zh-TW': '沒有發到這裡：讀到它時不需要提醒，或訂閱是之後才有的。',
    en: 'Not sent here: when it was read there was nothing to tell, or the subscription came later.',
  },

  'why.here': { 'zh-CN': '**为何发到这里**', 'zh-TW': '**為何發到這裡**', en: '**Why it came here**' },
  'why.here.line': {
    'zh-CN': '- 订阅（{scope}）：{grounds}',
    'zh-TW': '- 訂閱（{scope}）：{grounds}',
    en: '- A subscription ({scope}): {grounds}',
  },
  'why.here.ended': {
    'zh-CN': '- 一项后来结束的订阅',
    'zh-TW': '- 一項後來結束的訂閱',
    en: '- A subscription that has ended since',
  },
  'why.here.changed': {
    'zh-CN': '- 订阅（{scope}）：按现在的设置或判断，它不再要这份文件',
    'zh-TW': '- 訂閱（{scope}）：按現在的設定或判斷，它不再要這份文件',
    en: '- A subscription ({scope}): as things stand now, it would not ask for this document',
  },
  'why.here.review': {
    'zh-CN': '- 本服务器的审核频道：存疑的文件先给版主看',
    'zh-TW': '- 本伺服器的審核頻道：存疑的文件先給版主看',
    en: '- It is this server’s review channel: what is doubtful is shown to moderators first',
  },
  'why.here.pressed-elsewhere': {
    'zh-CN': '- 这里没有收到过它的记录',
    'zh-TW': '- 這裡沒有收到過它的紀錄',
    en: '- There is no record of its having been sent here',
  },
  'why.ground.all': { 'zh-CN': '它跟踪所有配套文件', 'zh-TW': '它追蹤所有配套文件', en: 'it follows all' },
  'why.ground.articles': {
    'zh-CN': '文件涉及{articles}',
    'zh-TW': '文件涉及{articles}',
    en: 'the document concerns {articles}',
  },
  'why.ground.topics': {
    'zh-CN': '符合主题{topics}',
    'zh-TW': '符合主題{topics}',
    en: 'it meets the topic {topics}',
  },
  'why.ground.kind': { 'zh-CN': '类型是{kind}', 'zh-TW': '類型是{kind}', en: 'its kind is {kind}' },
  'why.ground.issuers': {
    'zh-CN': '机关名称含{issuers}',
    'zh-TW': '機關名稱含{issuers}',
    en: 'its issuer’s name has {issuers}',
  },
  'why.ground.and': { 'zh-CN': '，', 'zh-TW': '，', en: ', ' },

  'why.only-topics': {
    'zh-CN': '看不出它落实条例的哪一条；发到这里，是因为符合主题：{topics}',
    'zh-TW': '看不出它落實條例的哪一條；發到這裡，是因為符合主題：{topics}',
    en: 'No article is seen to be its subject; it is told because it meets: {topics}',
  },
} as const satisfies Messages;
