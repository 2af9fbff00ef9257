import type { Messages } from './message.ts';

/**
 * Names and descriptions of the commands and their options. Names follow Discord's rule (lower case, letters, digits, `-`
 * and `_`, at most 32); descriptions have at most 100 characters.
 */
export const commands = {
  'command.article.name': { 'zh-CN': '条文', 'zh-TW': '條文', en: 'article' },
  'command.article.description': {
    'zh-CN': '查看一条或一款的原文',
    'zh-TW': '查看一條或一款的原文',
    en: "Show an article or a paragraph in the law's own words",
  },
  'command.article.ref.name': { 'zh-CN': '编号', 'zh-TW': '編號', en: 'ref' },
  'command.article.ref.description': {
    'zh-CN': '如 23、第二十三条第二款、草案31、方案20、决定七',
    'zh-TW': '如 23、第二十三條第二款、草案31、方案20、決定七',
    en: 'Such as 23, 23.2, 第二十三条第二款, 草案31, 方案20, 决定七',
  },

  'command.search.name': { 'zh-CN': '搜索', 'zh-TW': '搜尋', en: 'search' },
  'command.search.description': {
    'zh-CN': '在全部文件中搜索，简体繁体皆可',
    'zh-TW': '在全部文件中搜尋，簡體繁體皆可',
    en: 'Search the documents, in Simplified or Traditional Chinese',
  },
  'command.search.query.name': { 'zh-CN': '关键词', 'zh-TW': '關鍵詞', en: 'query' },
  'command.search.query.description': {
    'zh-CN': '要找的词语，可用空格隔开几个',
    'zh-TW': '要找的詞語，可用空格隔開幾個',
    en: 'The words to look for',
  },
  'command.search.document.name': { 'zh-CN': '文件', 'zh-TW': '文件', en: 'document' },
  'command.search.document.description': {
    'zh-CN': '只在这份文件中找',
    'zh-TW': '只在這份文件中找',
    en: 'Look in this document alone',
  },
  'command.search.chapter.name': { 'zh-CN': '章节', 'zh-TW': '章節', en: 'chapter' },
  'command.search.chapter.description': {
    'zh-CN': '只在这一章或节中找，如 第三章（未选文件时指条例）',
    'zh-TW': '只在這一章或節中找，如 第三章（未選文件時指條例）',
    en: 'Look in this chapter or section alone, such as 第三章 (of the ordinance unless you choose a document)',
  },
  'command.search.status.name': { 'zh-CN': '效力', 'zh-TW': '效力', en: 'status' },
  'command.search.status.description': {
    'zh-CN': '只在这种效力的文件中找',
    'zh-TW': '只在這種效力的文件中找',
    en: 'Look in documents of this legal status alone',
  },

  'command.outline.name': { 'zh-CN': '目录', 'zh-TW': '目錄', en: 'outline' },
  'command.outline.description': {
    'zh-CN': '查看文件的章节与各条条旨',
    'zh-TW': '查看文件的章節與各條條旨',
    en: 'Show the chapters of a document and what each article is about',
  },
  'command.outline.document.name': { 'zh-CN': '文件', 'zh-TW': '文件', en: 'document' },
  'command.outline.document.description': {
    'zh-CN': '哪份文件（默认为条例）',
    'zh-TW': '哪份文件（預設為條例）',
    en: 'Which document (the ordinance unless you choose)',
  },

  'command.subscribe.name': { 'zh-CN': '订阅', 'zh-TW': '訂閱', en: 'subscribe' },
  'command.subscribe.description': {
    'zh-CN': '让频道或自己收到新的配套措施',
    'zh-TW': '讓頻道或自己收到新的配套措施',
    en: 'Have a channel, or yourself, told of new implementing measures',
  },
  'command.subscribe.channel.name': { 'zh-CN': '频道', 'zh-TW': '頻道', en: 'channel' },
  'command.subscribe.channel.description': {
    'zh-CN': '发到哪个频道（默认为当前频道）',
    'zh-TW': '發到哪個頻道（預設為目前頻道）',
    en: 'Where to post (this channel unless you choose)',
  },
  'command.subscribe.articles.name': { 'zh-CN': '条文', 'zh-TW': '條文', en: 'articles' },
  'command.subscribe.articles.description': {
    'zh-CN': '只跟踪这些条，如 23、34-36（默认为全部）',
    'zh-TW': '只追蹤這些條，如 23、34-36（預設為全部）',
    en: 'Only measures under these articles, such as 23, 34-36 (all unless you choose)',
  },
  'command.subscribe.me.name': { 'zh-CN': '私信我', 'zh-TW': '私訊我', en: 'me' },
  'command.subscribe.me.description': {
    'zh-CN': '以私信发给自己，而不是频道',
    'zh-TW': '以私訊發給自己，而不是頻道',
    en: 'Send to me in a direct message instead of a channel',
  },
  'command.subscribe.topic.name': { 'zh-CN': '主题', 'zh-TW': '主題', en: 'topic' },
  'command.subscribe.topic.description': {
    'zh-CN': '只跟踪这些主题，内置的或本服务器的',
    'zh-TW': '只追蹤這些主題，內建的或本伺服器的',
    en: 'Only what is about these topics, built-in or of this server',
  },
  'command.subscribe.kinds.name': { 'zh-CN': '类型', 'zh-TW': '類型', en: 'kinds' },
  'command.subscribe.kinds.description': {
    'zh-CN': '只要这些类型，如 措施、征求意见',
    'zh-TW': '只要這些類型，如 措施、徵求意見',
    en: 'Only these kinds, such as measure, consultation',
  },
  'command.subscribe.issuers.name': { 'zh-CN': '机关', 'zh-TW': '機關', en: 'issuers' },
  'command.subscribe.issuers.description': {
    'zh-CN': '只要名称含这些字的机关发布的',
    'zh-TW': '只要名稱含這些字的機關發布的',
    en: 'Only by issuers whose names hold one of these',
  },
  'command.subscribe.mode.name': { 'zh-CN': '方式', 'zh-TW': '方式', en: 'mode' },
  'command.subscribe.mode.description': {
    'zh-CN': '立即，或每日、每周汇总（默认为立即）',
    'zh-TW': '立即，或每日、每週彙總（預設為立即）',
    en: 'At once, or a daily or weekly digest (at once unless you choose)',
  },
  'command.subscribe.at.name': { 'zh-CN': '时间', 'zh-TW': '時間', en: 'at' },
  'command.subscribe.at.description': {
    'zh-CN': '汇总的时间，如 09:00',
    'zh-TW': '彙總的時間，如 09:00',
    en: 'Time of the digest, such as 09:00',
  },
  'command.subscribe.weekday.name': { 'zh-CN': '星期', 'zh-TW': '星期', en: 'weekday' },
  'command.subscribe.weekday.description': {
    'zh-CN': '每周汇总在哪一天',
    'zh-TW': '每週彙總在哪一天',
    en: 'Day of a weekly digest',
  },
  'command.subscribe.at-once.name': { 'zh-CN': '立即类型', 'zh-TW': '立即類型', en: 'at-once' },
  'command.subscribe.at-once.description': {
    'zh-CN': '汇总之外，这些类型仍立即提醒，如 措施',
    'zh-TW': '彙總之外，這些類型仍立即提醒，如 措施',
    en: 'Kinds told at once although the rest waits for the digest, such as measure',
  },
  'command.subscribe.quiet.name': { 'zh-CN': '免打扰', 'zh-TW': '免打擾', en: 'quiet' },
  'command.subscribe.quiet.description': {
    'zh-CN': '免打扰时间，如 22:00-07:00（默认按服务器设置）',
    'zh-TW': '免打擾時間，如 22:00-07:00（預設按伺服器設定）',
    en: 'Quiet hours, such as 22:00-07:00 (as the server says unless you choose)',
  },
  'command.subscribe.workdays.name': { 'zh-CN': '仅工作日', 'zh-TW': '僅工作日', en: 'workdays' },
  'command.subscribe.workdays.description': {
    'zh-CN': '只在工作日发，按国务院放假调休安排',
    'zh-TW': '只在工作日發，按國務院放假調休安排',
    en: 'Only on workdays of the State Council’s calendar, make-up days included',
  },
  'command.subscribe.role.name': { 'zh-CN': '身份组', 'zh-TW': '身分組', en: 'role' },
  'command.subscribe.role.description': {
    'zh-CN': '每次提醒时提及的身份组',
    'zh-TW': '每次提醒時提及的身分組',
    en: 'Role to mention with each alert',
  },
  'command.subscribe.crosspost.name': { 'zh-CN': '发布', 'zh-TW': '發布', en: 'crosspost' },
  'command.subscribe.crosspost.description': {
    'zh-CN': '公告频道：也发布给关注它的服务器',
    'zh-TW': '公告頻道：也發布給關注它的伺服器',
    en: 'Announcement channels: publish to the servers that follow it',
  },
  'command.subscribe.language.name': { 'zh-CN': '语言', 'zh-TW': '語言', en: 'language' },
  'command.subscribe.language.description': {
    'zh-CN': '提醒的语言（默认按服务器设置，或你的语言）',
    'zh-TW': '提醒的語言（預設按伺服器設定，或你的語言）',
    en: 'Language of the alerts (the server’s, or yours, unless you choose)',
  },

  'command.unsubscribe.name': { 'zh-CN': '退订', 'zh-TW': '取消訂閱', en: 'unsubscribe' },
  'command.unsubscribe.description': {
    'zh-CN': '停止一项订阅',
    'zh-TW': '停止一項訂閱',
    en: 'End a subscription',
  },
  'command.unsubscribe.subscription.name': { 'zh-CN': '订阅', 'zh-TW': '訂閱', en: 'subscription' },
  'command.unsubscribe.subscription.description': {
    'zh-CN': '从列表中选择要停止的一项',
    'zh-TW': '從列表中選擇要停止的一項',
    en: 'The one to end, from the list',
  },

  'command.subscriptions.name': { 'zh-CN': '订阅列表', 'zh-TW': '訂閱列表', en: 'subscriptions' },
  'command.subscriptions.description': {
    'zh-CN': '查看本服务器和自己的订阅及其状态',
    'zh-TW': '查看本伺服器和自己的訂閱及其狀態',
    en: "Show this server's and your own subscriptions, and how they fare",
  },

  'command.latest.name': { 'zh-CN': '最新', 'zh-TW': '最新', en: 'latest' },
  'command.latest.description': {
    'zh-CN': '最近发现的配套措施，以及它们落实哪些条',
    'zh-TW': '最近發現的配套措施，以及它們落實哪些條',
    en: 'The measures found last, and the articles they carry out',
  },
  'command.latest.topic.name': { 'zh-CN': '主题', 'zh-TW': '主題', en: 'topic' },
  'command.latest.topic.description': {
    'zh-CN': '只看这个主题的',
    'zh-TW': '只看這個主題的',
    en: 'Of this topic alone',
  },
  'command.latest.kind.name': { 'zh-CN': '类型', 'zh-TW': '類型', en: 'kind' },
  'command.latest.kind.description': {
    'zh-CN': '只看这一类的',
    'zh-TW': '只看這一類的',
    en: 'Of this kind alone',
  },
  'command.latest.issuer.name': { 'zh-CN': '机关', 'zh-TW': '機關', en: 'issuer' },
  'command.latest.issuer.description': {
    'zh-CN': '发文机关名称的一部分，如 海淀、科委',
    'zh-TW': '發文機關名稱的一部分，如 海淀、科委',
    en: 'Part of the issuer’s name, such as 海淀 or 科委',
  },
  'command.latest.articles.name': { 'zh-CN': '条文', 'zh-TW': '條文', en: 'articles' },
  'command.latest.articles.description': {
    'zh-CN': '只看落实这些条的，如 23、34-36',
    'zh-TW': '只看落實這些條的，如 23、34-36',
    en: 'Only those under these articles, such as 23, 34-36',
  },

  'command.help.name': { 'zh-CN': '帮助', 'zh-TW': '說明', en: 'help' },
  'command.help.description': {
    'zh-CN': '我会什么，怎样问我',
    'zh-TW': '我會什麼，怎樣問我',
    en: 'What I can do, and how to ask',
  },

  'option.share.name': { 'zh-CN': '公开', 'zh-TW': '公開', en: 'share' },
  'option.share.description': {
    'zh-CN': '让频道里的人都看到（默认只有你看得到）',
    'zh-TW': '讓頻道裡的人都看到（預設只有你看得到）',
    en: 'Show the answer to everyone here (only you see it unless you choose)',
  },
} as const satisfies Messages;
