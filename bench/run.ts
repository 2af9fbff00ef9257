import { benchAnswer } from './answer.ts';
import { benchLink } from './link.ts';
import { benchParse } from './parse.ts';

/** Every measurement, each against a peer or a limit: `npm run bench`. */
for (const measure of [benchAnswer, benchParse, benchLink]) process.stdout.write(`${await measure()}\n\n`);
