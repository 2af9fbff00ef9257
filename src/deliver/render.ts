import type { Outgoing } from '../chat/messenger.ts';
import type { Corpus } from '../corpus/types.ts';
import type { LeasedDelivery } from '../store/port.ts';
import { renderDigest } from './render/digest.ts';
import { renderMeasure } from './render/measure.ts';
import { renderNotice } from './render/notice.ts';

/**
 * A delivery as one message. The `custom_id` of one of its components ends in the delivery's id, by which the message is known
 * again when a channel is read back. Nothing is cut silently: what does not fit is attached as a text.
 */
export async function render(delivery: LeasedDelivery, corpus: Corpus): Promise<Outgoing> {
  const { alert, measure, digest } = delivery;
  if (digest !== null) return renderDigest(delivery, digest);
  switch (alert.kind) {
    case 'source':
    case 'trouble':
    case 'test':
      return renderNotice(delivery, delivery);
    default:
      if (measure === null) throw new Error(`alert ${alert.id} has lost its measure`);
      return alert.kind === 'review'
        ? (await import('./render/review.ts')).renderReview(delivery, measure, corpus)
        : renderMeasure(delivery, { ...delivery, measure }, corpus);
  }
}
