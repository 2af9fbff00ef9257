import { loadFeeds } from '../../feeds/index.ts';
import { fail, type Result } from '../result.ts';
import { checkSource, sourceOf } from '../watch/check.ts';
import { parseReader } from '../watch/define.ts';
import { readHere } from '../watch/read/readings.ts';
import type { Reader, Visit } from '../watch/types.ts';
import { readSaved } from '../watch/visit.ts';
import { readInput } from './input.ts';
import { show, type Verb } from './verb.ts';

/**
 * Shows what would be read from a source: a known one by its id, any other by its URL, or a saved page as if fetched from
 * `--url`. 0 for `ok` and `unchanged`, 1 for `refused` and `failed`, 2 where what to read is not said.
 */
export const feedCheck: Verb = {
  usage: 'feed check URL_OR_ID|--file F --url U [--as rss|html|json] [--selectors JSON] [--json]',
  options: ['file', 'url', 'as', 'selectors'],
  positionals: [0, 1],
  async run(input) {
    const { options, t, complain } = input;
    const badUsage = (problem: string): 2 => {
      complain(t('cli.bad-usage', { verb: 'feed check', problem }));
      complain(`  ${feedCheck.usage}`);
      return 2;
    };
    const reader = await readerOf(options.as, options.selectors);
    if (!reader.ok) return badUsage(reader.error);
    const asked = options.url ?? input.args[0];
    if (asked === undefined) return badUsage(t('cli.argument-missing', { name: 'URL_OR_ID' }));

    const { feeds, problems } = await loadFeeds({ extraDir: input.config.feedsDir });
    for (const problem of problems) complain(problem);
    const source = sourceOf(asked, feeds, reader.value);
    let visit: Visit;
    if (options.file !== undefined) {
      const bytes = await readInput(options.file, input);
      if (!bytes.ok) return bytes.error;
      visit = await readSaved({ body: bytes.value, ...source }, now);
    } else {
      visit = await checkSource(source, {
        now,
        readings: readHere,
        allowHosts: input.config.feedAllowHosts,
        rsshubUrl: input.config.rsshubUrl,
      });
    }
    const { status, cause, entries, ms, bytes, notes } = visit;
    const result = { status, ...(cause === undefined ? {} : { cause }), entries, ms, bytes, notes };
    show(input, result, () => readable(visit));
    return status === 'ok' || status === 'unchanged' ? 0 : 1;
  },
};

const now = (): Date => new Date();

/** The reader that the options ask for; null leaves it to the source or the page. */
async function readerOf(
  as: string | undefined,
  selectors: string | undefined,
): Promise<Result<Reader | null, string>> {
  let given: unknown;
  try {
    given = selectors === undefined ? undefined : JSON.parse(selectors);
  } catch (error) {
    if (error instanceof SyntaxError) return fail(`--selectors: ${error.message}`);
    throw error;
  }
  return parseReader(as, given);
}

const readable = ({ status, cause, entries, ms, bytes, notes }: Visit): string =>
  [
    `${status}${cause === undefined ? '' : ` (${cause})`}  ${entries.length}  ${bytes} B  ${ms} ms`,
    ...notes.map((note) => `! ${note}`),
    ...entries.map(({ date, title, url }) => `${date ?? '          '}  ${title}\n            ${url}`),
  ].join('\n');
