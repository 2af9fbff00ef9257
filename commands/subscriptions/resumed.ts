import type { Context } from '../../src/chat/command.ts';
import { type Block, buttons, text } from '../../src/chat/reply.ts';
import type { Found } from './find.ts';
import { missedSince } from './missed.ts';

/** That a subscription that was paused goes on, how much came meanwhile, and the offer of it. */
export async function resumedBlocks(
  found: Found,
  since: string,
  context: Context,
): Promise<readonly Block[]> {
  const { t } = context;
  const count = (await missedSince(found, since, context)).length;
  const offer = buttons({
    label: t('subscriptions.catch-up', { count }),
    action: { command: 'subscriptions', name: 'catch-up', args: [found.subscription.id, since] },
    style: 'primary',
  });
  return [text(t.md('subscriptions.resumed', { count })), ...(count === 0 ? [] : [offer])];
}
