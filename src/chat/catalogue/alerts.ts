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
