import { stat } from 'node:fs/promises';
import { parseLaw } from '../corpus/parse/parse.ts';
import { type Refusal, readText, refuseSize } from '../corpus/parse/refuse.ts';
import type { ParsedLaw } from '../corpus/types.ts';
import { readInput } from './input.ts';
import { show, type Verb, type VerbInput } from './verb.ts';

/** Prints what the parser makes of a legal text; 1 for a file that is none. */
export const parse: Verb = {
  usage: 'parse FILE|- [--json]',
  positionals: [1, 1],
  async run(input) {
    const [file = '-'] = input.args;
    const refuse = (refusal: Refusal): 1 => {
      input.complain(input.t.of(`refusal.${refusal.code}`, { file }));
      return 1;
    };
    // Asked before the file is read: a file far too large is not worth the memory.
    const found = file === '-' ? undefined : await stat(file).catch(() => undefined);
    const oversize = found && refuseSize(found.size);
    if (oversize) return refuse(oversize);
    const bytes = await readInput(file, input);
    if (!bytes.ok) return bytes.error;
    const text = readText(bytes.value);
    if (!text.ok) return refuse(text.error);
    const law = parseLaw(text.value);
    show(input, law, () => summary(law, input));
    return 0;
  },
};

/** The outline, with what the parser noticed. */
const summary = ({ title, dates, outline, units, warnings }: ParsedLaw, { t }: VerbInput): string =>
  [
    title,
    ...dates,
    t('outline.counts', { divisions: outline.length, units: units.length }),
    ...outline.map(
      ({ label, title, first, last }) => `${`${label} ${title}`.trim()}  ${first ?? ''}–${last ?? ''}`,
    ),
    ...warnings.map(({ line, code, message }) => `! ${line}: ${code}: ${message}`),
  ].join('\n');
