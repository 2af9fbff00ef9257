import type { Messages } from './message.ts';

/** What the operator is told: at start-up, and by the command line. */
export const operator = {
  'config.heading': {
    'zh-CN': '配置有误，没有启动：',
    'zh-TW': '設定有誤，沒有啟動：',
    en: 'The configuration is not valid; nothing was started:',
  },
  'config.line': {
    'zh-CN': '  {name}：{problem}',
    'zh-TW': '  {name}：{problem}',
    en: '  {name}: {problem}',
  },
  'config.url': {
    'zh-CN': '“{value}”不是 http(s) 网址',
    'zh-TW': '「{value}」不是 http(s) 網址',
    en: '"{value}" is not an http(s) URL',
  },
  'config.database-url': {
    'zh-CN': '应为 file:路径 或 postgres://…（现为“{value}”）',
    'zh-TW': '應為 file:路徑 或 postgres://…（現為「{value}」）',
    en: 'must be file:PATH or postgres://… (is "{value}")',
  },
  'config.cache-url': {
    'zh-CN': '应为 memory 或 redis://…',
    'zh-TW': '應為 memory 或 redis://…',
    en: 'must be memory or redis://…',
  },
  'config.cache-later': {
    'zh-CN': '还不支持 redis://，请写 memory 或留空',
    'zh-TW': '還不支援 redis://，請寫 memory 或留空',
    en: 'redis:// is not supported yet; write memory, or leave it empty',
  },
  'config.cron': {
    'zh-CN': '“{value}”不是 cron 表达式，例如 */10 * * * *',
    'zh-TW': '「{value}」不是 cron 運算式，例如 */10 * * * *',
    en: '"{value}" is not a cron expression, such as */10 * * * *',
  },
  'config.hosts': {
    'zh-CN': '“{value}”不是 主机 或 主机:端口，用逗号隔开',
    'zh-TW': '「{value}」不是 主機 或 主機:連接埠，用逗號隔開',
    en: '"{value}" is not host or host:port; separate several with commas',
  },
  'config.port': {
    'zh-CN': '“{value}”不是 0 至 65535 的端口号',
    'zh-TW': '「{value}」不是 0 至 65535 的連接埠號',
    en: '"{value}" is not a port number from 0 to 65535',
  },
  'config.log-level': {
    'zh-CN': '“{value}”应为 fatal、error、warn、info、debug、trace、silent 之一',
    'zh-TW': '「{value}」應為 fatal、error、warn、info、debug、trace、silent 之一',
    en: '"{value}" must be one of fatal, error, warn, info, debug, trace, silent',
  },
  'config.token': {
    'zh-CN':
      '不像 Discord 机器人令牌（不应有空格或引号）。在 Discord 开发者后台的 Bot 页面复制它；留空则在沙盒中启动',
    'zh-TW':
      '不像 Discord 機器人權杖（不應有空格或引號）。在 Discord 開發者後台的 Bot 頁面複製它；留空則在沙盒中啟動',
    en: 'does not look like a Discord bot token (no spaces or quotes). Copy it from the Bot page of the Discord developer portal; leave it empty to start in the sandbox',
  },

  'config.directory': {
    'zh-CN': '读不到文件夹“{value}”',
    'zh-TW': '讀不到資料夾「{value}」',
    en: 'cannot read the folder "{value}"',
  },

  'texts.reading': {
    'zh-CN': '正在读入文件：{done}/{total}',
    'zh-TW': '正在讀入文件：{done}/{total}',
    en: 'reading the texts: {done} of {total}',
  },
  'texts.bar': {
    'zh-CN': '读入文件 {bar} {done}/{total}',
    'zh-TW': '讀入文件 {bar} {done}/{total}',
    en: 'Reading the texts {bar} {done}/{total}',
  },
  'texts.left-out': {
    'zh-CN': '没有读入“{file}”：{message}',
    'zh-TW': '沒有讀入「{file}」：{message}',
    en: '"{file}" was left out: {message}',
  },

  'start.token-refused': {
    'zh-CN': 'DISCORD_TOKEN：Discord 不接受这个令牌。请在开发者后台的 Bot 页面重置并更新它。',
    'zh-TW': 'DISCORD_TOKEN：Discord 不接受這個權杖。請在開發者後台的 Bot 頁面重設並更新它。',
    en: 'DISCORD_TOKEN: Discord does not accept this token. Reset it on the Bot page of the developer portal and update it.',
  },
  'start.intents-refused': {
    'zh-CN': 'Discord 拒绝了连接方式（intents）。请确认机器人没有被停用，然后重新启动。',
    'zh-TW': 'Discord 拒絕了連線方式（intents）。請確認機器人沒有被停用，然後重新啟動。',
    en: 'Discord refused the intents of this connection. Check that the bot is not disabled, then start again.',
  },
  'store.bad-url': {
    'zh-CN': '“{path}”不是数据库地址，应为 file:路径',
    'zh-TW': '「{path}」不是資料庫位址，應為 file:路徑',
    en: '"{path}" is not the address of a database; write file:PATH',
  },
  'store.unsupported-yet': {
    'zh-CN': '还不支持这种数据库（{path}），请用 file:路径',
    'zh-TW': '還不支援這種資料庫（{path}），請用 file:路徑',
    en: 'this kind of database ({path}) is not supported yet; write file:PATH',
  },
  'store.is-directory': {
    'zh-CN': '“{path}”是文件夹，请写出其中的文件名',
    'zh-TW': '「{path}」是資料夾，請寫出其中的檔案名稱',
    en: '"{path}" is a folder; name a file in it',
  },
  'store.not-a-directory': {
    'zh-CN': '“{path}”的上级不是文件夹',
    'zh-TW': '「{path}」的上層不是資料夾',
    en: 'what "{path}" should lie in is not a folder',
  },
  'store.no-permission': {
    'zh-CN': '没有读写“{path}”的权限',
    'zh-TW': '沒有讀寫「{path}」的權限',
    en: 'may not read and write "{path}"; grant it, or choose another path',
  },
  'store.read-only': {
    'zh-CN': '“{path}”只读，请换一个可以写的位置',
    'zh-TW': '「{path}」唯讀，請換一個可以寫的位置',
    en: '"{path}" is read-only; choose a place that can be written',
  },
  'store.disk-full': {
    'zh-CN': '“{path}”所在的磁盘已满',
    'zh-TW': '「{path}」所在的磁碟已滿',
    en: 'the disk of "{path}" is full',
  },
  'store.not-a-database': {
    'zh-CN': '“{path}”不是数据库文件，没有改动它；请换一个路径',
    'zh-TW': '「{path}」不是資料庫檔案，沒有更動它；請換一個路徑',
    en: '"{path}" is not a database; it was left as it is. Choose another path',
  },
  'store.damaged': {
    'zh-CN': '数据库“{path}”已损坏，请从备份恢复（{detail}）',
    'zh-TW': '資料庫「{path}」已損壞，請從備份還原（{detail}）',
    en: 'the database "{path}" is damaged; restore it from a backup ({detail})',
  },
  'store.foreign': {
    'zh-CN': '“{path}”是另一个程序的数据库，没有改动它；请换一个路径',
    'zh-TW': '「{path}」是另一個程式的資料庫，沒有更動它；請換一個路徑',
    en: '"{path}" is the database of another program; it was left as it is. Choose another path',
  },
  'store.newer-schema': {
    'zh-CN': '“{path}”由更新版本的 Tiaoli 写成，请升级后再启动',
    'zh-TW': '「{path}」由較新版本的 Tiaoli 寫成，請升級後再啟動',
    en: '"{path}" was written by a newer Tiaoli; upgrade before you start',
  },
  'store.in-use': {
    'zh-CN': '“{path}”正被另一个 Tiaoli 使用；先停止它，或换一个路径',
    'zh-TW': '「{path}」正被另一個 Tiaoli 使用；先停止它，或換一個路徑',
    en: '"{path}" is in use by another Tiaoli; stop that one first, or choose another path',
  },
  'store.exists': {
    'zh-CN': '“{path}”已经存在，没有覆盖它；请换一个文件名',
    'zh-TW': '「{path}」已經存在，沒有覆寫它；請換一個檔案名稱',
    en: '"{path}" exists and was not overwritten; choose another file name',
  },
  'store.of-sandbox': {
    'zh-CN': '这个数据库属于沙盒，其中的频道在 Discord 上不存在；请换一个路径，或删除它',
    'zh-TW': '這個資料庫屬於沙盒，其中的頻道在 Discord 上不存在；請換一個路徑，或刪除它',
    en: 'this database belongs to the sandbox, whose channels mean nothing to Discord; choose another path, or delete it',
  },
  'store.of-discord': {
    'zh-CN': '这个数据库属于连接 Discord 的机器人；要试用沙盒，请换一个路径',
    'zh-TW': '這個資料庫屬於連接 Discord 的機器人；要試用沙盒，請換一個路徑',
    en: 'this database belongs to a bot on Discord; choose another path to try the sandbox',
  },
  'store.unavailable': {
    'zh-CN': '打不开“{path}”：{detail}',
    'zh-TW': '打不開「{path}」：{detail}',
    en: 'cannot open "{path}": {detail}',
  },
  'start.port-in-use': {
    'zh-CN': 'HTTP_PORT：端口 {port} 已被占用。设置另一个 HTTP_PORT。',
    'zh-TW': 'HTTP_PORT：連接埠 {port} 已被占用。設定另一個 HTTP_PORT。',
    en: 'HTTP_PORT: port {port} is taken. Set another HTTP_PORT.',
  },
  'start.sandbox': {
    'zh-CN': '没有 DISCORD_TOKEN：在本机沙盒中启动。打开 {url}',
    'zh-TW': '沒有 DISCORD_TOKEN：在本機沙盒中啟動。打開 {url}',
    en: 'No DISCORD_TOKEN: started in the local sandbox. Open {url}',
  },

  'refusal.empty': {
    'zh-CN': '“{file}”是空的。',
    'zh-TW': '「{file}」是空的。',
    en: '"{file}" is empty.',
  },
  'refusal.too-large': {
    'zh-CN': '“{file}”太大，不像一部法规；最多 20 MB。',
    'zh-TW': '「{file}」太大，不像一部法規；最多 20 MB。',
    en: '"{file}" is too large for a legal text; 20 MB at most.',
  },
  'refusal.binary': {
    'zh-CN': '“{file}”不是 UTF-8、UTF-16 或 GB18030 文本。PDF 和 Word 文件请先另存为文本。',
    'zh-TW': '「{file}」不是 UTF-8、UTF-16 或 GB18030 文字檔。PDF 和 Word 檔案請先另存為文字。',
    en: '"{file}" is not text in UTF-8, UTF-16 or GB18030. Save a PDF or Word file as text first.',
  },
  'refusal.line-too-long': {
    'zh-CN': '“{file}”中有一行长达 50 万字以上，不像一部法规。',
    'zh-TW': '「{file}」中有一行長達 50 萬字以上，不像一部法規。',
    en: '"{file}" has a line of more than 500,000 characters and cannot be a legal text.',
  },
  'refusal.not-chinese': {
    'zh-CN': '“{file}”里几乎没有汉字，不是中文法规。',
    'zh-TW': '「{file}」裡幾乎沒有漢字，不是中文法規。',
    en: '"{file}" has hardly a Chinese character and is no Chinese legal text.',
  },

  'cli.usage': {
    'zh-CN': '用法：npm run -s tiaoli -- <命令> [参数] [--json]\n\n{verbs}',
    'zh-TW': '用法：npm run -s tiaoli -- <指令> [參數] [--json]\n\n{verbs}',
    en: 'Usage: npm run -s tiaoli -- <verb> [arguments] [--json]\n\n{verbs}',
  },
  'cli.unknown-verb': {
    'zh-CN': '没有命令“{verb}”。',
    'zh-TW': '沒有指令「{verb}」。',
    en: 'There is no verb "{verb}".',
  },
  'cli.bad-usage': { 'zh-CN': '{verb}：{problem}', 'zh-TW': '{verb}：{problem}', en: '{verb}: {problem}' },
  'cli.argument-missing': { 'zh-CN': '缺少 {name}', 'zh-TW': '缺少 {name}', en: '{name} is missing' },
  'cli.argument-extra': {
    'zh-CN': '多余的参数“{value}”',
    'zh-TW': '多餘的參數「{value}」',
    en: 'unexpected argument "{value}"',
  },
  'cli.option-bad': {
    'zh-CN': '选项 {option} 的值“{value}”不对：{expected}',
    'zh-TW': '選項 {option} 的值「{value}」不對：{expected}',
    en: 'option {option} cannot be "{value}": {expected}',
  },
  'cli.unreadable-file': {
    'zh-CN': '读不到文件“{file}”：{detail}',
    'zh-TW': '讀不到檔案「{file}」：{detail}',
    en: 'cannot read the file "{file}": {detail}',
  },
  'cli.bad-line': {
    'zh-CN': '第 {line} 行不是至少含 id 和 title 的 JSON 对象：{detail}',
    'zh-TW': '第 {line} 行不是至少含 id 和 title 的 JSON 物件：{detail}',
    en: 'line {line} is not a JSON object with at least id and title: {detail}',
  },
  'cli.unwatched': {
    'zh-CN':
      '没有读到过“{url}”：{host} 上没有所留意的栏目。用 feed check 看看它的列表页能读到什么；要留意它，请在 FEEDS_DIR 的文件夹里加一个栏目。',
    'zh-TW':
      '沒有讀到過「{url}」：{host} 上沒有所留意的欄目。用 feed check 看看它的列表頁能讀到什麼；要留意它，請在 FEEDS_DIR 的資料夾裡加一個欄目。',
    en: '"{url}" was never read: no source on {host} is watched. See with feed check what its list page gives; add it as a source in the folder FEEDS_DIR to have it watched.',
  },
} as const satisfies Messages;
