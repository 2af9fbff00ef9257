import { documentNamed } from '../corpus/address/names.ts';
import { printAddress } from '../corpus/address.ts';
import { openTexts } from './openTexts.ts';
import { show, type Verb } from './verb.ts';

const defaultLimit = 10;

/** `{hits:[{address, label, document, score, snippet}], ms}`; 0 also where nothing is found. */
export const search: Verb = {
  usage: 'search QUERY [--doc ID] [--limit N] [--json]',
  options: ['doc', 'limit'],
  positionals: [1, Number.POSITIVE_INFINITY],
  async run(input) {
    const { args, options, t, complain } = input;
    const limit = options.limit === undefined ? defaultLimit : Number(options.limit);
    if (!Number.isInteger(limit) || limit < 1) {
      const problem = t('cli.option-bad', {
        option: '--limit',
        value: options.limit ?? '',
        expected: '1, 2, 3 …',
      });
      complain(t('cli.bad-usage', { verb: 'search', problem }));
      return 2;
    }
    using texts = await openTexts(input);
    if (!texts) return 1;
    const { corpus } = texts;
    const document = options.doc === undefined ? undefined : documentNamed(options.doc, corpus)?.info.id;
    if (options.doc !== undefined && document === undefined) {
      const documents = corpus.documents.map(({ info }) => info.id).join(', ');
      complain(t('search.document.unknown', { document: options.doc, documents }));
      return 1;
    }
    const engine = texts.search;
    const begun = performance.now();
    const found = engine.search(args.join(' '), { limit, ...(document === undefined ? {} : { document }) });
    const ms = Math.round((performance.now() - begun) * 100) / 100;
    if (!found.ok) {
      const { error } = found;
      complain(error.code === 'too-long' ? t('search.too-long', error) : t('search.empty'));
      return 1;
    }
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
