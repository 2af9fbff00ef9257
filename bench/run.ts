import { benchAnswer } from './answer.ts';
import { benchDeliver } from './deliver.ts';
import { benchLink } from './link.ts';
import { benchParse } from './parse.ts';
import { benchSearchQuality, benchSearchScale } from './search.ts';
import { benchWatch } from './watch.ts';

/** Every measurement, each against a peer or a limit: `npm run bench`. */
const measures = [
  benchAnswer,
  benchParse,
  benchSearchQuality,
  benchSearchScale,
  benchLink,
  benchWatch,
  benchDeliver,
];
for (const measure of measures) process.stdout.write(`${await measure()}\n\n`);
