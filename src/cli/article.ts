import { plain } from '../chat/markdown.ts';
import { statusOf } from '../chat/views/passage.ts';
import { problemSentence } from '../chat/views/problem.ts';
import { labelOf, parseReference, printAddress, resolve } from '../corpus/address.ts';
import { openTexts } from './openTexts.ts';
import { show, type Verb } from './verb.ts';

/** `{address, document, label, path, status, paragraphs, url?}`; 1 for a reference that names nothing. */
export const article: Verb = {
  usage: 'article REF [--json]',
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
      const nearest = passage.error.nearest.map(
        (address) => `${printAddress(address)} ${labelOf(address, corpus)}`,
      );
      if (nearest.length > 0) complain([t('reference.nearest'), ...nearest].join('\n  '));
      return 1;
    }
    const { document, label, units } = passage.value;
    const paragraphs = units.flatMap((unit) => unit.paragraphs.map(({ text }) => text));
    show(
      input,
      {
        address: printAddress(passage.value.address),
        document: document.id,
        label,
        path: units[0]?.path ?? [],
        status: document.status,
        paragraphs,
        ...(document.url === undefined ? {} : { url: document.url }),
      },
      () =>
        units
          .map((unit) =>
            [
              `${units.length === 1 ? label : unit.label}  《${document.title}》 ${unit.path.join(' › ')}`,
              ...unit.paragraphs.map(({ text }) => text),
              ...(unit.caption === null ? [] : [t('article.caption', { caption: unit.caption })]),
              `${statusOf(document, t)} · ${printAddress(units.length === 1 ? passage.value.address : unit.address)}`,
            ].join('\n'),
          )
          .join('\n\n'),
    );
    return 0;
  },
};
