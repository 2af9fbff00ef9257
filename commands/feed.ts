import { type Command, type Context, defineSubcommand } from '../src/chat/command.ts';
import { text } from '../src/chat/reply.ts';

const watched = () => import('./feed/watched.ts');
const propose = () => import('./feed/propose.ts');
const form = () => import('./feed/form.ts');
const change = () => import('./feed/change.ts');
const list = () => import('./feed/list.ts');

const source = { type: 'string', required: true, autocomplete: true, maxLength: 100 } as const;
const suggest = async (_: string, typed: string, context: Context) =>
  (await watched()).suggest(typed, context);
const suggestOwn = async (_: string, typed: string, context: Context) =>
  (await watched()).suggestOwn(typed, context);

const add = defineSubcommand({
  options: {
    url: { type: 'string', required: true, maxLength: 2000 },
    name: { type: 'string', maxLength: 60 },
    authority: { type: 'string', maxLength: 60 },
    reader: {
      type: 'string',
      choices: {
        auto: 'feed.reader.auto',
        rss: 'feed.reader.rss',
        html: 'feed.reader.html',
        json: 'feed.reader.json',
      },
    },
  },
  execute: async ({ url, name, authority, reader }, context) =>
    (await propose()).add({ url, name, authority, reader }, context),
});

const edit = defineSubcommand({
  options: { source },
  autocomplete: suggestOwn,
  execute: async ({ source }, context) => (await form()).edit(source, context),
});

const remove = defineSubcommand({
  options: { source },
  autocomplete: suggestOwn,
  execute: async ({ source }, context) => (await change()).confirmRemoval(source, context),
});

const pause = defineSubcommand({
  options: { source },
  autocomplete: suggest,
  execute: async ({ source }, context) => (await change()).setPaused(source, true, context),
});

const resume = defineSubcommand({
  options: { source },
  autocomplete: async (_, typed, context) => (await watched()).suggestPaused(typed, context),
  execute: async ({ source }, context) => (await change()).setPaused(source, false, context),
});

const listAll = defineSubcommand({
  options: {},
  execute: async (_, context) => (await list()).list('0', context),
});

const status = defineSubcommand({
  options: { source: { ...source, required: false } },
  autocomplete: suggest,
  execute: async ({ source }, context) => (await watched()).status(source, context),
});

const check = defineSubcommand({
  options: { source: { ...source, maxLength: 2000 } },
  autocomplete: suggest,
  execute: async ({ source }, context) => (await watched()).check(source, context),
});

/** The sources that are watched. */
export const feed: Command = {
  name: 'feed',
  access: 'moderator',
  audience: 'moderators',
  subcommands: { add, edit, remove, pause, resume, list: listAll, status, check },
  actions: {
    save: async ([key = ''], context) => (await change()).save(key, context),
    reader: async ([key = ''], context) => (await form()).openReader(key, context),
    cancel: (_, { t }) => ({ tone: 'plain', blocks: [text(t.md('import.cancelled'))] }),
    remove: async ([id = ''], context) => (await change()).remove(id, context),
    page: async ([page = '0'], context) => (await list()).list(page, context),
  },
  forms: { reader: async (fields, [key = ''], context) => (await form()).fillReader(fields, key, context) },
};
