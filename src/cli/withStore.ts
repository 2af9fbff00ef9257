import { storeSentence } from '../chat/views/store.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/port.ts';
import type { ExitCode, VerbInput } from './verb.ts';

/** Opens the store beside a running bot, does the work, closes it; 1 and a sentence where it cannot be opened. */
export async function withStore(
  { config, t, complain }: VerbInput,
  work: (store: Store) => Promise<ExitCode>,
): Promise<ExitCode> {
  const opened = await openStore(config.databaseUrl);
  if (!opened.ok) {
    complain(storeSentence(opened.error, t));
    return 1;
  }
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}
