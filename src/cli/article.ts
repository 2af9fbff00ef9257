import { statusOf } from '../chat/views/passage.ts';
import { printAddress } from '../corpus/address.ts';
import { show, type Verb } from './verb.ts';
import { withPassage } from './withPassage.ts';

/** `{address, document, label, path, status, paragraphs, url?}`; 1 for a reference that names nothing. */
export const article: Verb = {
  usage: 'article REF [--json]',
  positionals: [1, Number.POSITIVE_INFINITY],
  run: (input) =>
    withPassage(input, ({ address, document, label, units }) => {
      const { t } = input;
      const paragraphs = units.flatMap((unit) => unit.paragraphs.map(({ text }) => text));
      show(
        input,
        {
          address: printAddress(address),
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
                `${statusOf(document, t)} · ${printAddress(units.length === 1 ? address : unit.address)}`,
              ].join('\n'),
            )
            .join('\n\n'),
      );
    }),
};
