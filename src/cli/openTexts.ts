import { openTexts as open, type Texts } from '../openTexts.ts';
import type { VerbInput } from './verb.ts';

/** The texts for a verb; it names what of the team's folder was left out. Null, and a sentence, where they cannot be opened. */
export async function openTexts({ config, t, complain, onProgress }: VerbInput): Promise<Texts | null> {
  const opened = await open(config, t, onProgress);
  if (!opened.ok) {
    complain(opened.error);
    return null;
  }
  for (const problem of opened.value.problems) complain(t('texts.left-out', problem));
  return opened.value;
}
