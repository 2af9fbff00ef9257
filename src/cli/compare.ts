import { plain } from '../chat/markdown.ts';
import { countsOf, pairLabel } from '../chat/views/compare.ts';
import { documentList } from '../chat/views/passage.ts';
import { problemSentence } from '../chat/views/problem.ts';
import { askComparison } from '../corpus/compare/ask.ts';
import type { Pair, Place } from '../corpus/compare/compare.ts';
import type { Run } from '../corpus/compare/redline.ts';
import { openTexts } from './openTexts.ts';
import { show, type Verb } from './verb.ts';

/**
 * `{pairs:[{draft, final, kind, similarity, redline}], moves:[{draft, final}]}`, `draft` being the earlier edition; 1 for a
 * reference that names nothing, or a document without another edition.
 */
export const compare: Verb = {
  usage: 'compare [REF] [--with DOC] [--json]',
  options: ['with'],
  positionals: [0, Number.POSITIVE_INFINITY],
  async run(input) {
    const { args, options, t, complain } = input;
    using texts = await openTexts(input);
    if (!texts) return 1;
    const { corpus } = texts;
    const reference = args.join(' ');
    const answer = askComparison({ reference, other: options.with }, corpus);
    if (!answer.ok) {
      const { error } = answer;
      const documents = documentList(corpus);
      complain(
        error.code === 'reference'
          ? plain(problemSentence(error.problem, reference, corpus, t))
          : error.code === 'no-such-document'
            ? t('search.document.unknown', { document: error.name, documents })
            : t('compare.no-edition', { title: error.document.info.title, documents }),
      );
      return 1;
    }
    const { comparison, pairs, moves, whole } = answer.value;
    show(
      input,
      {
        pairs: pairs.map(({ from, to, kind, similarity, redline }) => ({
          draft: from,
          final: to,
          kind,
          similarity: Math.floor(similarity * 1000) / 1000,
          redline,
        })),
        moves: moves.map(({ from, to }) => ({ draft: placeOf(from), final: placeOf(to) })),
      },
      () =>
        [
          `《${comparison.from.info.title}》 → 《${comparison.to.info.title}》`,
          ...(whole ? [t('compare.counts', countsOf(pairs))] : []),
          ...pairs.map((pair) => {
            const percent = Math.floor(pair.similarity * 100);
            const kind = t('compare.similarity', { kind: t.of(`compare.kind.${pair.kind}`), percent });
            return [`${pairLabel(pair, comparison, corpus)}  ${kind}`, ...(whole ? [] : rowsOf(pair))].join(
              '\n  ',
            );
          }),
          t('compare.derived'),
        ].join('\n'),
    );
    return 0;
  },
};

const placeOf = ({ unit, paragraph }: Place): string => `${unit}.${paragraph}`;

/** The redline as plain text, in the notation of wdiff: `[-removed-]{+added+}`. */
const rowsOf = ({ rows }: Pair): readonly string[] =>
  rows.map(({ redline }) => redline.map(runOf).join('').trim());

const runOf = ({ op, text }: Run): string =>
  op === '=' ? text : op === '-' ? `[-${text.trim()}-]` : `{+${text.trim()}+}`;
