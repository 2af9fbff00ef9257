import type { Messages } from './message.ts';

/** Who must do what. */
export const duties = {
  'command.duties.name': { 'zh-CN': '职责', 'zh-TW': '職責', en: 'duties' },
  'command.duties.description': {
    'zh-CN': '谁应当、可以、不得做什么，出自哪一款',
    'zh-TW': '誰應當、可以、不得做什麼，出自哪一款',
    en: 'Who must, may or must not do what, and where it says so',
  },
  'command.duties.body.name': { 'zh-CN': '主体', 'zh-TW': '主體', en: 'body' },
  'command.duties.body.description': {
    'zh-CN': '如 市科委、经信局、海淀区、高校（不填则列出全部主体）',
    'zh-TW': '如 市科委、經信局、海淀區、高校（不填則列出全部主體）',
    en: 'Such as 市科委, 经信局, 海淀区, 高校 (all bodies unless you choose)',
  },
  'command.duties.document.name': { 'zh-CN': '文件', 'zh-TW': '文件', en: 'document' },
  'command.duties.document.description': {
    'zh-CN': '哪份文件（默认为条例）',
    'zh-TW': '哪份文件（預設為條例）',
    en: 'Which document (the ordinance unless you choose)',
  },

  'duties.bodies.heading': {
    'zh-CN': '### 《{title}》对谁作了规定',
    'zh-TW': '### 《{title}》對誰作了規定',
    en: '### Whom 《{title}》 speaks to',
  },
  'duties.bodies.line': {
    'zh-CN': '**{body}** {count} 项',
    'zh-TW': '**{body}** {count} 項',
    en: '**{body}** {count}',
  },
  'duties.bodies.choice': {
    'zh-CN': '{body}（{count}）',
    'zh-TW': '{body}（{count}）',
    en: '{body} ({count})',
  },
  'duties.bodies.choose': { 'zh-CN': '选择主体', 'zh-TW': '選擇主體', en: 'Choose a body' },
  'duties.bodies.unaddressed': {
    'zh-CN': '没有写明主体的规定：{labels}',
    'zh-TW': '沒有寫明主體的規定：{labels}',
    en: 'Norms that name nobody: {labels}',
  },
  'duties.bodies.none': {
    'zh-CN': '《{title}》里没有读出写明主体的规定。',
    'zh-TW': '《{title}》裡沒有讀出寫明主體的規定。',
    en: 'I find no norm in 《{title}》 that says whom it binds.',
  },

  'duties.heading': {
    'zh-CN': '### {bodies} · {count} 项',
    'zh-TW': '### {bodies} · {count} 項',
    en: '### {bodies} · {count}',
  },
  'duties.place': {
    'zh-CN': '《{title}》 · {status}',
    'zh-TW': '《{title}》 · {status}',
    en: '《{title}》 · {status}',
  },
  'duties.meant': {
    'zh-CN': '“{asked}”在法规里写作“{bodies}”。',
    'zh-TW': '「{asked}」在法規裡寫作「{bodies}」。',
    en: '“{asked}” is called “{bodies}” in the text.',
  },
  'duties.official': {
    'zh-CN': '现行正式名称：{official}',
    'zh-TW': '現行正式名稱：{official}',
    en: 'Its official name today: {official}',
  },
  'duties.line': {
    'zh-CN': '• **{label}**〔{modal}〕{action}',
    'zh-TW': '• **{label}**〔{modal}〕{action}',
    en: '• **{label}** [{modal}] {action}',
  },
  'duties.line.of': {
    'zh-CN': '{line}（{marks}）',
    'zh-TW': '{line}（{marks}）',
    en: '{line} ({marks})',
  },
  'duties.joins': { 'zh-CN': '受邀会同', 'zh-TW': '受邀會同', en: 'called in to act together' },
  'duties.unstated': {
    'zh-CN': '条文未写明主体',
    'zh-TW': '條文未寫明主體',
    en: 'the text names nobody',
  },
  'duties.derived': {
    'zh-CN':
      '由程序从条文析出：〔〕内是力度，“直述”指条文直接陈述；其后是省去主体和“应当”等词的原文。请以整条为准。',
    'zh-TW':
      '由程式從條文析出：〔〕內是力度，「直述」指條文直接陳述；其後是省去主體和「應當」等詞的原文。請以整條為準。',
    en: 'Drawn from the text by a program: how strongly ([直述] where the text merely states), then its own words less the actor and 应当 or the like. The whole article counts.',
  },
  'duties.elsewhere': {
    'zh-CN': '其他文件中也有：{documents}',
    'zh-TW': '其他文件中也有：{documents}',
    en: 'Also in other documents: {documents}',
  },
  'duties.elsewhere.document': {
    'zh-CN': '《{title}》{count} 项',
    'zh-TW': '《{title}》{count} 項',
    en: '《{title}》 {count}',
  },
  'duties.others': {
    'zh-CN': '名称相近的主体：{bodies}',
    'zh-TW': '名稱相近的主體：{bodies}',
    en: 'Bodies of like names: {bodies}',
  },
  'duties.none': {
    'zh-CN': '《{title}》没有直接写给“{asked}”的规定。',
    'zh-TW': '《{title}》沒有直接寫給「{asked}」的規定。',
    en: '《{title}》 says nothing to “{asked}” by name.',
  },
  'duties.unknown': {
    'zh-CN': '不认识“{asked}”这个主体。可以写 `市科委`、`经信局`、`海淀区`、`高校`，或不填看全部。',
    'zh-TW': '不認識「{asked}」這個主體。可以寫 `市科委`、`經信局`、`海淀區`、`高校`，或不填看全部。',
    en: 'I know no body called “{asked}”. Write `市科委`, `经信局`, `海淀区` or `高校`, or nothing to see them all.',
  },
  'duties.perhaps': { 'zh-CN': '也许是：{bodies}', 'zh-TW': '也許是：{bodies}', en: 'Perhaps: {bodies}' },
  'duties.open': { 'zh-CN': '看原文', 'zh-TW': '看原文', en: 'Show the text' },
} as const satisfies Messages;
