import { type Command, defineSubcommand } from '../src/chat/command.ts';
import { text } from '../src/chat/reply.ts';

const answers = () => import('./topic/answer.ts');

const named = { name: { type: 'string', required: true, autocomplete: true, maxLength: 100 } } as const;
const list = { type: 'string', maxLength: 500 } as const;
const completed = { ...list, autocomplete: true } as const;
const conditions = {
  ...{ any: list, all: list, none: list },
  ...{ articles: completed, kinds: completed, issuers: completed },
};

const create = defineSubcommand({
  options: { name: { type: 'string', required: true, maxLength: 60 }, ...conditions },
  autocomplete: async (option, typed, context) => (await answers()).suggest(option, typed, context, false),
  execute: async ({ name, ...given }, context) => (await answers()).create(name, given, context),
});

const edit = defineSubcommand({
  options: named,
  autocomplete: async (option, typed, context) => (await answers()).suggest(option, typed, context, false),
  execute: async ({ name }, context) => (await answers()).edit(name, context),
});

const remove = defineSubcommand({
  options: named,
  autocomplete: async (option, typed, context) => (await answers()).suggest(option, typed, context, false),
  execute: async ({ name }, context) => (await answers()).confirmDelete(name, context),
});

const listAll = defineSubcommand({
  options: {},
  execute: async (_, context) => (await answers()).list('own', '0', context),
});

const show = defineSubcommand({
  options: named,
  autocomplete: async (option, typed, context) => (await answers()).suggest(option, typed, context, true),
  execute: async ({ name }, context) => (await answers()).show(name, context),
});

const test = defineSubcommand({
  options: { name: { ...named.name, required: false }, ...conditions },
  autocomplete: async (option, typed, context) => (await answers()).suggest(option, typed, context, true),
  execute: async ({ name, ...given }, context) =>
    name === undefined ? (await answers()).testGiven(given, context) : (await answers()).test(name, context),
});

export const topic: Command = {
  name: 'topic',
  access: 'moderator',
  audience: 'moderators',
  subcommands: { create, edit, delete: remove, list: listAll, show, test },
  actions: {
    words: async ([key = ''], context) => (await answers()).openWords(key, context),
    scope: async ([key = ''], context) => (await answers()).openScope(key, context),
    save: async ([key = ''], context) => (await answers()).save(key, context),
    cancel: (_, { t }) => ({ tone: 'plain', blocks: [text(t.md('topic.cancelled'))] }),
    edit: async ([id = ''], context) => (await answers()).edit(id, context),
    'edit-scope': async ([id = ''], context) => (await answers()).editScope(id, context),
    test: async ([id = ''], context) => (await answers()).test(id, context),
    show: async ([id = ''], context) => (await answers()).show(id, context),
    remove: async ([id = ''], context) => (await answers()).confirmDelete(id, context),
    delete: async ([id = '', confirmed = ''], context) => (await answers()).doDelete(id, confirmed, context),
    list: async ([which = '', page = '0'], context) => (await answers()).list(which, page, context),
  },
  forms: {
    words: async (fields, [key = ''], context) => (await answers()).fillWords(fields, key, context),
    scope: async (fields, [key = ''], context) => (await answers()).fillScope(fields, key, context),
  },
};
