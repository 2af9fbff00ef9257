/**
 * Run as a process of its own by `library.test.ts`: opens a team's folder and says how many texts were read for it and how many
 * documents there are. Usage: `node openProcess.ts <folder> <library file>`.
 */
import { openCorpus } from '../../corpus/library.ts';

const [, , extraDir = '', file = ''] = process.argv;
let taken = 0;
const opened = await openCorpus({
  extraDir,
  file,
  onProgress: (_, total) => {
    taken = total;
  },
});
if (!opened.ok) throw new Error(opened.error.detail);
process.stdout.write(JSON.stringify({ taken, documents: opened.value.corpus.documents.length }));
opened.value.close();
