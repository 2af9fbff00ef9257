import type { Messages } from './message.ts';

/** Settling what is doubtful, and what was settled. */
export const review = {
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
} as const satisfies Messages;
