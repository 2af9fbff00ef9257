import { clip, trusted } from '../../chat/markdown.ts';
import type { Outgoing } from '../../chat/messenger.ts';
import { type Block, buttons } from '../../chat/reply.ts';
import { entire, measureText } from '../../chat/views/measure.ts';
import { reviewReply } from '../../chat/views/review.ts';
import type { Corpus } from '../../corpus/types.ts';
import { nobodys, type Seen, see } from '../../ledger/see.ts';
import { proposedOf } from '../../ledger/settle.ts';
import type { ArticleLink } from '../../link/types.ts';
import type { LeasedDelivery, Measure } from '../../store/port.ts';
import { compose, voiceOf } from './compose.ts';

/** A doubtful measure for moderators, as `/review` shows it: to be settled with its buttons. */
export function renderReview(delivery: LeasedDelivery, measure: Measure, corpus: Corpus): Outgoing {
  const t = voiceOf(delivery);
  const guild = delivery.guild ?? nobodys;
  const seen = see(measure, guild);
  const formOf = (shown: Measure, as: Seen): readonly Block[] =>
    reviewReply(shown, as, guild, corpus, t, delivery.alert.about).blocks;
  const whole = measureText({ ...measure, links: proposedOf(seen), seen }, corpus, t, entire);
  const isWhole = (form: readonly Block[]): boolean =>
    form.some((block) => 'text' in block && block.text.markdown === whole.markdown);
  return compose(
    {
      tone: seen.decision === null ? 'alert' : 'plain',
      title: measure.title,
      forms: [formOf(measure, seen), formOf(shortened(measure), { ...seen, ...shortenedLinks(seen) })],
      whole: trusted(whole.markdown),
      isWhole,
      foot: [
        buttons({
          label: t('alert.why'),
          action: { command: 'latest', name: 'why', args: [measure.id, delivery.id] },
        }),
      ],
      roleIds: [],
    },
    t,
  );
}

/** Of what may be of any length, so much as always fits one message. */
const shortened = (measure: Measure): Measure => ({
  ...measure,
  title: clip(measure.title, 100),
  issuer: measure.issuer && clip(measure.issuer, 30),
  docNumber: measure.docNumber && clip(measure.docNumber, 30),
  url: measure.url.length > 300 ? '' : measure.url,
});

const shortenedLinks = ({ links, doubtful }: Seen): Pick<Seen, 'links' | 'doubtful'> => {
  const some = (all: readonly ArticleLink[]): readonly ArticleLink[] =>
    all.slice(0, 3).map((link) => ({ ...link, why: clip(link.why, 30) }));
  return { links: some(links), doubtful: some(doubtful) };
};
