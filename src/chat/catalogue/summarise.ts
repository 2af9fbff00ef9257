import type { Messages } from './message.ts';

/** Summaries: always marked as derived. */
export const summarise = {
  'command.summary.name': { 'zh-CN': '摘要', 'zh-TW': '摘要', en: 'summary' },
  'command.summary.description': {
    'zh-CN': '一条、一章或整份文件的要点，逐点注明出处',
    'zh-TW': '一條、一章或整份文件的要點，逐點註明出處',
    en: 'The points of an article, a chapter or a document, each with its place',
  },
  'command.summary.ref.name': { 'zh-CN': '编号', 'zh-TW': '編號', en: 'ref' },
  'command.summary.ref.description': {
    'zh-CN': '如 23、第四章、方案、决定（默认为条例）',
    'zh-TW': '如 23、第四章、方案、決定（預設為條例）',
    en: 'Such as 23, 第四章, 方案, 决定 (the ordinance unless you choose)',
  },

  'summary.heading': {
    'zh-CN': '### {label} · 摘要',
    'zh-TW': '### {label} · 摘要',
    en: '### {label} · summary',
  },
  'summary.derived': {
    'zh-CN': '摘要由程序摘出：字句都是原文，有省略（留下 {percent}%），以原文为准。',
    'zh-TW': '摘要由程式摘出：字句都是原文，有省略（留下 {percent}%），以原文為準。',
    en: 'Excerpted by this program: the words are the text’s own, with omissions ({percent}% kept). The text itself prevails.',
  },
  'summary.quoted': {
    'zh-CN': '没有可以省略的，照录原文。',
    'zh-TW': '沒有可以省略的，照錄原文。',
    en: 'Nothing can be left out: this is the text itself.',
  },
  'summary.rule': {
    'zh-CN': '先列制定目的、适用和施行时间，再按约束强弱和篇幅选出各章要点。',
    'zh-TW': '先列制定目的、適用和施行時間，再按約束強弱和篇幅選出各章要點。',
    en: 'First why, to what and since when; then, of each chapter, the articles that bind most and say most.',
  },
  'summary.rule.chapter': {
    'zh-CN': '先列第一条，再按约束强弱和篇幅选出其余要点。',
    'zh-TW': '先列第一條，再按約束強弱和篇幅選出其餘要點。',
    en: 'First the first article; then those that bind most and say most.',
  },
  'summary.text': { 'zh-CN': '看原文', 'zh-TW': '看原文', en: 'The text' },
} as const satisfies Messages;
