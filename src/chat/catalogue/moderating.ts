import type { Messages } from './message.ts';

const name = { 'zh-CN': '名称', 'zh-TW': '名稱', en: 'name' } as const;
const which = {
  'zh-CN': '哪个主题，从列表中选择',
  'zh-TW': '哪個主題，從列表中選擇',
  en: 'Which topic; choose from the list',
} as const;
const any = { 'zh-CN': '任一词', 'zh-TW': '任一詞', en: 'any' } as const;
const anyMeans = {
  'zh-CN': '含其中任何一个词，用顿号或逗号隔开，如 算力、智能计算',
  'zh-TW': '含其中任何一個詞，用頓號或逗號隔開，如 算力、智慧計算',
  en: 'Has one of these words; separate them with commas',
} as const;
const all = { 'zh-CN': '全部词', 'zh-TW': '全部詞', en: 'all' } as const;
const allMeans = {
  'zh-CN': '这些词都要有',
  'zh-TW': '這些詞都要有',
  en: 'Has every one of these words',
} as const;
const none = { 'zh-CN': '排除词', 'zh-TW': '排除詞', en: 'none' } as const;
const noneMeans = {
  'zh-CN': '这些词一个也不能有',
  'zh-TW': '這些詞一個也不能有',
  en: 'Has none of these words',
} as const;
const articles = { 'zh-CN': '条文', 'zh-TW': '條文', en: 'articles' } as const;
const articlesMean = {
  'zh-CN': '落实其中任何一条，如 23、34-36',
  'zh-TW': '落實其中任何一條，如 23、34-36',
  en: 'Carries out one of these articles, such as 23, 34-36',
} as const;
const kinds = { 'zh-CN': '类型', 'zh-TW': '類型', en: 'kinds' } as const;
const kindsMean = {
  'zh-CN': '只要这些类型的文件，如 措施、征求意见',
  'zh-TW': '只要這些類型的文件，如 措施、徵求意見',
  en: 'Only documents of these kinds, such as measure, consultation',
} as const;
const issuers = { 'zh-CN': '机关', 'zh-TW': '機關', en: 'issuers' } as const;
const issuersMean = {
  'zh-CN': '机关名称中的字样，如 经济和信息化局、海淀区',
  'zh-TW': '機關名稱中的字樣，如 經濟和信息化局、海淀區',
  en: 'Parts of the issuers’ names, such as 海淀区',
} as const;

