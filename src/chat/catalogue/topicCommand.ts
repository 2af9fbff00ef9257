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

/** The words of `/topic`: the conditions of a topic are the same where it is made and where it is tested. */
export const topicCommand = {
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
} as const satisfies Messages;
