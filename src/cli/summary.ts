import { plain } from '../chat/markdown.ts';
import { statusOf } from '../chat/views/passage.ts';
import { problemSentence } from '../chat/views/problem.ts';
import { parseReference, printAddress, resolve } from '../corpus/address.ts';
import { summarise } from '../corpus/summarise/summarise.ts';
import { openTexts } from './openTexts.ts';
import { show, type Verb } from './verb.ts';

/** `{address, points:[{text, source, who, strength}], ratio}`; 1 for a reference that names nothing. */
export const summary: Verb = {
  usage: 'summary REF [--json]',
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
    const { label, document } = passage.value;
    const { points, ratio, quoted } = summarise(passage.value.address, corpus);
    show(
      input,
      {
        address: printAddress(passage.value.address),
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
    return 0;
  },
};
