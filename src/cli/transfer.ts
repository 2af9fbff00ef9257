import { loadFeeds } from '../../feeds/index.ts';
import { plain } from '../chat/markdown.ts';
import { changeText } from '../chat/views/change.ts';
import { faultText } from '../chat/views/importFault.ts';
import { replan } from '../deliver/dispatch.ts';
import type { ImportFault } from '../ledger/transfer/fault.ts';
import { type ConfigurationFile, exportConfiguration } from '../ledger/transfer/file.ts';
import { fromOpml, toOpml } from '../ledger/transfer/opml.ts';
import { planImport } from '../ledger/transfer/plan.ts';
import { fromServersYaml, fromYaml, toYaml } from '../ledger/transfer/yaml.ts';
import { ok, type Result } from '../result.ts';
import type { Change, Store } from '../store/port.ts';
import { checkAddress } from '../watch/fetch/address.ts';
import { readInput } from './input.ts';
import { openTexts } from './openTexts.ts';
import { show, type Verb, type VerbInput } from './verb.ts';
import { withStore } from './withStore.ts';

/** Who changed something, where no person of Discord did. */
const COMMAND_LINE = 'command-line';

/** Whether what names a server, where one is named, can be one; else it is said. */
function isServer(id: string | undefined, { complain, t }: VerbInput): boolean {
  if (id === undefined || /^\d{1,20}$/.test(id)) return true;
  complain(t('cli.option-bad', { option: '--guild', value: id, expected: t('cli.server-id') }));
  return false;
}

/** The servers that set anything, or whose channels follow anything. */
async function serversOf(store: Store, named: string | undefined): Promise<readonly string[]> {
  if (named !== undefined) return [named];
  return (await store.guilds()).map(({ id }) => id);
}

/**
 * What servers' moderators set, as YAML: `guilds:` by their ids, or of one (`--guild`) its file as `/settings export` gives it. As OPML
 * (`--format opml`) the sources. With `--json` the same as JSON.
 */
export const exportAll: Verb = {
  usage: 'export [--guild ID] [--format opml] [--json]',
  options: ['guild', 'format'],
  positionals: [0, 0],
  run: (input) =>
    withStore(input, async (store) => {
      const { options, print, t, config, complain } = input;
      if (options.format !== undefined && options.format !== 'opml') {
        complain(t('cli.option-bad', { option: '--format', value: options.format, expected: 'opml' }));
        return 2;
      }
      if (!isServer(options.guild, input)) return 2;
      const ids = await serversOf(store, options.guild);
      if (options.format === 'opml') {
        const { feeds } = await loadFeeds({ extraDir: config.feedsDir });
        const guilds = await Promise.all(ids.map((id) => store.guild(id)));
        const own = guilds.flatMap((guild) => guild.feeds.flatMap(({ definition }) => definition ?? []));
        print(toOpml(t('settings.opml-title'), [...own, ...feeds]).trimEnd());
        return 0;
      }
      const files = await Promise.all(
        ids.map(async (id) => {
          const subscriptions = await store.subscriptions({ guildId: id });
          return [id, exportConfiguration(await store.guild(id), subscriptions)] as const;
        }),
      );
      const [only] = files;
      const document =
        options.guild !== undefined && only ? only[1] : { tiaoli: 1, guilds: Object.fromEntries(files) };
      show(input, document, () => toYaml(document).trimEnd());
      return 0;
    }),
};

/**
 * Makes servers' configuration what a file says: nothing where anything in it is wrong. Each server is one transaction, of which its
 * audit tells; where one was changed meanwhile, those after it are left, and both are named.
 * `--mode`: `merge` (takes nothing away), `replace`, or `preview` (changes nothing). `{applied, guilds:{id:[change]}}`.
 */
