import { z } from 'zod';
import { loadFeeds } from '../../feeds/index.ts';
import { createFetcher } from '../watch/fetch.ts';
import type { Reader, Visit } from '../watch/types.ts';
import { readSaved, visitFeed } from '../watch/visit.ts';
import { readInput } from './input.ts';
import { show, type Verb, type VerbInput } from './verb.ts';

const text = z.string().min(1);
const Selectors = z.object({
  item: text,
  title: text,
  link: text,
  date: text.exactOptional(),
  docNumber: text.exactOptional(),
  summary: text.exactOptional(),
  skipUnless: text.exactOptional(),
  linkPattern: text.exactOptional(),
});

/**
 * Shows what would be read from a source: a known one by its id, any other by its URL, or a saved page as if fetched from
 * `--url`. 0 for `ok` and `unchanged`, 1 for `refused` and `failed`, 2 where what to read is not said.
 */
export const feedCheck: Verb = {
  usage: 'feed check URL_OR_ID|--file F --url U [--as rss|html] [--selectors JSON] [--json]',
  options: ['file', 'url', 'as', 'selectors'],
  positionals: [0, 1],
  async run(input) {
    const { options, t, complain } = input;
    const badUsage = (problem: string): 2 => {
      complain(t('cli.bad-usage', { verb: 'feed check', problem }));
      complain(`  ${feedCheck.usage}`);
      return 2;
    };
    const chosen = readerOf(options.as, options.selectors, input);
    if (typeof chosen === 'string') return badUsage(chosen);

    const url = options.url ?? input.args[0];
    if (url === undefined) return badUsage(t('cli.argument-missing', { name: 'URL_OR_ID' }));
    let visit: Visit;
    if (options.file !== undefined) {
      const bytes = await readInput(options.file, input);
      if (!bytes.ok) return bytes.error;
      visit = await readSaved({ body: bytes.value, url, reader: chosen }, () => new Date());
    } else {
      visit = await visitNow(url, chosen, input);
    }
    const { status, cause, entries, ms, bytes, notes } = visit;
    const result = { status, ...(cause === undefined ? {} : { cause }), entries, ms, bytes, notes };
    show(input, result, () => readable(visit));
    return status === 'ok' || status === 'unchanged' ? 0 : 1;
  },
};

async function visitNow(urlOrId: string, chosen: Reader | null, { config }: VerbInput): Promise<Visit> {
  const { feeds } = await loadFeeds({ extraDir: config.feedsDir });
  const known = feeds.find(({ id, url }) => id === urlOrId || url === urlOrId);
  const fetcher = createFetcher({ allowHosts: config.feedAllowHosts, now: () => new Date() });
  try {
    const source = known ?? { url: urlOrId, reader: null };
    const deps = { fetcher, now: () => new Date(), rsshubUrl: config.rsshubUrl };
    return await visitFeed({ ...source, reader: chosen ?? source.reader }, {}, deps);
  } finally {
    await fetcher.close();
  }
}

/** The reader that the options ask for; null leaves it to the page; a text says what is wrong with them. */
function readerOf(
  as: string | undefined,
  selectors: string | undefined,
  { t }: VerbInput,
): Reader | string | null {
  const wrong = (option: string, value: string, expected: string): string =>
    t('cli.option-bad', { option, value, expected });
  if (as === 'rss') return { kind: 'rss' };
  if (as !== undefined && as !== 'html') return wrong('--as', as, 'rss, html');
  if (selectors === undefined) return null;
  try {
    const read = Selectors.safeParse(JSON.parse(selectors));
    return read.success
      ? { kind: 'html', ...read.data }
      : wrong('--selectors', selectors, z.prettifyError(read.error));
  } catch (error) {
    if (error instanceof SyntaxError) return wrong('--selectors', selectors, error.message);
    throw error;
  }
}

const readable = ({ status, cause, entries, ms, bytes, notes }: Visit): string =>
  [
    `${status}${cause === undefined ? '' : ` (${cause})`}  ${entries.length}  ${bytes} B  ${ms} ms`,
    ...notes.map((note) => `! ${note}`),
    ...entries.map(({ date, title, url }) => `${date ?? '          '}  ${title}\n            ${url}`),
  ].join('\n');
