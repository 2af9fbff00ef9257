import { defineCommand } from '../src/chat/command.ts';

const answers = () => import('./subscribe/answer.ts');

export const subscribe = defineCommand({
  name: 'subscribe',
  access: 'everyone',
  audience: 'subscribers',
  options: {
    channel: { type: 'channel' },
    articles: { type: 'string', autocomplete: true, maxLength: 100 },
    me: { type: 'boolean' },
    topic: { type: 'string', autocomplete: true, maxLength: 100 },
    kinds: { type: 'string', autocomplete: true, maxLength: 100 },
    issuers: { type: 'string', autocomplete: true, maxLength: 200 },
    mode: {
      type: 'string',
      choices: { instant: 'mode.instant', daily: 'mode.daily', weekly: 'mode.weekly' },
    },
    at: { type: 'string', maxLength: 20 },
    weekday: {
      type: 'string',
      choices: {
        1: 'weekday.1',
        2: 'weekday.2',
        3: 'weekday.3',
        4: 'weekday.4',
        5: 'weekday.5',
        6: 'weekday.6',
        7: 'weekday.7',
      },
    },
    'at-once': { type: 'string', autocomplete: true, maxLength: 100 },
    quiet: { type: 'string', maxLength: 20 },
    workdays: { type: 'boolean' },
    role: { type: 'role' },
    crosspost: { type: 'boolean' },
    language: {
      type: 'string',
      choices: {
        'zh-CN': 'settings.locale.zh-CN',
        'zh-TW': 'settings.locale.zh-TW',
        en: 'settings.locale.en',
      },
    },
  },
  autocomplete: async (option, typed, context) => (await answers()).suggest(option, typed, context),
  execute: async (given, context) => (await answers()).subscribe(given, context),
  actions: {
    follow: async ([articles = ''], context) => (await answers()).follow(articles, context),
    here: async ([articles = ''], context) => (await answers()).subscribe({ articles }, context),
    me: async ([articles = ''], context) => (await answers()).subscribe({ articles, me: true }, context),
  },
});