export const importAll: Verb = {
  usage: 'import FILE [--guild ID] [--mode merge|replace|preview] [--json]',
  options: ['guild', 'mode'],
  positionals: [1, 1],
  run: (input) =>
    withStore(input, async (store) => {
      const { args, options, complain, t } = input;
      const { mode = 'merge' } = options;
      if (!['merge', 'replace', 'preview'].includes(mode)) {
        complain(t('cli.option-bad', { option: '--mode', value: mode, expected: 'merge, replace, preview' }));
        return 2;
      }
      if (!isServer(options.guild, input)) return 2;
      const bytes = await readInput(args[0] ?? '', input);
      if (!bytes.ok) return bytes.error;
      const files = readFiles(bytes.value.toString('utf8'), options.guild, input);
      if (files === null) return 1;
      const planned = await planAll(files, store, input);
      if (planned === null) return 1;
      const applied = mode !== 'preview';
      const done = applied ? await apply(planned, store) : planned;
      show(input, { applied, guilds: Object.fromEntries(done) }, () =>
        done
          .map(([guildId, changes]) =>
            [
              t(applied ? 'cli.import.done' : 'cli.import.preview', {
                guild: guildId,
                count: changes.length,
              }),
              ...changes.map((change) => `  ${plain(changeText(change, t))}`),
            ].join('\n'),
          )
          .join('\n'),
      );
      const left = planned.slice(done.length).map(([guildId]) => guildId);
      const [stale] = left;
      if (stale === undefined) return 0;
      complain(t('cli.import.stale', { guild: stale, left: left.join(', ') }));
      return 1;
    }),
};

type Planned = readonly (readonly [guildId: string, changes: readonly Change[]])[];

/** Makes the changes server by server, until one is not as it was when they were planned; those that were made. */
async function apply(planned: Planned, store: Store): Promise<Planned> {
  const isMade = async ([guildId, changes]: Planned[number]): Promise<boolean> =>
    changes.length === 0 ||
    (await store.configure({ guildId }, COMMAND_LINE, new Date().toISOString(), changes, { replan })).ok;
  for (const [at, one] of planned.entries()) if (!(await isMade(one))) return planned.slice(0, at);
  return planned;
}

/** What each server's configuration is to be; null, and sentences, where the file says it wrongly or not of whom. */
function readFiles(
  text: string,
  guild: string | undefined,
  { complain, t }: VerbInput,
): readonly (readonly [string, ConfigurationFile])[] | null {
  const one = (): Result<ConfigurationFile, readonly ImportFault[]> =>
    /^\ufeff?\s*</.test(text) ? fromOpml(text) : fromYaml(text);
  const read: Result<Readonly<Record<string, ConfigurationFile>>, readonly ImportFault[]> = guild ===
  undefined
    ? fromServersYaml(text)
    : mapValue(one(), (file) => ({ [guild]: file }));
  if (read.ok) return Object.entries(read.value);
  for (const fault of read.error) complain(faultText(fault, t));
  if (guild === undefined) complain(t('cli.import.guild'));
  return null;
}

const mapValue = <T, U, E>(result: Result<T, E>, map: (value: T) => U): Result<U, E> =>
  result.ok ? ok(map(result.value)) : result;

/** The changes in each server, or null, and sentences, where anything speaks against any of them. */
async function planAll(
  files: readonly (readonly [string, ConfigurationFile])[],
  store: Store,
  input: VerbInput,
): Promise<Planned | null> {
  using texts = await openTexts(input);
  if (!texts) return null;
  const articles = new Set(texts.corpus.documents[0]?.law.units.map(({ number }) => number));
  const { feeds } = await loadFeeds({ extraDir: input.config.feedsDir });
  const planned: (readonly [string, readonly Change[]])[] = [];
  let faulty = false;
  for (const [guildId, file] of files) {
    const refused = (file.feeds ?? []).flatMap(({ url }) => {
      const checked = checkAddress(url);
      return checked.ok ? [] : [[url, checked.error.cause] as const];
    });
    const plan = planImport(file, {
      guild: await store.guild(guildId),
      subscriptions: await store.subscriptions({ guildId }),
      by: COMMAND_LINE,
      at: new Date().toISOString(),
      isArticle: (number) => articles.has(String(number)),
      sources: feeds,
      refused: new Map(refused),
      mode: input.options.mode === 'replace' ? 'replace' : 'merge',
    });
    if (plan.ok) planned.push([guildId, plan.value]);
    else for (const fault of plan.error) input.complain(`${guildId} ${faultText(fault, input.t)}`);
    faulty ||= !plan.ok;
  }
  return faulty ? null : planned;
}
