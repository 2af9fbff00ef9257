import type { Messages } from './message.ts';

/** What a topic would have told of the documents read so far, and what a document lacked. */
export const backtest = {
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
} as const satisfies Messages;
