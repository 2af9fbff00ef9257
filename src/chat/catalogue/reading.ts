import type { Messages } from './message.ts';

/** What is said around the texts: status lines, captions, navigation, search, outline, help. */
export const reading = {
  'status.in-force': { 'zh-CN': '现行有效', 'zh-TW': '現行有效', en: 'in force' },
  'status.in-force.since': {
    'zh-CN': '现行有效，自 {date} 起施行',
    'zh-TW': '現行有效，自 {date} 起施行',
    en: 'in force since {date}',
  },
  'status.draft': {
    'zh-CN': '⚠ 征求意见稿，不是法律',
    'zh-TW': '⚠ 徵求意見稿，不是法律',
    en: '⚠ public draft (征求意见稿), not law',
  },
  'status.plan': { 'zh-CN': '政策文件', 'zh-TW': '政策文件', en: 'policy document' },
  'status.unknown': {
    'zh-CN': '效力状态未登记',
    'zh-TW': '效力狀態未登記',
    en: 'legal status not recorded',
  },

  'article.heading': { 'zh-CN': '### {label}', 'zh-TW': '### {label}', en: '### {label}' },
  'article.caption': {
    'zh-CN': '条旨（本项目所拟，非官方文字）：{caption}',
    'zh-TW': '條旨（本專案所擬，非官方文字）：{caption}',
    en: 'Caption (ours, not official text): {caption}',
  },
  'article.place': { 'zh-CN': '《{title}》{path}', 'zh-TW': '《{title}》{path}', en: '《{title}》{path}' },
  'article.source': {
    'zh-CN': '{status} · {address}',
    'zh-TW': '{status} · {address}',
    en: '{status} · {address}',
  },
  'article.previous': { 'zh-CN': '◀ {label}', 'zh-TW': '◀ {label}', en: '◀ {label}' },
  'article.next': { 'zh-CN': '{label} ▶', 'zh-TW': '{label} ▶', en: '{label} ▶' },
  'article.whole': { 'zh-CN': '看整条', 'zh-TW': '看整條', en: 'Whole article' },
  'article.outline': { 'zh-CN': '目录', 'zh-TW': '目錄', en: 'Outline' },
  'article.follow': { 'zh-CN': '🔔 关注本条', 'zh-TW': '🔔 關注本條', en: '🔔 Follow it' },
  'article.page': {
    'zh-CN': '第 {page}/{pages} 页',
    'zh-TW': '第 {page}/{pages} 頁',
    en: 'Page {page} of {pages}',
  },

  'reference.empty': {
    'zh-CN': '请写出条号，例如 `23`、`第二十三条第二款`、`草案31`、`方案20`、`决定七`。',
    'zh-TW': '請寫出條號，例如 `23`、`第二十三條第二款`、`草案31`、`方案20`、`決定七`。',
    en: 'Please name an article, such as `23`, `第二十三条第二款`, `草案31`, `方案20` or `决定七`.',
  },
  'reference.unreadable': {
    'zh-CN': '看不懂“{ref}”。可以写 `23`、`第二十三条第二款`、`草案31`、`方案20`、`决定七`，或用搜索找词语。',
    'zh-TW':
      '看不懂「{ref}」。可以寫 `23`、`第二十三條第二款`、`草案31`、`方案20`、`決定七`，或用搜尋找詞語。',
    en: 'I cannot read “{ref}” as a reference. Write `23`, `第二十三条第二款`, `草案31`, `方案20` or `决定七`, or use search for words.',
  },
  'reference.no-such-unit': {
    'zh-CN': '《{title}》没有“{ref}”，它从{first}到{last}。',
    'zh-TW': '《{title}》沒有「{ref}」，它從{first}到{last}。',
    en: 'There is no “{ref}” in 《{title}》, which runs from {first} to {last}.',
  },
  'reference.no-such-paragraph': {
    'zh-CN': '{label}只有 {count} 款，没有“{ref}”。',
    'zh-TW': '{label}只有 {count} 款，沒有「{ref}」。',
    en: '{label} has {count} paragraph(s) (款): there is no “{ref}”.',
  },
  'reference.no-such-item': {
    'zh-CN': '{label}只有 {count} 项，没有“{ref}”。',
    'zh-TW': '{label}只有 {count} 項，沒有「{ref}」。',
    en: '{label} has {count} item(s) (项): there is no “{ref}”.',
  },
  'reference.no-items': {
    'zh-CN': '{label}不分项，没有“{ref}”。',
    'zh-TW': '{label}不分項，沒有「{ref}」。',
    en: '{label} has no items (项): there is no “{ref}”.',
  },
  'reference.no-such-document': {
    'zh-CN': '没有“{ref}”所指的文件。现有：{documents}。',
    'zh-TW': '沒有「{ref}」所指的文件。現有：{documents}。',
    en: 'I do not have the document that “{ref}” names. I have: {documents}.',
  },
  'reference.too-long': {
    'zh-CN': '这段文字太长（{length} 个字符），不像条号。请只写条号，或用搜索。',
    'zh-TW': '這段文字太長（{length} 個字元），不像條號。請只寫條號，或用搜尋。',
    en: 'That is too long for a reference ({length} characters). Write the number alone, or use search.',
  },
  'reference.nearest': { 'zh-CN': '最接近的：', 'zh-TW': '最接近的：', en: 'What comes closest:' },

  'search.heading': {
    'zh-CN': '### 搜索：{query}',
    'zh-TW': '### 搜尋：{query}',
    en: '### Search: {query}',
  },
  'search.count': {
    'zh-CN': '共 {total} 处，第 {page}/{pages} 页',
    'zh-TW': '共 {total} 處，第 {page}/{pages} 頁',
    en: '{total} found, page {page} of {pages}',
  },
  'search.hit': {
    'zh-CN': '{name} · {document}（{status}）',
    'zh-TW': '{name} · {document}（{status}）',
    en: '{name} · {document} ({status})',
  },
  'search.none': {
    'zh-CN': '没有找到“{query}”。换个说法、少写几个字，或从目录里看。',
    'zh-TW': '沒有找到「{query}」。換個說法、少寫幾個字，或從目錄裡看。',
    en: 'Nothing found for “{query}”. Try other or fewer words, or browse the outline.',
  },
  'search.empty': {
    'zh-CN': '请写出要找的词语，例如“人才”“概念验证”“高品質發展”。',
    'zh-TW': '請寫出要找的詞語，例如「人才」「概念驗證」「高品質發展」。',
    en: 'Please write the words to look for, such as 人才, 概念验证 or 高品質發展.',
  },
  'search.too-long': {
    'zh-CN': '要找的内容太长：{length} 个字符，最多 {limit} 个。请只写关键的几个词。',
    'zh-TW': '要找的內容太長：{length} 個字元，最多 {limit} 個。請只寫關鍵的幾個詞。',
    en: 'That is too long to search for: {length} characters, at most {limit}. Keep the few words that matter.',
  },
  'search.open': { 'zh-CN': '打开一条…', 'zh-TW': '打開一條…', en: 'Open one…' },
  'search.document.unknown': {
    'zh-CN': '没有“{document}”这份文件。现有：{documents}。',
    'zh-TW': '沒有「{document}」這份文件。現有：{documents}。',
    en: 'I do not have a document “{document}”. I have: {documents}.',
  },
  'search.chapter.unknown': {
    'zh-CN': '《{title}》里没有“{chapter}”。它的章节：{chapters}。',
    'zh-TW': '《{title}》裡沒有「{chapter}」。它的章節：{chapters}。',
    en: 'There is no “{chapter}” in 《{title}》. Its headings: {chapters}.',
  },
  'search.status.unknown': {
    'zh-CN': '没有“{status}”这种效力。',
    'zh-TW': '沒有「{status}」這種效力。',
    en: 'There is no legal status “{status}”.',
  },
  'search.within': { 'zh-CN': '范围：{filters}', 'zh-TW': '範圍：{filters}', en: 'Only in: {filters}' },
  'search.gone': {
    'zh-CN': '这次搜索已经过期。请重新搜索。',
    'zh-TW': '這次搜尋已經過期。請重新搜尋。',
    en: 'This search is no longer kept. Please search again.',
  },

  'page.previous': { 'zh-CN': '◀ 上一页', 'zh-TW': '◀ 上一頁', en: '◀ Previous' },
  'page.next': { 'zh-CN': '下一页 ▶', 'zh-TW': '下一頁 ▶', en: 'Next ▶' },

  'outline.heading': { 'zh-CN': '### 《{title}》', 'zh-TW': '### 《{title}》', en: '### 《{title}》' },
  'outline.counts': {
    'zh-CN': '{divisions} 个章节标题，{units} 条（项）',
    'zh-TW': '{divisions} 個章節標題，{units} 條（項）',
    en: '{divisions} headings, {units} articles or items',
  },
  'outline.captions': {
    'zh-CN': '条旨为本项目所拟，非官方文字；没有条旨的，列出原文开头。',
    'zh-TW': '條旨為本專案所擬，非官方文字；沒有條旨的，列出原文開頭。',
    en: 'Captions are ours, not official text; where there is none, the text’s own opening words are shown.',
  },
  'outline.choose': { 'zh-CN': '看其中一章…', 'zh-TW': '看其中一章…', en: 'Look into one…' },
  'outline.open': { 'zh-CN': '打开一条…', 'zh-TW': '打開一條…', en: 'Open one…' },
  'outline.back': { 'zh-CN': '返回目录', 'zh-TW': '返回目錄', en: 'Back to the outline' },

  'help.heading': { 'zh-CN': '### 条例 · 帮助', 'zh-TW': '### 條例 · 說明', en: '### Tiaoli · help' },
  'help.about': {
    'zh-CN':
      '我用《北京国际科技创新中心建设条例》的原文回答问题，并留意官方网站上新出的配套措施（第七十五条），告诉订阅的频道它落实了哪些条。原文一字不改；凡是我归纳的，都会注明。',
    'zh-TW':
      '我用《北京国际科技创新中心建设条例》的原文回答問題，並留意官方網站上新出的配套措施（第七十五條），告訴訂閱的頻道它落實了哪些條。原文一字不改；凡是我歸納的，都會註明。',
    en: 'I answer with the own words of 《北京国际科技创新中心建设条例》, and watch official sites for the measures made under its Article 75, telling the channels that follow them which articles each carries out. Law text is verbatim; whatever I derive says so.',
  },
  'help.audience.teams': { 'zh-CN': '**查阅**', 'zh-TW': '**查閱**', en: '**Reading**' },
  'help.audience.subscribers': { 'zh-CN': '**订阅**', 'zh-TW': '**訂閱**', en: '**Subscribing**' },
  'help.audience.moderators': { 'zh-CN': '**管理**', 'zh-TW': '**管理**', en: '**Moderating**' },
  'help.command': {
    'zh-CN': '{name} {options}— {description}',
    'zh-TW': '{name} {options}— {description}',
    en: '{name} {options}— {description}',
  },
  'help.documents': { 'zh-CN': '**文件**', 'zh-TW': '**文件**', en: '**Documents**' },
  'help.document': {
    'zh-CN': '《{title}》 — {status}；简称：{aliases}',
    'zh-TW': '《{title}》 — {status}；簡稱：{aliases}',
    en: '《{title}》 — {status}; also called {aliases}',
  },
  'help.more-documents': {
    'zh-CN': '…… 共 {count} 份，其余的用 `/目录` 查找。',
    'zh-TW': '…… 共 {count} 份，其餘的用 `/目錄` 查找。',
    en: '… {count} in all; `/outline` finds the others.',
  },
  'help.watching': {
    'zh-CN': '正在留意 {count} 个官方栏目。',
    'zh-TW': '正在留意 {count} 個官方欄目。',
    en: 'Watching {count} official columns.',
  },
} as const satisfies Messages;
