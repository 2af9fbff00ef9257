import { loadFeeds } from '../../feeds/index.ts';
import { plain } from '../chat/markdown.ts';
import { findWay, stepText } from '../chat/views/way.ts';
import { openTexts } from './openTexts.ts';
import { show, type Verb } from './verb.ts';
import { withStore } from './withStore.ts';

/** The way of one entry, newest first: read when, from where, measure, links, deliveries, or what said no. 1 if never read. */
export const why: Verb = {
  usage: 'why URL [--json]',
  positionals: [1, 1],
  run: (input) =>
    withStore(input, async (store) => {
      const {
        args: [url = ''],
        config,
        t,
        complain,
      } = input;
      const way = await findWay(store, url);
      if (way.length === 0) complain(t('cli.no-such-entry', { url }));
      if (way.length === 0) return 1;
      using texts = await openTexts(input);
      if (!texts) return 1;
      const { corpus } = texts;
      const { feeds } = await loadFeeds({ extraDir: config.feedsDir });
      show(input, { way }, () => way.map((step) => plain(stepText(step, { feeds, corpus }, t))).join('\n\n'));
      return 0;
    }),
};
