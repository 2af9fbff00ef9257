import type { Messages } from './message.ts';

/** Why an entry was told or not: one sentence for each rule of `watch/decide/` and each refusal of the linker. */
export const reasons = {
  'reason.first-sight': {
    'zh-CN': '第一次读这个栏目时它已经在那里：只记录，不提醒。',
    'zh-TW': '第一次讀這個欄目時它已經在那裡：只記錄，不提醒。',
    en: 'It was already there when the source was first read: learned, not told.',
  },
  'reason.changed': {
    'zh-CN': '它在 {seenAt} 读过，之后文字有改动：已记录。',
    'zh-TW': '它在 {seenAt} 讀過，之後文字有更動：已記錄。',
    en: 'It was read at {seenAt} and its text has changed since: recorded.',
  },
  'reason.changed.parts': {
    'zh-CN': '它在 {seenAt} 读过，之后{parts}有改动：已记录。',
    'zh-TW': '它在 {seenAt} 讀過，之後{parts}有更動：已記錄。',
    en: 'It was read at {seenAt}; since then its {parts} changed: recorded.',
  },
  'part.title': { 'zh-CN': '标题', 'zh-TW': '標題', en: 'title' },
  'part.text': { 'zh-CN': '正文', 'zh-TW': '內文', en: 'text' },
  'part.dates': { 'zh-CN': '日期', 'zh-TW': '日期', en: 'dates' },
  'part.attachments': { 'zh-CN': '附件', 'zh-TW': '附件', en: 'attachments' },
  'list.comma': { 'zh-CN': '、', 'zh-TW': '、', en: ', ' },
  'reason.irrelevant': {
    'zh-CN': '与条例无关：{refusal}。',
    'zh-TW': '與條例無關：{refusal}。',
    en: 'Not a follow-up of the ordinance: {refusal}.',
  },
  'reason.repost': {
    'zh-CN': '与“{title}”是同一份文件，不重复提醒。',
    'zh-TW': '與「{title}」是同一份文件，不重複提醒。',
    en: 'The same document as “{title}”; not told again.',
  },
  'reason.old': {
    'zh-CN': '日期是 {date}，早于发现时 {days} 天以上：旧文件，只记录。',
    'zh-TW': '日期是 {date}，早於發現時 {days} 天以上：舊文件，只記錄。',
    en: 'Dated {date}, more than {days} days before it was seen: an old document, recorded only.',
  },
  'reason.new': {
    'zh-CN': '新文件，涉及第 {articles} 条：已提醒。',
    'zh-TW': '新文件，涉及第 {articles} 條：已提醒。',
    en: 'New, and concerns article {articles}: told.',
  },
  'reason.doubtful': {
    'zh-CN': '新文件，可能涉及第 {articles} 条：等版主判断。',
    'zh-TW': '新文件，可能涉及第 {articles} 條：等版主判斷。',
    en: 'New, and perhaps concerns article {articles}: waits for a moderator.',
  },
  'reason.watched': {
    'zh-CN': '新文件，看不出落实哪一条，但符合自建主题：已提醒订阅该主题的频道。',
    'zh-TW': '新文件，看不出落實哪一條，但符合自建主題：已提醒訂閱該主題的頻道。',
    en: 'New; no article is seen to be its subject, but a topic’s words are in it: the topic’s followers were told.',
  },

  'unlinked.name-list': { 'zh-CN': '名单、公示', 'zh-TW': '名單、公示', en: 'a list of names' },
  'unlinked.meeting': { 'zh-CN': '会议、讲话', 'zh-TW': '會議、講話', en: 'a meeting or speech' },
  'unlinked.award': { 'zh-CN': '奖励、表彰', 'zh-TW': '獎勵、表彰', en: 'an award' },
  'unlinked.personnel': { 'zh-CN': '人事', 'zh-TW': '人事', en: 'personnel' },
  'unlinked.statistics': { 'zh-CN': '统计数据', 'zh-TW': '統計資料', en: 'statistics' },
  'unlinked.work-report': {
    'zh-CN': '工作报告、预决算',
    'zh-TW': '工作報告、預決算',
    en: 'a work report or budget',
  },
  'unlinked.drafting-history': {
    'zh-CN': '条例自身的起草过程',
    'zh-TW': '條例自身的起草過程',
    en: 'the drafting history of the ordinance itself',
  },
  'unlinked.procurement': { 'zh-CN': '采购、招标', 'zh-TW': '採購、招標', en: 'procurement' },
  'unlinked.commentary': { 'zh-CN': '评论、综述', 'zh-TW': '評論、綜述', en: 'commentary' },
  'unlinked.no-measure': {
    'zh-CN': '没有提到具体措施的消息',
    'zh-TW': '沒有提到具體措施的消息',
    en: 'news of no particular measure',
  },
  'unlinked.elsewhere': {
    'zh-CN': '其他省市的文件',
    'zh-TW': '其他省市的文件',
    en: 'a document of another province',
  },
  'unlinked.national': {
    'zh-CN': '不是专对北京的国家文件',
    'zh-TW': '不是專對北京的國家文件',
    en: 'a national document that is not about Beijing',
  },
  'unlinked.unknown-place': {
    'zh-CN': '看不出是北京的文件',
    'zh-TW': '看不出是北京的文件',
    en: 'nothing shows that it is of Beijing',
  },
  'unlinked.subject': {
    'zh-CN': '没有哪一条讲这个事项',
    'zh-TW': '沒有哪一條講這個事項',
    en: 'no article is about its subject',
  },
} as const satisfies Messages;
