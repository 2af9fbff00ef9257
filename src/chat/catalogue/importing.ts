import type { FaultCode, valueTypes } from '../../ledger/transfer/fault.ts';
import type { Message } from './message.ts';

/** What is wrong with a file to be imported, and what is expected of a value in it. */
export const importing = {
  'import.fault': { 'zh-CN': '{where}：{fault}', 'zh-TW': '{where}：{fault}', en: '{where}: {fault}' },
  'import.fault.above': { 'zh-CN': '最大是 {most}', 'zh-TW': '最大是 {most}', en: 'it is at most {most}' },
  'import.fault.bad-id': {
    'zh-CN': '要写 Discord 的 ID：只有数字，外加引号',
    'zh-TW': '要寫 Discord 的 ID：只有數字，外加引號',
    en: 'an id of Discord is expected: digits alone, in quotes',
  },
  'import.fault.bad-selector': {
    'zh-CN': '选择器不能用 :has、:not 之类的写法',
    'zh-TW': '選擇器不能用 :has、:not 之類的寫法',
    en: 'a selector does without :has, :not and the like',
  },
  'import.fault.bad-time': {
    'zh-CN': '要写时刻，如 09:00',
    'zh-TW': '要寫時刻，如 09:00',
    en: 'a time is expected, such as 09:00',
  },
  'import.fault.bad-url': {
    'zh-CN': '要写完整的网址，以 http:// 或 https:// 开头',
    'zh-TW': '要寫完整的網址，以 http:// 或 https:// 開頭',
    en: 'a complete URL is expected; it starts with http:// or https://',
  },
  'import.fault.bad-zone': {
    'zh-CN': '没有这个时区；如 Asia/Shanghai',
    'zh-TW': '沒有這個時區；如 Asia/Shanghai',
    en: 'there is no such time zone; one is Asia/Shanghai',
  },
  'import.fault.below': {
    'zh-CN': '最小是 {least}',
    'zh-TW': '最小是 {least}',
    en: 'it is at least {least}',
  },
  'import.fault.choice': {
    'zh-CN': '只能是：{options}',
    'zh-TW': '只能是：{options}',
    en: 'it can be: {options}',
  },
  'import.fault.empty': { 'zh-CN': '不能是空的', 'zh-TW': '不能是空的', en: 'it cannot be empty' },
  'import.fault.everyone': {
    'zh-CN': '不能是所有人（@everyone）',
    'zh-TW': '不能是所有人（@everyone）',
    en: 'it cannot be @everyone',
  },
  'import.fault.key-twice': {
    'zh-CN': '第 {line} 行第 {column} 列：“{key}”写了两次',
    'zh-TW': '第 {line} 行第 {column} 欄：「{key}」寫了兩次',
    en: 'line {line}, column {column}: “{key}” comes twice',
  },
  'import.fault.limit': {
    'zh-CN': '会有 {count} 项，一个服务器最多 {most} 项',
    'zh-TW': '會有 {count} 項，一個伺服器最多 {most} 項',
    en: 'there would be {count}; a server may have {most}',
  },
  'import.fault.missing': {
    'zh-CN': '没有写，这一项不能少',
    'zh-TW': '沒有寫，這一項不能少',
    en: 'it is missing',
  },
  'import.fault.no-article': {
    'zh-CN': '条例没有第 {article} 条',
    'zh-TW': '條例沒有第 {article} 條',
    en: 'the ordinance has no article {article}',
  },
  'import.fault.no-channel': {
    'zh-CN': '本服务器没有能发消息的频道 {channel}',
    'zh-TW': '本伺服器沒有能發訊息的頻道 {channel}',
    en: 'this server has no channel {channel} that messages can go to',
  },
  'import.fault.no-source': {
    'zh-CN': '共用的栏目里没有“{source}”',
    'zh-TW': '共用的欄目裡沒有「{source}」',
    en: '“{source}” is no source of everybody’s',
  },
  'import.fault.no-topic': {
    'zh-CN': '没有主题“{topic}”',
    'zh-TW': '沒有主題「{topic}」',
    en: 'there is no topic “{topic}”',
  },
  'import.fault.opml-none': {
    'zh-CN': '这不是 OPML，或里面什么也没有',
    'zh-TW': '這不是 OPML，或裡面什麼也沒有',
    en: 'this is no OPML, or nothing is in it',
  },
  'import.fault.opml-no-address': {
    'zh-CN': 'OPML 里没有任何网址',
    'zh-TW': 'OPML 裡沒有任何網址',
    en: 'no outline of this OPML names an address',
  },
  'import.fault.refused': {
    'zh-CN': '不会访问这个网址：{cause}',
    'zh-TW': '不會存取這個網址：{cause}',
    en: 'this address is not visited: {cause}',
  },
  'import.fault.shape': { 'zh-CN': '写法不对', 'zh-TW': '寫法不對', en: 'it is not written as it should be' },
  'import.fault.thresholds-cross': {
    'zh-CN': '审核阈值（review）不能高于提醒阈值（tell）',
    'zh-TW': '審核門檻（review）不能高於提醒門檻（tell）',
    en: 'review is at most tell',
  },
  'import.fault.too-long': {
    'zh-CN': '太长，最多 {most} 个字',
    'zh-TW': '太長，最多 {most} 個字',
    en: 'it is too long; {most} characters at most',
  },
  'import.fault.too-many': {
    'zh-CN': '太多，最多 {most} 项',
    'zh-TW': '太多，最多 {most} 項',
    en: 'there are too many; {most} at most',
  },
  'import.fault.topic': { 'zh-CN': '{fault}', 'zh-TW': '{fault}', en: '{fault}' },
  'import.fault.topic-followed': {
    'zh-CN': '频道 {channel} 的订阅还在关注一个会删除的主题',
    'zh-TW': '頻道 {channel} 的訂閱還在追蹤一個會刪除的主題',
    en: 'a subscription in channel {channel} follows a topic that would go',
  },
  'import.fault.twice': {
    'zh-CN': '和前面的一项重复',
    'zh-TW': '和前面的一項重複',
    en: 'it is the same as one before it',
  },
  'import.fault.type': {
    'zh-CN': '这里要写{expected}',
    'zh-TW': '這裡要寫{expected}',
    en: '{expected} is expected',
  },
  'import.fault.unknown-field': {
    'zh-CN': '不认识这里的：{fields}',
    'zh-TW': '不認得這裡的：{fields}',
    en: 'unknown here: {fields}',
  },
  'import.fault.yaml': {
    'zh-CN': '第 {line} 行第 {column} 列：不是 YAML 的写法',
    'zh-TW': '第 {line} 行第 {column} 欄：不是 YAML 的寫法',
    en: 'line {line}, column {column}: this is not YAML',
  },
  'import.fault.yaml-aliases': {
    'zh-CN': '别名（*）太多，或指向没有的内容',
    'zh-TW': '別名（*）太多，或指向沒有的內容',
    en: 'it has too many aliases (*), or one of nothing',
  },
  'import.fault.yaml-deep': { 'zh-CN': '层次太深', 'zh-TW': '層次太深', en: 'it is nested too deeply' },
  'import.fault.yaml-documents': {
    'zh-CN': '第 {line} 行第 {column} 列：一个文件里只能有一份 YAML',
    'zh-TW': '第 {line} 行第 {column} 欄：一個檔案裡只能有一份 YAML',
    en: 'line {line}, column {column}: a second document begins; one is expected',
  },
  'import.fault.yaml-indent': {
    'zh-CN': '第 {line} 行第 {column} 列：缩进不对，或括号没有合上',
    'zh-TW': '第 {line} 行第 {column} 欄：縮排不對，或括號沒有合上',
    en: 'line {line}, column {column}: the indentation is wrong, or a bracket is not closed',
  },
  'import.fault.yaml-mark': {
    'zh-CN': '第 {line} 行第 {column} 列：少了引号、逗号之类的符号',
    'zh-TW': '第 {line} 行第 {column} 欄：少了引號、逗號之類的符號',
    en: 'line {line}, column {column}: a quotation mark, a comma or the like is missing',
  },
  'import.fault.yaml-tab': {
    'zh-CN': '第 {line} 行第 {column} 列：缩进要用空格，不能用 Tab',
    'zh-TW': '第 {line} 行第 {column} 欄：縮排要用空格，不能用 Tab',
    en: 'line {line}, column {column}: indent with blanks, not with tabs',
  },
  'import.type.array': { 'zh-CN': '列表', 'zh-TW': '列表', en: 'a list' },
  'import.type.boolean': { 'zh-CN': 'true 或 false', 'zh-TW': 'true 或 false', en: 'true or false' },
  'import.type.int': { 'zh-CN': '整数', 'zh-TW': '整數', en: 'a whole number' },
  'import.type.number': { 'zh-CN': '数', 'zh-TW': '數', en: 'a number' },
  'import.type.object': {
    'zh-CN': '“名称: 值”的各项',
    'zh-TW': '「名稱: 值」的各項',
    en: 'an object (name: value)',
  },
  'import.type.string': {
    'zh-CN': '文字（数字要加引号）',
    'zh-TW': '文字（數字要加引號）',
    en: 'text (digits in quotes)',
  },
} as const satisfies Readonly<
  Record<'import.fault' | `import.fault.${FaultCode}` | `import.type.${(typeof valueTypes)[number]}`, Message>
>;
