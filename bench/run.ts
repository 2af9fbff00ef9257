import { benchAnswer } from './answer.ts';
import { benchLink } from './link.ts';
import { benchParse } from './parse.ts';
import { benchWatch } from './watch.ts';

/** Every measurement, each against a peer or a limit: `npm run bench`. */
for (const measure of [benchAnswer, benchParse, benchLink, benchWatch])
  process.stdout.write(`${await measure()}\n\n`);
