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

  'start.token-refused': {
    'zh-CN': 'DISCORD_TOKEN：Discord 不接受这个令牌。请在开发者后台的 Bot 页面重置并更新它。',
    'zh-TW': 'DISCORD_TOKEN：Discord 不接受這個權杖。請在開發者後台的 Bot 頁面重設並更新它。',
    en: 'DISCORD_TOKEN: Discord does not accept this token. Reset it on the Bot page of the developer portal and update it.',
  },
  'start.discord-unreachable': {
    'zh-CN': '连不上 Discord（{detail}）。请检查网络和 DISCORD_API_URL；没有丢失任何内容。',
    'zh-TW': '連不上 Discord（{detail}）。請檢查網路和 DISCORD_API_URL；沒有遺失任何內容。',
    en: 'Discord cannot be reached ({detail}). Check the network and DISCORD_API_URL; nothing is lost.',
  },
  'start.database': {
    'zh-CN': 'DATABASE_URL：打不开“{path}”（{code}）：{detail}',
    'zh-TW': 'DATABASE_URL：打不開「{path}」（{code}）：{detail}',
    en: 'DATABASE_URL: cannot open "{path}" ({code}): {detail}',
  },
  'start.database.in-use': {
    'zh-CN': 'DATABASE_URL：“{path}”正被另一个 Tiaoli 使用。先停止它，或换一个数据库。',
    'zh-TW': 'DATABASE_URL：「{path}」正被另一個 Tiaoli 使用。先停止它，或換一個資料庫。',
    en: 'DATABASE_URL: "{path}" is in use by another Tiaoli. Stop that one first, or use another database.',
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
    'zh-CN': '第 {line} 行不是 {"id","title",…} 形式的 JSON：{detail}',
    'zh-TW': '第 {line} 行不是 {"id","title",…} 形式的 JSON：{detail}',
    en: 'line {line} is not JSON of the form {"id","title",…}: {detail}',
  },
  'cli.no-such-entry': {
    'zh-CN': '没有读到过“{url}”。它可能不在所留意的栏目里，或还没有被读到。',
    'zh-TW': '沒有讀到過「{url}」。它可能不在所留意的欄目裡，或還沒有被讀到。',
    en: '"{url}" was never read. It may not be in a watched column, or not read yet.',
  },
} as const satisfies Messages;
