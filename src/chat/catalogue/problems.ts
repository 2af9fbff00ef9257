import type { Messages } from './message.ts';

/** What is said when something is wrong: what happened, and what to do next. */
export const problems = {
  'problem.internal': {
    'zh-CN': '出了意外，没有完成。请再试一次；如果还不行，把编号 `{id}` 告诉管理员。',
    'zh-TW': '出了意外，沒有完成。請再試一次；如果還不行，把編號 `{id}` 告訴管理員。',
    en: 'Something unexpected happened and this was not done. Please try again; if it happens again, give the id `{id}` to whoever runs me.',
  },
  'problem.moderators-only': {
    'zh-CN': '这个操作需要“管理服务器”权限，或者 `/设置` 里指定的管理员身份组。',
    'zh-TW': '這個操作需要「管理伺服器」權限，或者 `/設定` 裡指定的管理員身分組。',
    en: 'This needs the Manage Server permission, or the moderators’ role that `/settings` names.',
  },
  'problem.stale-component': {
    'zh-CN': '这个按钮已经过时。请重新输入命令。',
    'zh-TW': '這個按鈕已經過時。請重新輸入指令。',
    en: 'This button is out of date. Please give the command again.',
  },
  'problem.late-form': {
    'zh-CN': '表单没能及时打开。请再试一次。',
    'zh-TW': '表單沒能及時開啟。請再試一次。',
    en: 'The form could not be opened in time. Please try again.',
  },
  'problem.unknown-command': {
    'zh-CN': '这个命令已经没有了。`/帮助` 列出现有的命令。',
    'zh-TW': '這個指令已經沒有了。`/說明` 列出現有的指令。',
    en: 'This command is no longer there. `/help` lists those that are.',
  },
} as const satisfies Messages;
