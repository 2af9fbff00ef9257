import { plain } from '../chat/markdown.ts';
import { problemSentence } from '../chat/views/problem.ts';
import { labelOf, type Passage, parseReference, printAddress, resolve } from '../corpus/address.ts';
import type { Corpus } from '../corpus/types.ts';
import { openTexts } from './openTexts.ts';
import type { ExitCode, VerbInput } from './verb.ts';

/**
 * Does the work on the passage that the arguments name. 1, a sentence and what comes closest where they name nothing.
 */
export async function withPassage(
  input: VerbInput,
  work: (passage: Passage, corpus: Corpus) => void,
): Promise<ExitCode> {
  const { args, t, complain } = input;
  using texts = await openTexts(input);
  if (!texts) return 1;
  const { corpus } = texts;
  const ref = args.join(' ');
  const address = parseReference(ref, corpus);
  const passage = address.ok ? resolve(address.value, corpus) : address;
  if (passage.ok) {
    work(passage.value, corpus);
    return 0;
  }
  complain(plain(problemSentence(passage.error, ref, corpus, t)));
  const nearest = passage.error.nearest.map(
    (address) => `${printAddress(address)} ${labelOf(address, corpus)}`,
  );
  if (nearest.length > 0) complain([t('reference.nearest'), ...nearest].join('\n  '));
  return 1;
}
