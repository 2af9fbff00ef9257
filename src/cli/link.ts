import { z } from 'zod';
import { loadCorpus } from '../../corpus/index.ts';
import { loadTopics } from '../../corpus/topics.ts';
import { createLinker } from '../link/link.ts';
import { readInput } from './input.ts';
import type { Verb } from './verb.ts';

/** One entry a line; what else a line holds is passed over. */
const Line = z.object({
  id: z.string(),
  title: z.string(),
  body: z.string().exactOptional(),
  source: z.string().exactOptional(),
  url: z.string().exactOptional(),
  date: z.string().exactOptional(),
});

/** Prints one JSON line for each line of input, in its order. A line that is no entry stops it with 1, by its number. */
export const link: Verb = {
  usage: 'link FILE.jsonl|- [--json]',
  positionals: [1, 1],
  async run(input) {
    const bytes = await readInput(input.args[0] ?? '-', input);
    if (!bytes.ok) return bytes.error;
    const { corpus } = await loadCorpus();
    const linkEntry = createLinker(corpus, loadTopics());
    for (const [index, line] of bytes.value.toString('utf8').split('\n').entries()) {
      if (line.trim() === '') continue;
      const entry = readLine(line);
      if (typeof entry === 'string') {
        input.complain(input.t('cli.bad-line', { line: index + 1, detail: entry }));
        return 1;
      }
      input.print(JSON.stringify(linkEntry(entry), withoutWords));
    }
    return 0;
  },
};

/** The words of a link are for those who learn from decisions, not for this line. */
const withoutWords = (key: string, value: unknown): unknown => (key === 'words' ? undefined : value);

function readLine(line: string): z.infer<typeof Line> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return error.message;
    throw error;
  }
  const entry = Line.safeParse(value);
  return entry.success ? entry.data : z.prettifyError(entry.error);
}
