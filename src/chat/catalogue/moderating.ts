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
const kinds = { 'zh-CN': '类别', 'zh-TW': '類別', en: 'kinds' } as const;
const kindsMean = {
  'zh-CN': '只要这些类别的文件，如 措施、征求意见',
  'zh-TW': '只要這些類別的文件，如 措施、徵求意見',
  en: 'Only documents of these kinds, such as measure, consultation',
} as const;
const issuers = { 'zh-CN': '发布机关', 'zh-TW': '發布機關', en: 'issuers' } as const;
const issuersMean = {
  'zh-CN': '发布机关名称中的字样，如 经济和信息化局、海淀区',
  'zh-TW': '發布機關名稱中的字樣，如 經濟和信息化局、海淀區',
  en: 'Parts of the issuers’ names, such as 海淀区',
} as const;

/** What moderators do: topics, and settling what is doubtful. */
export const moderating = {
  'command.topic.name': { 'zh-CN': '主题', 'zh-TW': '主題', en: 'topic' },
  'command.topic.description': {
    'zh-CN': '本服务器关注的主题：用词语、条文、类别、发布机关来定',
    'zh-TW': '本伺服器關注的主題：用詞語、條文、類別、發布機關來定',
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
  'topic.kinds': { 'zh-CN': '类别：{list}', 'zh-TW': '類別：{list}', en: 'Kinds: {list}' },
  'topic.issuers': { 'zh-CN': '发布机关：{list}', 'zh-TW': '發布機關：{list}', en: 'Issuers: {list}' },
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
    'zh-CN': '类别（不选表示不限）',
    'zh-TW': '類別（不選表示不限）',
    en: 'Kinds (none chosen: any)',
  },
  'topic.form.issuers': {
    'zh-CN': '发布机关名称中的字样',
    'zh-TW': '發布機關名稱中的字樣',
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
    en: 'The topic “{name}” is saved. With the option `topics` of `/subscribe` a channel is told of it.',
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
    'zh-CN': '没有任何条件，会提醒一切；至少给一个词语、条文、类别或发布机关',
    'zh-TW': '沒有任何條件，會提醒一切；至少給一個詞語、條文、類別或發布機關',
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
    'zh-CN': '没有类别“{kind}”；有：措施、征求意见、政策解读、申报通知、消息',
    'zh-TW': '沒有類別「{kind}」；有：措施、徵求意見、政策解讀、申報通知、消息',
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
  'missing.kinds': { 'zh-CN': '类别不同', 'zh-TW': '類別不同', en: 'it is of another kind' },
  'missing.issuers': { 'zh-CN': '发布机关不同', 'zh-TW': '發布機關不同', en: 'another body issued it' },
  'missing.relevant': {
    'zh-CN': '与条例无关',
    'zh-TW': '與條例無關',
    en: 'it has nothing to do with the ordinance',
  },
} as const satisfies Messages;
