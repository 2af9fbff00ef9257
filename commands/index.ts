import type { Command } from '../src/chat/command.ts';
import { article } from './article.ts';
import { audit } from './audit.ts';
import { compare } from './compare.ts';
import { coverage } from './coverage.ts';
import { duties } from './duties.ts';
import { feed } from './feed.ts';
import { help } from './help.ts';
import { latest } from './latest.ts';
import { lookup } from './lookup.ts';
import { measures } from './measures.ts';
import { outline } from './outline.ts';
import { related } from './related.ts';
import { review } from './review.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { subscribe } from './subscribe.ts';
import { subscriptions } from './subscriptions.ts';
import { summary } from './summary.ts';
import { topic } from './topic.ts';
import { unsubscribe } from './unsubscribe.ts';
import { why } from './why.ts';

/** Every command, once: registration, dispatch and help derive from this list. */
export const commands: readonly Command[] = [
  article,
  search,
  outline,
  duties,
  related,
  lookup,
  summary,
  compare,
  measures,
  coverage,
  latest,
  why,
  subscribe,
  subscriptions,
  unsubscribe,
  topic,
  review,
  feed,
  settings,
  audit,
  help,
];
