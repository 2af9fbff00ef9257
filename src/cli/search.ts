import { plain } from '../chat/markdown.ts';
import { searchProblem } from '../chat/views/search.ts';
import { documentNamed } from '../corpus/address/names.ts';
import { printAddress } from '../corpus/address.ts';
import type { SearchProblem } from '../corpus/search/search.ts';
import { STATUSES } from '../corpus/types.ts';
import { openTexts } from './openTexts.ts';
import { type ExitCode, show, type Verb } from './verb.ts';

const defaultLimit = 10;

/** `{hits:[{address, label, document, score, snippet}], ms}`; 0 also where nothing is found. */
export const search: Verb = {
  usage: 'search QUERY [--doc ID] [--chapter HEADING] [--status STATUS] [--limit N] [--json]',
  options: ['doc', 'chapter', 'status', 'limit'],
  positionals: [1, Number.POSITIVE_INFINITY],
  async run(input) {
    const { args, options, t, complain } = input;
    const { doc, chapter } = options;
    const bad = (option: string, value: string, expected: string): ExitCode => {
      complain(
        t('cli.bad-usage', { verb: 'search', problem: t('cli.option-bad', { option, value, expected }) }),
      );
      return 2;
    };
    const limit = options.limit === undefined ? defaultLimit : Number(options.limit);
    if (!Number.isInteger(limit) || limit < 1) return bad('--limit', options.limit ?? '', '1, 2, 3 …');
    const status = STATUSES.find((known) => known === options.status);
    if (options.status !== undefined && !status) return bad('--status', options.status, STATUSES.join(', '));
    using texts = await openTexts(input);
    if (!texts) return 1;
    const { corpus, search } = texts;
    const fail = (problem: SearchProblem): ExitCode => {
      complain(plain(searchProblem(problem, corpus, t)));
      return 1;
    };
    const document = doc === undefined ? undefined : documentNamed(doc, corpus)?.info.id;
    if (doc !== undefined && document === undefined) return fail({ code: 'no-such-document', document: doc });
    const begun = performance.now();
    const found = search.search(args.join(' '), {
      limit,
      ...(document === undefined ? {} : { document }),
      ...(chapter === undefined ? {} : { chapter }),
      ...(status ? { status } : {}),
    });
    const ms = Math.round((performance.now() - begun) * 100) / 100;
    if (!found.ok) return fail(found.error);
    const hits = found.value.hits.map(({ address, label, document, score, snippet }) => ({
      ...{ address: printAddress(address), label, document, score, snippet },
    }));
    show(input, { hits, ms }, () =>
      hits.length === 0
        ? t('search.none', { query: args.join(' ') })
        : hits.map(({ address, label, snippet }) => `${address}  ${label}\n  ${snippet}`).join('\n'),
    );
    return 0;
  },
};
