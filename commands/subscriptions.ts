import { defineCommand } from '../src/chat/command.ts';

const answers = () => import('./subscriptions/answer.ts');

export const subscriptions = defineCommand({
  name: 'subscriptions',
  access: 'everyone',
  audience: 'subscribers',
  options: {},
  execute: async (_, context) => (await answers()).list('0', context),
  actions: {
    list: async ([page = '0'], context) => (await answers()).list(page, context),
    show: async ([id = ''], context) => (await answers()).show(id, context),
    rhythm: async ([id = ''], context) => (await answers()).openRhythm(id, context),
    scope: async ([id = ''], context) => (await answers()).openScope(id, context),
    unmention: async ([id = ''], context) => (await answers()).unmention(id, context),
    pause: async ([id = ''], context) => (await answers()).pause(id, context),
    resume: async ([id = ''], context) => (await answers()).resume(id, context),
    'catch-up': async ([id = '', since = ''], context) => (await answers()).catchUp(id, since, context),
    test: async ([id = ''], context) => (await answers()).test(id, context),
    end: async ([id = ''], context) => (await answers()).confirmEnd(id, context),
    'really-end': async ([id = ''], context) => (await answers()).end(id, context),
  },
  forms: {
    rhythm: async (fields, [id = ''], context) => (await answers()).fillRhythm(fields, id, context),
    scope: async (fields, [id = ''], context) => (await answers()).fillScope(fields, id, context),
  },
});
