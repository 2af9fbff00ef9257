import { printAddress } from '../corpus/address.ts';
import { findRelated } from '../corpus/related/related.ts';
import { show, type Verb } from './verb.ts';
import { withPassage } from './withPassage.ts';

const perDocument = 3;

/**
 * `{address, related:[{address, label, document, score, shared:["…"], snippet}]}`, at most three of each other document; 1 for a
 * reference that names nothing.
 */
export const related: Verb = {
  usage: 'related REF [--json]',
  positionals: [1, Number.POSITIVE_INFINITY],
  run: (input) =>
    withPassage(input, (passage, corpus) => {
      const found = findRelated(passage, corpus, perDocument).map(
        ({ address, label, document, score, shared, snippet }) => ({
          ...{ address: printAddress(address), label, document, score, shared, snippet: snippet.text },
        }),
      );
      show(input, { address: printAddress(passage.address), related: found }, () =>
        found.length === 0
          ? input.t('related.none', { label: passage.label })
          : found
              .map(
                ({ address, label, shared, snippet }) =>
                  `${address}  ${label}  ${shared.join('、')}\n  ${snippet}`,
              )
              .join('\n'),
      );
    }),
};
