import { storeSentence } from '../chat/views/store.ts';
import { show, type Verb } from './verb.ts';
import { withStore } from './withStore.ts';

/** A consistent copy of the database, made while the bot runs; 1 where the file exists already. */
export const backup: Verb = {
  usage: 'backup FILE [--json]',
  positionals: [1, 1],
  run: (input) =>
    withStore(input, async (store) => {
      const [file = ''] = input.args;
      const made = await store.backup(file);
      if (!made.ok) {
        input.complain(storeSentence(made.error, input.t, 'backup'));
        return 1;
      }
      show(input, { file }, () => file);
      return 0;
    }),
};
