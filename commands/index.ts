import type { Command } from '../src/chat/command.ts';
import { article } from './article.ts';
import { help } from './help.ts';
import { latest } from './latest.ts';
import { outline } from './outline.ts';
import { search } from './search.ts';
import { subscribe } from './subscribe.ts';
import { subscriptions } from './subscriptions.ts';
import { unsubscribe } from './unsubscribe.ts';

/** Every command, once: registration, dispatch and help derive from this list. */
export const commands: readonly Command[] = [
  article,
  search,
  outline,
  latest,
  subscribe,
  subscriptions,
  unsubscribe,
  help,
];
