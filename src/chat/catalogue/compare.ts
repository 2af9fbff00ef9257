import type { Messages } from './message.ts';

/** Two editions side by side: what became of each article, and the wording that changed. */
export const compare = {
  'command.compare.name': { 'zh-CN': '对照', 'zh-TW': '對照', en: 'compare' },
  'command.compare.description': {
    'zh-CN': '草案与正式文本对照：哪些条保留、改动、合并、新增',
    'zh-TW': '草案與正式文本對照：哪些條保留、改動、合併、新增',
    en: 'Set the draft against the final text: what was kept, changed, merged, added',
  },
  'command.compare.ref.name': { 'zh-CN': '编号', 'zh-TW': '編號', en: 'ref' },
  'command.compare.ref.description': {
    'zh-CN': '如 23、草案31、第三章（默认为总览）',
    'zh-TW': '如 23、草案31、第三章（預設為總覽）',
    en: 'Such as 23, 草案31, 第三章 (an overview unless you choose)',
  },
  'command.compare.with.name': { 'zh-CN': '另一版本', 'zh-TW': '另一版本', en: 'with' },
  'command.compare.with.description': {
    'zh-CN': '与哪份文件对照（默认为它的草案或正式文本）',
    'zh-TW': '與哪份文件對照（預設為它的草案或正式文本）',
    en: 'The document to compare with (its draft or final unless you choose)',
  },
  'command.compare.text.name': { 'zh-CN': '纯文字', 'zh-TW': '純文字', en: 'text' },
  'command.compare.text.description': {
    'zh-CN': '用文字说明改动，不用删除线和下划线，便于读屏',
    'zh-TW': '用文字說明改動，不用刪除線和底線，便於報讀',
    en: 'Tell the changes in words, without strike-through and underline, for screen readers',
  },

  'compare.heading': {
    'zh-CN': '### 《{from}》→《{to}》',
    'zh-TW': '### 《{from}》→《{to}》',
    en: '### 《{from}》 → 《{to}》',
  },
  'compare.pair': { 'zh-CN': '### {from} → {to}', 'zh-TW': '### {from} → {to}', en: '### {from} → {to}' },
  'compare.status': {
    'zh-CN': '《{title}》：{status}',
    'zh-TW': '《{title}》：{status}',
    en: '《{title}》: {status}',
  },
  'compare.counts': {
    'zh-CN':
      '原样保留 {kept} · 有改动 {changed} · 合并 {merged} · 拆分 {split} · 新增 {added} · 删去 {dropped}',
    'zh-TW':
      '原樣保留 {kept} · 有改動 {changed} · 合併 {merged} · 拆分 {split} · 新增 {added} · 刪去 {dropped}',
    en: '{kept} kept · {changed} changed · {merged} merged · {split} split · {added} new · {dropped} dropped',
  },
  'compare.kind.kept': { 'zh-CN': '原样保留', 'zh-TW': '原樣保留', en: 'kept' },
  'compare.kind.changed': { 'zh-CN': '有改动', 'zh-TW': '有改動', en: 'changed' },
  'compare.kind.merged': { 'zh-CN': '合并', 'zh-TW': '合併', en: 'merged' },
  'compare.kind.split': { 'zh-CN': '拆分', 'zh-TW': '拆分', en: 'split' },
  'compare.kind.new': { 'zh-CN': '新增', 'zh-TW': '新增', en: 'new' },
  'compare.kind.dropped': { 'zh-CN': '删去', 'zh-TW': '刪去', en: 'dropped' },
  'compare.list': {
    'zh-CN': '**{kind}**（{count}）',
    'zh-TW': '**{kind}**（{count}）',
    en: '**{kind}** ({count})',
  },
  'compare.more': { 'zh-CN': '……另有 {count} 处', 'zh-TW': '……另有 {count} 處', en: '… and {count} more' },
  'compare.nothing': { 'zh-CN': '（无）', 'zh-TW': '（無）', en: '(nothing)' },
  'compare.similarity': {
    'zh-CN': '{kind} · 相同文字 {percent}%',
    'zh-TW': '{kind} · 相同文字 {percent}%',
    en: '{kind} · {percent}% of the wording in common',
  },
  'compare.moved-to': { 'zh-CN': '移到{place}', 'zh-TW': '移到{place}', en: 'moved to {place}' },
  'compare.moved': {
    'zh-CN': '另：{from}的内容移到了{to}。',
    'zh-TW': '另：{from}的內容移到了{to}。',
    en: 'Also: what {from} said is now in {to}.',
  },
  'compare.choose': { 'zh-CN': '看一条的改动…', 'zh-TW': '看一條的改動…', en: 'See the changes of one…' },
  'compare.legend': {
    'zh-CN': '~~删去的字~~ · __**增加的字**__。标点的全角半角和空格不算改动。',
    'zh-TW': '~~刪去的字~~ · __**增加的字**__。標點的全形半形和空格不算改動。',
    en: '~~removed~~ · __**added**__. The width of punctuation and spaces are no changes.',
  },
  'compare.derived': {
    'zh-CN': '对照由程序按内容对齐得出，不是官方对照表。',
    'zh-TW': '對照由程式按內容對齊得出，不是官方對照表。',
    en: 'Aligned by content, by this program; not an official table of changes.',
  },
  'compare.removed': { 'zh-CN': '〔删去“{old}”〕', 'zh-TW': '〔刪去「{old}」〕', en: '[removed: {old}]' },
  'compare.added': { 'zh-CN': '〔增加“{now}”〕', 'zh-TW': '〔增加「{now}」〕', en: '[added: {now}]' },
  'compare.replaced': {
    'zh-CN': '〔“{old}”改为“{now}”〕',
    'zh-TW': '〔「{old}」改為「{now}」〕',
    en: '[{old} became: {now}]',
  },
  'compare.overview': { 'zh-CN': '总览', 'zh-TW': '總覽', en: 'Overview' },
  'compare.in-words': { 'zh-CN': '纯文字', 'zh-TW': '純文字', en: 'In words' },
  'compare.in-marks': { 'zh-CN': '带标记', 'zh-TW': '帶標記', en: 'With marks' },
  'compare.open': { 'zh-CN': '原文 {label}', 'zh-TW': '原文 {label}', en: 'Text of {label}' },
  'compare.no-edition': {
    'zh-CN': '《{title}》没有另一个版本可以对照。可以指定另一份文件：{documents}。',
    'zh-TW': '《{title}》沒有另一個版本可以對照。可以指定另一份文件：{documents}。',
    en: 'There is no other edition of 《{title}》. Name a document to compare it with: {documents}.',
  },
} as const satisfies Messages;
