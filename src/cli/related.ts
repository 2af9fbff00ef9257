import { plain } from '../chat/markdown.ts';
import { problemSentence } from '../chat/views/problem.ts';
import { parseReference, printAddress, resolve } from '../corpus/address.ts';
import { findRelated } from '../corpus/related/related.ts';
import { openTexts } from './openTexts.ts';
import { show, type Verb } from './verb.ts';

const perDocument = 3;

/**
 * `{address, related:[{address, label, document, score, shared:["…"], snippet}]}`, at most three of each other document; 1 for a
 * reference that names nothing.
 */
export const related: Verb = {
  usage: 'related REF [--json]',
  positionals: [1, Number.POSITIVE_INFINITY],
  async run(input) {
    const { args, t, complain } = input;
    using texts = await openTexts(input);
    if (!texts) return 1;
    const { corpus } = texts;
    const ref = args.join(' ');
    const address = parseReference(ref, corpus);
    const passage = address.ok ? resolve(address.value, corpus) : address;
    if (!passage.ok) {
      complain(plain(problemSentence(passage.error, ref, corpus, t)));
      return 1;
    }
    const found = findRelated(passage.value, corpus, perDocument).map(
      ({ address, label, document, score, shared, snippet }) => ({
        ...{ address: printAddress(address), label, document, score, shared, snippet: snippet.text },
      }),
    );
    show(input, { address: printAddress(passage.value.address), related: found }, () =>
      found.length === 0
        ? t('related.none', { label: passage.value.label })
        : found
            .map(
              ({ address, label, shared, snippet }) =>
                `${address}  ${label}  ${shared.join('、')}\n  ${snippet}`,
            )
            .join('\n'),
    );
    return 0;
  },
};
