import { type Command, defineSubcommand } from '../src/chat/command.ts';
import { text } from '../src/chat/reply.ts';
import { timeZones } from '../src/ledger/readTimes.ts';

const editing = () => import('./settings/edit.ts');
const transfer = () => import('./settings/transfer.ts');

const show = defineSubcommand({
  options: {},
  execute: async (_, context) => (await editing()).show(context),
});

const edit = defineSubcommand({
  options: {
    moderators: { type: 'role' },
    review: { type: 'channel' },
    language: {
      type: 'string',
      choices: {
        'zh-CN': 'settings.locale.zh-CN',
        'zh-TW': 'settings.locale.zh-TW',
        en: 'settings.locale.en',
      },
    },
    'time-zone': { type: 'string', autocomplete: true, maxLength: 60 },
    quiet: { type: 'string', maxLength: 20 },
    tell: { type: 'integer', min: 25, max: 95 },
    doubt: { type: 'integer', min: 25, max: 95 },
    clear: {
      type: 'string',
      choices: {
        moderatorRoleId: 'settings.clear.moderatorRoleId',
        reviewChannelId: 'settings.clear.reviewChannelId',
        locale: 'settings.clear.locale',
        timeZone: 'settings.clear.timeZone',
        quietHours: 'settings.clear.quietHours',
        thresholds: 'settings.clear.thresholds',
      },
    },
  },
  autocomplete: (_, typed) => {
    const wanted = typed.trim().toLowerCase();
    return timeZones()
      .filter((zone) => zone.toLowerCase().includes(wanted))
      .map((zone) => ({ name: zone, value: zone }));
  },
  execute: async (given, context) => (await editing()).edit(given, context),
});

const exportAll = defineSubcommand({
  options: {
    format: { type: 'string', choices: { yaml: 'settings.format.yaml', opml: 'settings.format.opml' } },
  },
  execute: async ({ format = 'yaml' }, context) => (await transfer()).exportAll(format, context),
});

const importAll = defineSubcommand({
  options: {
    file: { type: 'attachment', required: true },
    mode: { type: 'string', choices: { merge: 'settings.mode.merge', replace: 'settings.mode.replace' } },
  },
  execute: async ({ file, mode = 'merge' }, context) => (await transfer()).preview(file, mode, context),
});

export const settings: Command = {
  name: 'settings',
  access: 'moderator',
  audience: 'moderators',
  subcommands: { show, edit, export: exportAll, import: importAll },
  actions: {
    import: async ([key = ''], context) => (await transfer()).confirm(key, context),
    cancel: (_, { t }) => ({ tone: 'plain', blocks: [text(t.md('import.cancelled'))] }),
  },
};
