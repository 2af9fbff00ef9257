import type { Messages } from './message.ts';

/** Topics as moderators make and change them, and what may be wrong with one. */
export const topics = {
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
} as const satisfies Messages;
