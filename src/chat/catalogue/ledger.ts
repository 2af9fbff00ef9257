import type { Messages } from './message.ts';

/** The ledger: what carries out an article, and how far the ordinance is carried out. */
export const ledger = {
  'command.measures.name': { 'zh-CN': '配套', 'zh-TW': '配套', en: 'measures' },
  'command.measures.description': {
    'zh-CN': '落实某一条的文件，新的在前，附依据和官方链接',
    'zh-TW': '落實某一條的文件，新的在前，附依據和官方連結',
    en: 'What carries out an article, newest first, with evidence and official links',
  },
  'command.measures.article.name': { 'zh-CN': '条号', 'zh-TW': '條號', en: 'article' },
  'command.measures.article.description': {
    'zh-CN': '如 34；不填则列出全部',
    'zh-TW': '如 34；不填則列出全部',
    en: 'Such as 34; all articles when left out',
  },
  'command.measures.export.name': { 'zh-CN': '导出', 'zh-TW': '匯出', en: 'export' },
  'command.measures.export.description': {
    'zh-CN': '作为文件导出全部结果',
    'zh-TW': '作為檔案匯出全部結果',
    en: 'Get all of it as a file',
  },
  'export.csv': { 'zh-CN': 'CSV（表格软件）', 'zh-TW': 'CSV（試算表）', en: 'CSV (spreadsheets)' },
  'export.json': { 'zh-CN': 'JSON（程序）', 'zh-TW': 'JSON（程式）', en: 'JSON (programs)' },
  'export.done': {
    'zh-CN': '已导出 {count} 份文件。条文关联由本机器人推断，以官方页面为准。',
    'zh-TW': '已匯出 {count} 份文件。條文關聯由本機器人推斷，以官方頁面為準。',
    en: 'Exported {count} documents. The links to articles are derived by this bot; the official pages prevail.',
  },

  'measures.heading': {
    'zh-CN': '### 配套文件',
    'zh-TW': '### 配套文件',
    en: '### Follow-ups and earlier documents',
  },
  'measures.heading.article': {
    'zh-CN': '### 落实{label}的文件 · {caption}',
    'zh-TW': '### 落實{label}的文件 · {caption}',
    en: '### What carries out {label} · {caption}',
  },
  'measures.counts': {
    'zh-CN': '条例施行后 {followUps} 份，施行前同一事项 {earlier} 份',
    'zh-TW': '條例施行後 {followUps} 份，施行前同一事項 {earlier} 份',
    en: '{followUps} since the ordinance took effect, {earlier} before it on the same subject',
  },
  'measures.follow-ups': {
    'zh-CN': '**条例施行后（配套文件）**',
    'zh-TW': '**條例施行後（配套文件）**',
    en: '**Since the ordinance took effect (follow-ups)**',
  },
  'measures.earlier': {
    'zh-CN': '**条例施行前（同一事项）**',
    'zh-TW': '**條例施行前（同一事項）**',
    en: '**Before the ordinance took effect (same subject)**',
  },
  'measures.none': {
    'zh-CN': '还没有发现落实{label}（{caption}）的文件。发现后会出现在这里；用 `/订阅` 可以在第一时间收到。',
    'zh-TW': '還沒有發現落實{label}（{caption}）的文件。發現後會出現在這裡；用 `/訂閱` 可以在第一時間收到。',
    en: 'Nothing found yet that carries out {label} ({caption}). It will appear here; with `/subscribe` you are told at once.',
  },
  'measures.one-article': {
    'zh-CN': '一次只能看一条，例如 `34`。',
    'zh-TW': '一次只能看一條，例如 `34`。',
    en: 'Name one article alone, such as `34`.',
  },

  'command.coverage.name': { 'zh-CN': '落实情况', 'zh-TW': '落實情況', en: 'coverage' },
  'command.coverage.description': {
    'zh-CN': '76 条各有多少配套文件：图、逐条、各区、各部门',
    'zh-TW': '76 條各有多少配套文件：圖、逐條、各區、各部門',
    en: 'How many measures each of the 76 articles has: as a picture, by article, place or department',
  },
  'command.coverage.by.name': { 'zh-CN': '方式', 'zh-TW': '方式', en: 'by' },
  'command.coverage.by.description': {
    'zh-CN': '图（默认）、逐条、各区或各部门',
    'zh-TW': '圖（預設）、逐條、各區或各部門',
    en: 'A picture (unless said otherwise), article, place or department',
  },
  'coverage.by.picture': { 'zh-CN': '图', 'zh-TW': '圖', en: 'picture' },
  'coverage.by.articles': { 'zh-CN': '逐条', 'zh-TW': '逐條', en: 'article by article' },
  'coverage.by.places': { 'zh-CN': '市与各区', 'zh-TW': '市與各區', en: 'city and districts' },
  'coverage.by.departments': { 'zh-CN': '各部门', 'zh-TW': '各部門', en: 'departments' },

  'coverage.heading': {
    'zh-CN': '### 《北京国际科技创新中心建设条例》落实情况',
    'zh-TW': '### 《北京國際科技創新中心建設條例》落實情況',
    en: '### How far the ordinance is carried out',
  },
  'coverage.totals': {
    'zh-CN':
      '截至 {day}：{withDuty} 条规定了义务，其中 {carriedOut} 条已有配套文件。条例施行后共 {followUps} 份，施行前同一事项 {earlier} 份。',
    'zh-TW':
      '截至 {day}：{withDuty} 條規定了義務，其中 {carriedOut} 條已有配套文件。條例施行後共 {followUps} 份，施行前同一事項 {earlier} 份。',
    en: 'As of {day}: of {withDuty} articles that oblige somebody {carriedOut} have a follow-up. {followUps} documents since the ordinance took effect, {earlier} before it on the same subjects.',
  },
  'coverage.note': {
    'zh-CN': '只统计本机器人读到的官方来源；没有读到不等于没有制定。条文关联由本机器人推断，以官方页面为准。',
    'zh-TW': '只統計本機器人讀到的官方來源；沒有讀到不等於沒有制定。條文關聯由本機器人推斷，以官方頁面為準。',
    en: 'Only the official sources this bot reads are counted; what it has not read may exist all the same. The links to articles are derived; the official pages prevail.',
  },
  'coverage.chapter': {
    'zh-CN': '**{label} {title}** · {covered}/{articles} 条已有',
    'zh-TW': '**{label} {title}** · {covered}/{articles} 條已有',
    en: '**{label} {title}** · {covered} of {articles} articles',
  },
  'coverage.article': {
    'zh-CN': '{label} {caption}：{followUps} 份，最近 {newest}',
    'zh-TW': '{label} {caption}：{followUps} 份，最近 {newest}',
    en: '{label} {caption}: {followUps}, newest {newest}',
  },
  'coverage.article.earlier': {
    'zh-CN': '{label} {caption}：施行后尚无（{days} 天），施行前 {earlier} 份',
    'zh-TW': '{label} {caption}：施行後尚無（{days} 天），施行前 {earlier} 份',
    en: '{label} {caption}: none since ({days} days), {earlier} before',
  },
  'coverage.article.preparing': {
    'zh-CN': '{label} {caption}：征求意见中 {preparing} 份',
    'zh-TW': '{label} {caption}：徵求意見中 {preparing} 份',
    en: '{label} {caption}: {preparing} under consultation',
  },
  'coverage.without': {
    'zh-CN': '有义务、尚无：{labels}（{days} 天）',
    'zh-TW': '有義務、尚無：{labels}（{days} 天）',
    en: 'With a duty and none yet: {labels} ({days} days)',
  },
  'coverage.no-duty': {
    'zh-CN': '无义务条款、尚无：{labels}',
    'zh-TW': '無義務條款、尚無：{labels}',
    en: 'Without a duty, none yet: {labels}',
  },
  'coverage.place': {
    'zh-CN': '**{name}**：{followUps} 份，涉及 {articles} 条，最近 {newest}（{days} 天前）',
    'zh-TW': '**{name}**：{followUps} 份，涉及 {articles} 條，最近 {newest}（{days} 天前）',
    en: '**{name}**: {followUps} on {articles} articles, newest {newest} ({days} days ago)',
  },
  'coverage.place.none': {
    'zh-CN': '尚无：{names}（{days} 天）',
    'zh-TW': '尚無：{names}（{days} 天）',
    en: 'None yet: {names} ({days} days)',
  },
  'articles.one': { 'zh-CN': '第{numbers}条', 'zh-TW': '第{numbers}條', en: 'Article {numbers}' },
  'articles.several': { 'zh-CN': '第{numbers}条', 'zh-TW': '第{numbers}條', en: 'Articles {numbers}' },
  'coverage.place.市': { 'zh-CN': '市级', 'zh-TW': '市級', en: 'the city' },
  'coverage.place.国家': { 'zh-CN': '国家级', 'zh-TW': '國家級', en: 'the state' },
  'coverage.department': {
    'zh-CN': '**{name}**：{followUps} 份；承担义务 {duties} 条，尚无 {open}',
    'zh-TW': '**{name}**：{followUps} 份；承擔義務 {duties} 條，尚無 {open}',
    en: '**{name}**: {followUps}; obliged by {duties} articles, none yet for {open}',
  },
  'coverage.department.done': { 'zh-CN': '—', 'zh-TW': '—', en: '—' },

  'picture.subtitle': {
    'zh-CN': '截至 {day}：{withDuty} 条规定了义务，{carriedOut} 条已有配套文件；条例施行后共 {followUps} 份',
    'zh-TW': '截至 {day}：{withDuty} 條規定了義務，{carriedOut} 條已有配套文件；條例施行後共 {followUps} 份',
    en: 'As of {day}: {withDuty} articles with a duty, {carriedOut} of them carried out; {followUps} documents in all',
  },
  'picture.title': {
    'zh-CN': '《北京国际科技创新中心建设条例》落实情况',
    'zh-TW': '《北京國際科技創新中心建設條例》落實情況',
    en: 'How far the Beijing innovation centre ordinance is carried out',
  },
  'picture.places': { 'zh-CN': '市与各区', 'zh-TW': '市與各區', en: 'City and districts' },
  'picture.count': { 'zh-CN': '{count} 份', 'zh-TW': '{count} 份', en: '{count}' },
  'picture.no-duty': { 'zh-CN': '无义务条款', 'zh-TW': '無義務條款', en: 'no duty' },
  'picture.days': { 'zh-CN': '{days} 天尚无', 'zh-TW': '{days} 天尚無', en: 'none for {days} days' },
  'picture.preparing': {
    'zh-CN': '征求意见中 {count} 份',
    'zh-TW': '徵求意見中 {count} 份',
    en: '{count} in consultation',
  },
  'picture.article': { 'zh-CN': '第 {number} 条', 'zh-TW': '第 {number} 條', en: 'Article {number}' },
  'picture.legend.none': {
    'zh-CN': '有义务，尚无配套文件',
    'zh-TW': '有義務，尚無配套文件',
    en: 'a duty, and none yet',
  },
  'picture.legend.noDuty': {
    'zh-CN': '无义务条款，尚无',
    'zh-TW': '無義務條款，尚無',
    en: 'no duty, none yet',
  },
  'picture.legend.few': { 'zh-CN': '已有 1–2 份', 'zh-TW': '已有 1–2 份', en: '1 or 2' },
  'picture.legend.many': { 'zh-CN': '3 份及以上', 'zh-TW': '3 份及以上', en: '3 and more' },
  'picture.derived': {
    'zh-CN': '由机器人从读到的官方来源推断，以官方页面为准',
    'zh-TW': '由機器人從讀到的官方來源推斷，以官方頁面為準',
    en: 'Derived by the bot from the official sources it reads; the official pages prevail',
  },
  'picture.alt.chapter': {
    'zh-CN': '{label} {title}：{articles} 条中 {covered} 条已有配套文件',
    'zh-TW': '{label} {title}：{articles} 條中 {covered} 條已有配套文件',
    en: '{label} {title}: {covered} of {articles} articles carried out',
  },

  'feed.atom.title': {
    'zh-CN': '《北京国际科技创新中心建设条例》配套文件',
    'zh-TW': '《北京國際科技創新中心建設條例》配套文件',
    en: 'Follow-ups of the Beijing innovation centre ordinance',
  },
  'feed.atom.subtitle': {
    'zh-CN': '条例施行后发布、落实其条文的文件；条文关联由机器人推断，以官方页面为准。',
    'zh-TW': '條例施行後發布、落實其條文的文件；條文關聯由機器人推斷，以官方頁面為準。',
    en: 'Documents that carry out the ordinance, published since it took effect; the links to articles are derived.',
  },
  'feed.atom.no-such-article': {
    'zh-CN': '条例没有第 {article} 条。',
    'zh-TW': '條例沒有第 {article} 條。',
    en: 'The ordinance has no Article {article}.',
  },
  'cli.measures.line': {
    'zh-CN': '{date}  {title}\n    {facts}\n    {url}',
    'zh-TW': '{date}  {title}\n    {facts}\n    {url}',
    en: '{date}  {title}\n    {facts}\n    {url}',
  },
  'cli.measures.none': {
    'zh-CN': '还没有记录到文件。',
    'zh-TW': '還沒有記錄到文件。',
    en: 'No measures are recorded yet.',
  },
} as const satisfies Messages;
