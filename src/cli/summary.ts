import { statusOf } from '../chat/views/passage.ts';
import { printAddress } from '../corpus/address.ts';
import { summarise } from '../corpus/summarise/summarise.ts';
import { show, type Verb } from './verb.ts';
import { withPassage } from './withPassage.ts';

/** `{address, points:[{text, source, who, strength}], ratio}`; 1 for a reference that names nothing. */
export const summary: Verb = {
  usage: 'summary REF [--json]',
  positionals: [1, Number.POSITIVE_INFINITY],
  run: (input) =>
    withPassage(input, ({ address, label, document }, corpus) => {
      const { t } = input;
      const { points, ratio, quoted } = summarise(address, corpus);
      show(
        input,
        {
          address: printAddress(address),
          points: points.map(({ text, source, who, strength }) => ({ text, source, who, strength })),
          ratio: Math.round(ratio * 1000) / 1000,
        },
        () =>
          [
            `${label}  《${document.title}》 ${statusOf(document, t)}`,
            ...points.map(({ text, source }) => `${source}  ${text.replace(/\n/g, ' ')}`),
            quoted
              ? t('summary.quoted')
              : t('summary.derived', { percent: Math.max(1, Math.round(ratio * 100)) }),
          ].join('\n'),
      );
    }),
};
