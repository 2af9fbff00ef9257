import { normalise } from '../../src/corpus/normalise.ts';
import type { ParsedLaw } from '../../src/corpus/types.ts';

/** Every letter and digit of a text, in an order of their own: for telling whether any was lost or made up. */
export const lettersOfText = (text: string): string =>
  [...normalise(text.replace(/<!--.*?-->/g, '')).replace(/[^\p{L}\p{N}]/gu, '')].sort().join('');

/** Every letter and digit of a parse, headings and what is named as left out among them. */
export const lettersOfLaw = (law: ParsedLaw): string =>
  lettersOfText(
    [
      law.title,
      ...law.dates,
      ...law.preamble,
      ...law.outline.flatMap(({ label, title, paragraphs = [] }) => [label, title, ...paragraphs]),
      ...law.units.flatMap(({ label, paragraphs }) => [label, ...paragraphs]),
      ...(law.closing ?? []),
      ...law.warnings.filter(({ code }) => code === 'boilerplate').map(({ text = '' }) => text),
    ].join(''),
  );
