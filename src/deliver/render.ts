import { translator } from '../chat/catalogue/index.ts';
import { fitReply, type MessageBody } from '../chat/fit.ts';
import { webUrl } from '../chat/markdown.ts';
import { buttons, note, type Reply, text } from '../chat/reply.ts';
import { isFollowUp, kindName, measureText } from '../chat/views/measure.ts';
import type { Corpus } from '../corpus/types.ts';
import type { LeasedDelivery } from '../store/port.ts';

/**
 * An alert as a message. Its "why" button carries the delivery's id, by which the message is known again when a channel is
 * read back. All parts have limits, so it is always one message.
 */
export function renderAlert({ id, measure, subscription }: LeasedDelivery, corpus: Corpus): MessageBody {
  const t = translator(subscription.locale);
  const url = webUrl(measure.url);
  const reply: Reply = {
    tone: 'alert',
    blocks: [
      text(
        t.md(isFollowUp(measure, corpus) ? 'alert.heading' : 'alert.heading.earlier', {
          kind: kindName(measure, t),
        }),
      ),
      text(measureText(measure, corpus, t)),
      note(t.md('alert.derived')),
      buttons(...(url === null || url.length > 512 ? [] : [{ label: t('alert.page'), url }]), {
        label: t('alert.why'),
        action: { command: 'latest', name: 'why', args: [measure.id, id] },
      }),
    ],
  };
  return fitReply(reply, 'everyone')[0];
}
