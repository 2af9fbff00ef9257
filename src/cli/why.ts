import { reasonSentence } from '../chat/views/reason.ts';
import { canonicalUrl } from '../watch/canonicalise.ts';
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
        t,
        complain,
      } = input;
      const direct = await store.why(url);
      const found = direct.length > 0 || !URL.canParse(url) ? direct : await store.why(canonicalUrl(url));
      if (found.length === 0) complain(t('cli.no-such-entry', { url }));
      if (found.length === 0) return 1;
      show(input, { way: found }, () =>
        found
          .map(({ record, measure, deliveries }) =>
            [
              `${record.seenAt}  ${record.feedId}  ${record.verdict}`,
              record.entry.title,
              record.entry.url,
              reasonSentence(record.reason, t),
              ...(measure?.links ?? []).map(
                ({ number, link, score, why }) => `  ${number} ${link} ${score} ${why}`,
              ),
              ...deliveries.map(
                ({ target, state, messageId, attempts, lastError }) =>
                  `  → ${target.kind === 'channel' ? target.channelId : target.userId} ${state} ${messageId ?? ''} ×${attempts} ${lastError ?? ''}`,
              ),
            ].join('\n'),
          )
          .join('\n\n'),
      );
      return 0;
    }),
};