/** What moderators do: topics, and settling what is doubtful. */
export const moderating = {
  'command.topic.name': { 'zh-CN': '主题', 'zh-TW': '主題', en: 'topic' },
  'command.topic.description': {
    'zh-CN': '本服务器关注的主题：用词语、条文、类型、机关来定',
    'zh-TW': '本伺服器關注的主題：用詞語、條文、類型、機關來定',
    en: 'What this server watches for: words, articles, kinds, issuers',
  },
  'command.topic.create.name': { 'zh-CN': '新建', 'zh-TW': '新增', en: 'create' },
  'command.topic.create.description': {
    'zh-CN': '新建主题；保存前先看看过去会提醒什么',
    'zh-TW': '新增主題；儲存前先看看過去會提醒什麼',
    en: 'Make a topic; before it is saved you see what it would have told',
  },
  'command.topic.create.name.name': name,
  'command.topic.create.name.description': {
    'zh-CN': '主题叫什么；其余都不填时打开表单',
    'zh-TW': '主題叫什麼；其餘都不填時開啟表單',
    en: 'What it is called; with nothing else given a form opens',
  },
  'command.topic.create.any.name': any,
  'command.topic.create.any.description': anyMeans,
  'command.topic.create.all.name': all,
  'command.topic.create.all.description': allMeans,
  'command.topic.create.none.name': none,
  'command.topic.create.none.description': noneMeans,
  'command.topic.create.articles.name': articles,
  'command.topic.create.articles.description': articlesMean,
  'command.topic.create.kinds.name': kinds,
  'command.topic.create.kinds.description': kindsMean,
  'command.topic.create.issuers.name': issuers,
  'command.topic.create.issuers.description': issuersMean,
  'command.topic.edit.name': { 'zh-CN': '修改', 'zh-TW': '修改', en: 'edit' },
  'command.topic.edit.description': {
    'zh-CN': '修改主题；打开填好现有内容的表单',
    'zh-TW': '修改主題；開啟填好現有內容的表單',
    en: 'Change a topic in a form filled with what is there',
  },
  'command.topic.edit.name.name': name,
  'command.topic.edit.name.description': which,
  'command.topic.delete.name': { 'zh-CN': '删除', 'zh-TW': '刪除', en: 'delete' },
  'command.topic.delete.description': {
    'zh-CN': '删除主题；先告诉你会影响哪些订阅',
    'zh-TW': '刪除主題；先告訴你會影響哪些訂閱',
    en: 'Delete a topic; you are told first what becomes of its subscriptions',
  },
  'command.topic.delete.name.name': name,
  'command.topic.delete.name.description': which,
  'command.topic.list.name': { 'zh-CN': '列表', 'zh-TW': '列表', en: 'list' },
  'command.topic.list.description': {
    'zh-CN': '本服务器的主题，以及内置的各条主题',
    'zh-TW': '本伺服器的主題，以及內建的各條主題',
    en: 'This server’s topics, and the built-in ones for each article',
  },
  'command.topic.show.name': { 'zh-CN': '查看', 'zh-TW': '查看', en: 'show' },
  'command.topic.show.description': {
    'zh-CN': '一个主题的全部条件和订阅',
    'zh-TW': '一個主題的全部條件和訂閱',
    en: 'All conditions of a topic, and who follows it',
  },
  'command.topic.show.name.name': name,
  'command.topic.show.name.description': which,
  'command.topic.test.name': { 'zh-CN': '试算', 'zh-TW': '試算', en: 'test' },
  'command.topic.test.description': {
    'zh-CN': '一个主题，或随手写的词语，过去会提醒什么、差一点提醒什么',
    'zh-TW': '一個主題，或隨手寫的詞語，過去會提醒什麼、差一點提醒什麼',
    en: 'What a topic, or words you give, would have told in the past, and what it nearly would',
  },
  'command.topic.test.name.name': name,
  'command.topic.test.name.description': {
    'zh-CN': '已有的主题；不填则用下面的条件',
    'zh-TW': '已有的主題；不填則用下面的條件',
    en: 'A topic that is there; or leave it out and give conditions',
  },
  'command.topic.test.any.name': any,
  'command.topic.test.any.description': anyMeans,
  'command.topic.test.all.name': all,
  'command.topic.test.all.description': allMeans,
  'command.topic.test.none.name': none,
  'command.topic.test.none.description': noneMeans,
  'command.topic.test.articles.name': articles,
  'command.topic.test.articles.description': articlesMean,
  'command.topic.test.kinds.name': kinds,
  'command.topic.test.kinds.description': kindsMean,
  'command.topic.test.issuers.name': issuers,
  'command.topic.test.issuers.description': issuersMean,

  'topic.any': { 'zh-CN': '含任一词：{list}', 'zh-TW': '含任一詞：{list}', en: 'Has any of: {list}' },
  'topic.all': { 'zh-CN': '含全部词：{list}', 'zh-TW': '含全部詞：{list}', en: 'Has all of: {list}' },
  'topic.none': { 'zh-CN': '不含：{list}', 'zh-TW': '不含：{list}', en: 'Has none of: {list}' },
  'topic.articles': { 'zh-CN': '落实：{list}', 'zh-TW': '落實：{list}', en: 'Carries out: {list}' },
  'topic.kinds': { 'zh-CN': '类型：{list}', 'zh-TW': '類型：{list}', en: 'Kinds: {list}' },
  'topic.issuers': { 'zh-CN': '机关：{list}', 'zh-TW': '機關：{list}', en: 'Issuers: {list}' },
  'topic.without-words': {
    'zh-CN': '没有词语，只看落实条例的文件。',
    'zh-TW': '沒有詞語，只看落實條例的文件。',
    en: 'Without words: only among what carries out the ordinance.',
  },
  'topic.with-words': {
    'zh-CN': '简体繁体、全角半角、大小写都算同一个词；与条例无关的文件也算。',
    'zh-TW': '簡體繁體、全形半形、大小寫都算同一個詞；與條例無關的文件也算。',
    en: 'Simplified and Traditional, full and half width, capitals match alike; documents that have nothing to do with the ordinance count too.',
  },
  'topic.heading': { 'zh-CN': '### 主题 · {name}', 'zh-TW': '### 主題 · {name}', en: '### Topic · {name}' },
  'topic.followers': {
    'zh-CN': '跟踪它的订阅：{count} 项',
    'zh-TW': '追蹤它的訂閱：{count} 項',
    en: 'Subscriptions that follow it: {count}',
  },
  'topic.built-in': {
    'zh-CN': '内置主题，不能修改。第{number}条讲的是：{about}',
    'zh-TW': '內建主題，不能修改。第{number}條講的是：{about}',
    en: 'Built in; it cannot be changed. Article {number} is about: {about}',
  },
  'topic.built-in.terms': {
    'zh-CN': '据以判断的词语：{terms}',
    'zh-TW': '據以判斷的詞語：{terms}',
    en: 'Words by which it is told: {terms}',
  },
  'topic.server-only': {
    'zh-CN': '主题和审核属于服务器，请在服务器里使用。',
    'zh-TW': '主題和審核屬於伺服器，請在伺服器裡使用。',
    en: 'Topics and reviews belong to a server; please use this in one.',
  },
  'topic.unknown': {
    'zh-CN': '没有主题“{name}”。请从列表中选择，或用 `/主题 列表` 查看。',
    'zh-TW': '沒有主題「{name}」。請從列表中選擇，或用 `/主題 列表` 查看。',
    en: 'There is no topic “{name}”. Choose one from the list, or see `/topic list`.',
  },
  'topic.not-editable': {
    'zh-CN': '“{name}”是内置主题，不能修改或删除。可以用 `/主题 新建` 建一个自己的。',
    'zh-TW': '「{name}」是內建主題，不能修改或刪除。可以用 `/主題 新增` 建一個自己的。',
    en: '“{name}” is built in and cannot be changed or deleted. `/topic create` makes one of your own.',
  },
  'topic.list.heading': {
    'zh-CN': '### 本服务器的主题（{count}/{most}）',
    'zh-TW': '### 本伺服器的主題（{count}/{most}）',
    en: '### This server’s topics ({count} of {most})',
  },
  'topic.list.none': {
    'zh-CN': '本服务器还没有自己的主题。用 `/主题 新建` 建一个；每一条都有内置主题。',
    'zh-TW': '本伺服器還沒有自己的主題。用 `/主題 新增` 建一個；每一條都有內建主題。',
    en: 'This server has no topics of its own yet. `/topic create` makes one; every article has a built-in one.',
  },
  'topic.list.line': {
    'zh-CN': '**{name}** — {conditions}',
    'zh-TW': '**{name}** — {conditions}',
    en: '**{name}** — {conditions}',
  },
  'topic.list.built-in': {
    'zh-CN': '### 内置主题：每一条一个，共 {count} 个',
    'zh-TW': '### 內建主題：每一條一個，共 {count} 個',
    en: '### Built-in topics: one for each article, {count} in all',
  },
  'topic.list.built-in.line': {
    'zh-CN': '{number}. {name}',
    'zh-TW': '{number}. {name}',
    en: '{number}. {name}',
  },
  'topic.list.choose': { 'zh-CN': '查看一个主题…', 'zh-TW': '查看一個主題…', en: 'Show a topic…' },
  'topic.button.built-in': { 'zh-CN': '内置主题', 'zh-TW': '內建主題', en: 'Built-in topics' },
  'topic.button.own': { 'zh-CN': '本服务器的主题', 'zh-TW': '本伺服器的主題', en: 'This server’s topics' },
  'topic.button.save': { 'zh-CN': '保存', 'zh-TW': '儲存', en: 'Save' },
  'topic.button.words': { 'zh-CN': '改名称和词语', 'zh-TW': '改名稱和詞語', en: 'Edit name and words' },
  'topic.button.scope': { 'zh-CN': '改条文和范围', 'zh-TW': '改條文和範圍', en: 'Edit articles and scope' },
  'topic.button.cancel': { 'zh-CN': '取消', 'zh-TW': '取消', en: 'Cancel' },
  'topic.button.show': { 'zh-CN': '查看', 'zh-TW': '查看', en: 'Show' },
  'topic.button.article': { 'zh-CN': '条文', 'zh-TW': '條文', en: 'The article' },
  'topic.button.test': { 'zh-CN': '试算', 'zh-TW': '試算', en: 'Test' },
  'topic.button.delete': { 'zh-CN': '删除…', 'zh-TW': '刪除…', en: 'Delete…' },
  'topic.form.words': {
    'zh-CN': '主题：名称和词语',
    'zh-TW': '主題：名稱和詞語',
    en: 'Topic: name and words',
  },
  'topic.form.scope': {
    'zh-CN': '主题：条文和范围',
    'zh-TW': '主題：條文和範圍',
    en: 'Topic: articles and scope',
  },
  'topic.form.name': { 'zh-CN': '名称', 'zh-TW': '名稱', en: 'Name' },
  'topic.form.any': { 'zh-CN': '含任一词', 'zh-TW': '含任一詞', en: 'Has any of these words' },
  'topic.form.all': { 'zh-CN': '含全部词', 'zh-TW': '含全部詞', en: 'Has all of these words' },
  'topic.form.none': { 'zh-CN': '不含', 'zh-TW': '不含', en: 'Has none of these words' },
  'topic.form.separate': {
    'zh-CN': '用顿号、逗号、空格或换行隔开',
    'zh-TW': '用頓號、逗號、空格或換行隔開',
    en: 'Separated by commas, spaces or new lines',
  },
  'topic.form.articles': {
    'zh-CN': '落实哪些条',
    'zh-TW': '落實哪些條',
    en: 'Carries out one of these articles',
  },
  'topic.form.articles.example': {
    'zh-CN': '如 23、34-36；空着表示不限',
    'zh-TW': '如 23、34-36；空著表示不限',
    en: 'Such as 23, 34-36; empty for any',
  },
  'topic.form.kinds': {
    'zh-CN': '类型（不选表示不限）',
    'zh-TW': '類型（不選表示不限）',
    en: 'Kinds (none chosen: any)',
  },
  'topic.form.issuers': {
    'zh-CN': '机关名称中的字样',
    'zh-TW': '機關名稱中的字樣',
    en: 'Parts of the issuers’ names',
  },

  'topic.preview': {
    'zh-CN': '### 主题 · {name}（还没有保存）',
    'zh-TW': '### 主題 · {name}（還沒有儲存）',
    en: '### Topic · {name} (not saved yet)',
  },
  'topic.preview.unnamed': {
    'zh-CN': '### 试算',
    'zh-TW': '### 試算',
    en: '### Test',
  },
  'topic.saved': {
    'zh-CN': '已保存主题“{name}”。用 `/订阅` 的“主题”选项让频道收到它。',
    'zh-TW': '已儲存主題「{name}」。用 `/訂閱` 的「主題」選項讓頻道收到它。',
    en: 'The topic “{name}” is saved. With the option `topic` of `/subscribe` a channel is told of it.',
  },
  'topic.cancelled': {
    'zh-CN': '已取消，没有保存任何内容。',
    'zh-TW': '已取消，沒有儲存任何內容。',
    en: 'Cancelled; nothing was saved.',
  },
  'topic.draft-gone': {
    'zh-CN': '这份草稿已经过期。请重新用 `/主题 新建` 或 `/主题 修改`。',
    'zh-TW': '這份草稿已經過期。請重新用 `/主題 新增` 或 `/主題 修改`。',
    en: 'This draft has expired. Please start again with `/topic create` or `/topic edit`.',
  },
  'topic.stale': {
    'zh-CN': '这个主题刚刚被别人改过，没有保存。请用 `/主题 查看` 看看现在的样子，再改一次。',
    'zh-TW': '這個主題剛剛被別人改過，沒有儲存。請用 `/主題 查看` 看看現在的樣子，再改一次。',
    en: 'Somebody else has just changed this topic; nothing was saved. See it with `/topic show` and change it again.',
  },
  'topic.delete.confirm': {
    'zh-CN':
      '删除主题“{name}”？跟踪它的订阅有 {followers} 项：其中 {ending} 项只跟踪它，将一并停止；{narrowed} 项还跟踪别的，将不再包含它。',
    'zh-TW':
      '刪除主題「{name}」？追蹤它的訂閱有 {followers} 項：其中 {ending} 項只追蹤它，將一併停止；{narrowed} 項還追蹤別的，將不再包含它。',
    en: 'Delete the topic “{name}”? {followers} subscriptions follow it: {ending} follow nothing else and will end, {narrowed} follow more and will go on without it.',
  },
  'topic.delete.confirm.unused': {
    'zh-CN': '删除主题“{name}”？没有订阅跟踪它。',
    'zh-TW': '刪除主題「{name}」？沒有訂閱追蹤它。',
    en: 'Delete the topic “{name}”? No subscription follows it.',
  },
  'topic.delete.done': {
    'zh-CN': '已删除主题“{name}”，停止了 {ending} 项订阅，修改了 {narrowed} 项。',
    'zh-TW': '已刪除主題「{name}」，停止了 {ending} 項訂閱，修改了 {narrowed} 項。',
    en: 'The topic “{name}” is deleted; {ending} subscriptions ended, {narrowed} were changed.',
  },
  'topic.delete.button': { 'zh-CN': '删除', 'zh-TW': '刪除', en: 'Delete' },

  'topic.faults': {
    'zh-CN': '这个主题还不能用：',
    'zh-TW': '這個主題還不能用：',
    en: 'This topic cannot be used yet:',
  },
  'topic.fault.line': { 'zh-CN': '· {fault}', 'zh-TW': '· {fault}', en: '· {fault}' },
  'topic.fault.shape': {
    'zh-CN': '主题的写法不对：名称是文字，各项条件是列表',
    'zh-TW': '主題的寫法不對：名稱是文字，各項條件是列表',
    en: 'a topic has a name and lists of conditions',
  },
  'topic.fault.name-missing': { 'zh-CN': '没有名称', 'zh-TW': '沒有名稱', en: 'it has no name' },
  'topic.fault.name-long': {
    'zh-CN': '名称太长，最多 {most} 个字',
    'zh-TW': '名稱太長，最多 {most} 個字',
    en: 'its name is too long; {most} characters at most',
  },
  'topic.fault.taken': {
    'zh-CN': '已经有叫“{name}”的主题',
    'zh-TW': '已經有叫「{name}」的主題',
    en: 'there is a topic named “{name}” already',
  },
  'topic.fault.topics-many': {
    'zh-CN': '一个服务器最多 {most} 个主题，已经满了；请先删除一个',
    'zh-TW': '一個伺服器最多 {most} 個主題，已經滿了；請先刪除一個',
    en: 'a server may have {most} topics and all are taken; delete one first',
  },
  'topic.fault.empty': {
    'zh-CN': '没有任何条件，会提醒一切；至少给一个词语、条文、类型或机关',
    'zh-TW': '沒有任何條件，會提醒一切；至少給一個詞語、條文、類型或機關',
    en: 'it has no condition and would tell everything; give at least a word, an article, a kind or an issuer',
  },
  'topic.fault.words-many': {
    'zh-CN': '词语太多（{count} 个），最多 {most} 个',
    'zh-TW': '詞語太多（{count} 個），最多 {most} 個',
    en: 'it has too many words ({count}); {most} at most',
  },
  'topic.fault.word-long': {
    'zh-CN': '词语“{word}”太长，最多 {most} 个字',
    'zh-TW': '詞語「{word}」太長，最多 {most} 個字',
    en: 'the word “{word}” is too long; {most} characters at most',
  },
  'topic.fault.contradiction': {
    'zh-CN': '“{word}”既要有又要排除，永远不会有结果',
    'zh-TW': '「{word}」既要有又要排除，永遠不會有結果',
    en: '“{word}” is both asked for and excluded, so nothing can ever match',
  },
  'topic.fault.articles': {
    'zh-CN': '看不懂条号“{article}”；请写条例里有的条号，如 23、34-36',
    'zh-TW': '看不懂條號「{article}」；請寫條例裡有的條號，如 23、34-36',
    en: '“{article}” does not name articles of the ordinance; write such as 23, 34-36',
  },
  'topic.fault.kinds': {
    'zh-CN': '没有类型“{kind}”；有：措施、征求意见、政策解读、申报通知、消息',
    'zh-TW': '沒有類型「{kind}」；有：措施、徵求意見、政策解讀、申報通知、消息',
    en: 'there is no kind “{kind}”; there are: measure, consultation, interpretation, call for applications, news',
  },

  'backtest.counts': {
    'zh-CN': '**试算**：{since} 以来读到的 {read} 份中，会提醒 **{told}** 份，差一点的有 {near} 份。',
    'zh-TW': '**試算**：{since} 以來讀到的 {read} 份中，會提醒 **{told}** 份，差一點的有 {near} 份。',
    en: '**Test**: of {read} documents read since {since} it would have told **{told}**, and nearly {near} more.',
  },
  'backtest.nothing-read': {
    'zh-CN': '**试算**：还没有读到任何文件，过去会提醒什么还看不出来。',
    'zh-TW': '**試算**：還沒有讀到任何文件，過去會提醒什麼還看不出來。',
    en: '**Test**: nothing has been read yet, so there is no past to test it on.',
  },
  'backtest.months': { 'zh-CN': '按月：{months}', 'zh-TW': '按月：{months}', en: 'By month: {months}' },
  'backtest.examples': {
    'zh-CN': '**会提醒的（最近 {count} 份）**',
    'zh-TW': '**會提醒的（最近 {count} 份）**',
    en: '**It would have told (latest {count})**',
  },
  'backtest.near': {
    'zh-CN': '**差一点的（最近 {count} 份）**',
    'zh-TW': '**差一點的（最近 {count} 份）**',
    en: '**It nearly would (latest {count})**',
  },
  'backtest.line': { 'zh-CN': '{date} {title}', 'zh-TW': '{date} {title}', en: '{date} {title}' },
  'backtest.found': {
    'zh-CN': '{date} {title} — 含 {words}',
    'zh-TW': '{date} {title} — 含 {words}',
    en: '{date} {title} — has {words}',
  },
  'backtest.missed': {
    'zh-CN': '{date} {title} — 差在：{missing}',
    'zh-TW': '{date} {title} — 差在：{missing}',
    en: '{date} {title} — missed by: {missing}',
  },
  'missing.any': { 'zh-CN': '没有任一词', 'zh-TW': '沒有任一詞', en: 'none of the words is there' },
  'missing.all': { 'zh-CN': '没有 {words}', 'zh-TW': '沒有 {words}', en: '{words} is not there' },
  'missing.none': {
    'zh-CN': '含排除词 {words}',
    'zh-TW': '含排除詞 {words}',
    en: 'the excluded {words} is there',
  },
  'missing.articles': {
    'zh-CN': '不落实这些条',
    'zh-TW': '不落實這些條',
    en: 'it carries out none of the articles',
  },
  'missing.kinds': { 'zh-CN': '类型不同', 'zh-TW': '類型不同', en: 'it is of another kind' },
  'missing.issuers': { 'zh-CN': '机关不同', 'zh-TW': '機關不同', en: 'another body issued it' },
  'missing.relevant': {
    'zh-CN': '与条例无关',
    'zh-TW': '與條例無關',
    en: 'it has nothing to do with the ordinance',
  },

  'link.decided': {
    'zh-CN': '{link}**{label}**（{caption}）— 版主认定',
    'zh-TW': '{link}**{label}**（{caption}）— 版主認定',
    en: '{link} **{label}** ({caption}) — settled by a moderator',
  },
  'link.decided.evidence': {
    'zh-CN': '{link}**{label}**（{caption}）— 版主认定，依据：{why}',
    'zh-TW': '{link}**{label}**（{caption}）— 版主認定，依據：{why}',
    en: '{link} **{label}** ({caption}) — settled by a moderator, evidence: {why}',
  },
  'link.raised': {
    'zh-CN': '（据本服务器 {count} 次判断，由 {percent}% 上调）',
    'zh-TW': '（據本伺服器 {count} 次判斷，由 {percent}% 上調）',
    en: '(raised from {percent}% by {count} of this server’s decisions)',
  },
  'link.lowered': {
    'zh-CN': '（据本服务器 {count} 次判断，由 {percent}% 下调）',
    'zh-TW': '（據本伺服器 {count} 次判斷，由 {percent}% 下調）',
    en: '(lowered from {percent}% by {count} of this server’s decisions)',
  },

  'command.review.name': { 'zh-CN': '审核', 'zh-TW': '審核', en: 'review' },
  'command.review.description': {
    'zh-CN': '拿不准的文件：看依据，定对错，可撤销',
    'zh-TW': '拿不準的文件：看依據，定對錯，可撤銷',
    en: 'Doubtful documents with their evidence, for you to settle; every decision can be undone',
  },
  'command.review.show.name': { 'zh-CN': '看什么', 'zh-TW': '看什麼', en: 'show' },
  'command.review.show.description': {
    'zh-CN': '等着判断的（默认），或已经判断的',
    'zh-TW': '等著判斷的（預設），或已經判斷的',
    en: 'What waits (unless you choose), or what was decided',
  },
  'review.show.waiting': { 'zh-CN': '等着判断的', 'zh-TW': '等著判斷的', en: 'What waits' },
  'review.show.decided': { 'zh-CN': '已经判断的', 'zh-TW': '已經判斷的', en: 'What was decided' },

  'review.heading': {
    'zh-CN': '### 🔎 请判断：它落实这些条文吗？',
    'zh-TW': '### 🔎 請判斷：它落實這些條文嗎？',
    en: '### 🔎 To be settled: does it carry out these articles?',
  },
  'review.heading.flagged': {
    'zh-CN': '### 🚩 {who} 认为它与条例无关，请判断',
    'zh-TW': '### 🚩 {who} 認為它與條例無關，請判斷',
    en: '### 🚩 {who} says that it has nothing to do with the ordinance',
  },
  'review.heading.told': {
    'zh-CN': '### 📢 已经提醒过的文件',
    'zh-TW': '### 📢 已經提醒過的文件',
    en: '### 📢 A document that was told',
  },
  'review.heading.decided': {
    'zh-CN': '### ✅ 已判断：{verdict}',
    'zh-TW': '### ✅ 已判斷：{verdict}',
    en: '### ✅ Settled: {verdict}',
  },
  'review.by': {
    'zh-CN': '{who}，{time}',
    'zh-TW': '{who}，{time}',
    en: '{who}, {time}',
  },
  'review.taught': {
    'zh-CN': '学到：{examples}',
    'zh-TW': '學到：{examples}',
    en: 'Learnt: {examples}',
  },
  'review.example.right': {
    'zh-CN': '{words} → {label} ✓',
    'zh-TW': '{words} → {label} ✓',
    en: '{words} → {label} ✓',
  },
  'review.example.wrong': {
    'zh-CN': '{words} → {label} ✗',
    'zh-TW': '{words} → {label} ✗',
    en: '{words} → {label} ✗',
  },
  'review.taught.nothing': {
    'zh-CN': '没有可学的词语，只对这份文件有效。',
    'zh-TW': '沒有可學的詞語，只對這份文件有效。',
    en: 'There were no words to learn from; it holds for this document alone.',
  },
  'review.weighs': {
    'zh-CN': '“不对”：有关，但不落实这些条文。判断之后，同样的词语下次会相应加减分；随时可以撤销。',
    'zh-TW': '「不對」：有關，但不落實這些條文。判斷之後，同樣的詞語下次會相應加減分；隨時可以撤銷。',
    en: '“Wrong”: related, but it does not carry these articles out. What you decide weighs on the same words the next time, and can be undone.',
  },
  'review.derived': {
    'zh-CN': '推断的把握在 {review}% 至 {tell}% 之间的，先问版主。',
    'zh-TW': '推斷的把握在 {review}% 至 {tell}% 之間的，先問版主。',
    en: 'Between {review}% and {tell}% moderators are asked first.',
  },
  'verdict.right': { 'zh-CN': '正确', 'zh-TW': '正確', en: 'right' },
  'verdict.wrong': { 'zh-CN': '不对', 'zh-TW': '不對', en: 'wrong' },
  'verdict.other': { 'zh-CN': '其他条文', 'zh-TW': '其他條文', en: 'other articles' },
  'verdict.flagged': { 'zh-CN': '有人认为不相关', 'zh-TW': '有人認為不相關', en: 'called not relevant' },
  'verdict.irrelevant': { 'zh-CN': '与条例无关', 'zh-TW': '與條例無關', en: 'not relevant' },
  'review.button.right': { 'zh-CN': '正确', 'zh-TW': '正確', en: 'Right' },
  'review.button.wrong': { 'zh-CN': '不对', 'zh-TW': '不對', en: 'Wrong' },
  'review.button.other': { 'zh-CN': '其他条文…', 'zh-TW': '其他條文…', en: 'Other articles…' },
  'review.button.irrelevant': { 'zh-CN': '与条例无关', 'zh-TW': '與條例無關', en: 'Not relevant' },
  'review.button.undo': { 'zh-CN': '撤销', 'zh-TW': '復原', en: 'Undo' },
  'review.button.undo.number': { 'zh-CN': '撤销 {number}', 'zh-TW': '復原 {number}', en: 'Undo {number}' },
  'review.button.waiting': { 'zh-CN': '等着判断的', 'zh-TW': '等著判斷的', en: 'What waits' },
  'review.button.decided': { 'zh-CN': '已经判断的', 'zh-TW': '已經判斷的', en: 'What was decided' },
  'review.button.typed': { 'zh-CN': '输入条号…', 'zh-TW': '輸入條號…', en: 'Type the numbers…' },
  'review.button.save': { 'zh-CN': '就是这些', 'zh-TW': '就是這些', en: 'These it is' },

  'review.waiting.heading': {
    'zh-CN': '### 等着判断的文件：{count} 份',
    'zh-TW': '### 等著判斷的文件：{count} 份',
    en: '### Documents to be settled: {count}',
  },
  'review.waiting.none': {
    'zh-CN': '### 没有等着判断的文件',
    'zh-TW': '### 沒有等著判斷的文件',
    en: '### Nothing waits to be settled',
  },
  'review.learnt': {
    'zh-CN': '本服务器已从 {count} 次判断中学习（{right} 处对，{wrong} 处错）。',
    'zh-TW': '本伺服器已從 {count} 次判斷中學習（{right} 處對，{wrong} 處錯）。',
    en: 'Learnt from {count} of this server’s decisions ({right} right, {wrong} wrong).',
  },
  'review.flagged': {
    'zh-CN': '🚩 {who} 于 {time} 反映：与条例无关',
    'zh-TW': '🚩 {who} 於 {time} 反映：與條例無關',
    en: '🚩 {who} at {time}: not relevant',
  },
  'review.decided.heading': {
    'zh-CN': '### 已经判断的文件：{count} 份',
    'zh-TW': '### 已經判斷的文件：{count} 份',
    en: '### Documents settled: {count}',
  },
  'review.decided.none': {
    'zh-CN': '### 还没有判断过文件',
    'zh-TW': '### 還沒有判斷過文件',
    en: '### Nothing was settled yet',
  },
  'review.decided.line': {
    'zh-CN': '**{number}.** {title} — **{verdict}**{articles}',
    'zh-TW': '**{number}.** {title} — **{verdict}**{articles}',
    en: '**{number}.** {title} — **{verdict}**{articles}',
  },
  'review.decided.articles': { 'zh-CN': '：{articles}', 'zh-TW': '：{articles}', en: ': {articles}' },

  'review.done.told': {
    'zh-CN': '已记下：**{verdict}**。提醒发往 {count} 处；收到过的不会重复，已发的消息会更新。',
    'zh-TW': '已記下：**{verdict}**。提醒發往 {count} 處；收到過的不會重複，已發的訊息會更新。',
    en: 'Noted: **{verdict}**. The alert goes to {count} places; nobody gets it twice, and messages already sent are edited.',
  },
  'review.done.kept': {
    'zh-CN': '已记下：**{verdict}**。这不是新文件，只记入台账，不再提醒；已发的消息会更新。',
    'zh-TW': '已記下：**{verdict}**。這不是新文件，只記入台帳，不再提醒；已發的訊息會更新。',
    en: 'Noted: **{verdict}**. It is no new document: the ledger has it, nobody is alerted, and messages already sent are edited.',
  },
  'review.done.withdrawn': {
    'zh-CN': '已记下：**{verdict}**。没发的提醒已收回，已发的消息会标明作废，台账里不再有它。',
    'zh-TW': '已記下：**{verdict}**。沒發的提醒已收回，已發的訊息會標明作廢，台帳裡不再有它。',
    en: 'Noted: **{verdict}**. What was not sent is taken back, sent messages say that they are withdrawn, and the ledger no longer has it.',
  },
  'review.undone': {
    'zh-CN': '已撤销这次判断，恢复到之前的样子。',
    'zh-TW': '已復原這次判斷，恢復到之前的樣子。',
    en: 'The decision is undone; all is as before.',
  },
  'review.settled-meanwhile': {
    'zh-CN': '{who} 已于 {time} 判断为 **{verdict}**，你的选择没有保存。要改，请先撤销。',
    'zh-TW': '{who} 已於 {time} 判斷為 **{verdict}**，你的選擇沒有儲存。要改，請先復原。',
    en: '{who} settled this as **{verdict}** at {time}; your choice was not saved. Undo that first to change it.',
  },
  'review.changed-meanwhile': {
    'zh-CN': '这期间有别人改了判断，你的操作没有保存。用 `/审核` 看看现在的样子。',
    'zh-TW': '這期間有別人改了判斷，你的操作沒有儲存。用 `/審核` 看看現在的樣子。',
    en: 'Somebody else changed the decision meanwhile; nothing of yours was saved. See `/review` for how it stands.',
  },
  'review.pending': {
    'zh-CN': '🔎 条文关联正等版主重新判断。',
    'zh-TW': '🔎 條文關聯正等版主重新判斷。',
    en: '🔎 Moderators are to settle again which articles it carries out.',
  },
  'review.gone': {
    'zh-CN': '找不到这份文件，可能已被清理。用 `/审核` 看看还有什么等着判断。',
    'zh-TW': '找不到這份文件，可能已被清理。用 `/審核` 看看還有什麼等著判斷。',
    en: 'This document is not there any more. `/review` shows what waits.',
  },
  'review.flag.done': {
    'zh-CN': '谢谢，已转给版主判断。',
    'zh-TW': '謝謝，已轉給版主判斷。',
    en: 'Thank you; the moderators will look at it.',
  },
  'review.flag.again': {
    'zh-CN': '已经有人反映过，正等版主判断。',
    'zh-TW': '已經有人反映過，正等版主判斷。',
    en: 'Somebody said so already; it waits for the moderators.',
  },
  'review.flag.settled': {
    'zh-CN': '版主已经判断过这份文件：**{verdict}**。有不同意见请直接告诉版主。',
    'zh-TW': '版主已經判斷過這份文件：**{verdict}**。有不同意見請直接告訴版主。',
    en: 'The moderators settled this already: **{verdict}**. If you disagree, please tell them.',
  },
  'review.pick.heading': {
    'zh-CN': '### 它落实哪些条文？',
    'zh-TW': '### 它落實哪些條文？',
    en: '### Which articles does it carry out?',
  },
  'review.pick.chosen': {
    'zh-CN': '已选：{articles}',
    'zh-TW': '已選：{articles}',
    en: 'Chosen: {articles}',
  },
  'review.pick.none': { 'zh-CN': '还没有选', 'zh-TW': '還沒有選', en: 'None chosen yet' },
  'review.pick.articles': {
    'zh-CN': '{part}里的条文…',
    'zh-TW': '{part}裡的條文…',
    en: 'Articles of {part}…',
  },
  'review.pick.part': { 'zh-CN': '换一章…', 'zh-TW': '換一章…', en: 'Another chapter…' },
  'review.pick.form': {
    'zh-CN': '它落实哪些条文',
    'zh-TW': '它落實哪些條文',
    en: 'Which articles it carries out',
  },
  'review.pick.field': { 'zh-CN': '条号', 'zh-TW': '條號', en: 'Article numbers' },
  'review.pick.example': { 'zh-CN': '如 23、34-36', 'zh-TW': '如 23、34-36', en: 'Such as 23, 34-36' },
  'review.pick.many': {
    'zh-CN': '这里最多选 {most} 条；更多请用“输入条号…”。',
    'zh-TW': '這裡最多選 {most} 條；更多請用「輸入條號…」。',
    en: 'At most {most} articles can be chosen here; with “Type the numbers…” more can be given.',
  },
} as const satisfies Messages;
