import type { Schedule } from '../../src/deliver/attempt.ts';
import type { Messenger, SendProblem } from '../../src/deliver/messenger.ts';
import { createOutbox, type OutboxParts } from '../../src/deliver/outbox.ts';
import { fail, ok } from '../../src/result.ts';
import type { Sent, Store, Target } from '../../src/store/port.ts';
import { START } from '../store/sample.ts';

/** Time that stands still until a test moves it, with the timers that hang on it. */
export class Time {
  #now = START;
  #timers = new Set<{ readonly at: number; readonly run: () => void }>();

  readonly clock = (): Date => new Date(this.#now);

  readonly schedule: Schedule = (run, ms) => {
    const timer = { at: this.#now + ms, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  get timers(): number {
    return this.#timers.size;
  }

  /** Lets `seconds` pass: each timer at its own moment, and all that follows from it before the next. */
  async pass(seconds: number): Promise<void> {
    const end = this.#now + seconds * 1_000;
    await settle();
    for (;;) {
      const [next] = [...this.#timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
      await settle();
    }
    this.#now = end;
    await settle();
  }
}

/** Until nothing more can happen without time or an answer from outside: the store works within microtasks. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * What the other side does with one call: answers, fails before or after writing, answers when told to, or never.
 * A process that dies is a call that never returns.
 */
export type Behaviour =
  | 'answer'
  | { readonly failBefore: SendProblem }
  | { readonly failAfter: SendProblem }
  | { readonly hang: 'before' | 'after'; readonly until?: Promise<void> }
  | { readonly throws: Error };

export interface Posted {
  readonly channel: string;
  readonly deliveryId: string;
  readonly messageId: string;
  text: string;
}

export interface ChannelsOptions {
  readonly nonceSeconds?: number;
  readonly clock?: () => Date;
}

/** The targets' side: keeps what was posted, remembers nonces for a while or until told to forget, and behaves as scripted. */
export class Channels implements Messenger<string> {
  readonly posted: Posted[] = [];
  readonly published = new Set<string>();
  readonly calls: string[] = [];
  /** How the next send and read-back of a channel behave; 'answer' without a script. */
  sendScript: (channel: string, deliveryId: string) => Behaviour = () => 'answer';
  editScript: (channel: string, messageId: string) => Behaviour = (...call) => this.sendScript(...call);
  findScript: (channel: string, deliveryId: string) => Behaviour = () => 'answer';
  publishScript: (channel: string) => Behaviour = () => 'answer';
  #nonces = new Map<string, { readonly messageId: string; readonly until: number }>();
  readonly #clock: () => Date;
  readonly #nonceMs: number;

  constructor({ nonceSeconds = 300, clock = () => new Date(START) }: ChannelsOptions = {}) {
    this.#clock = clock;
    this.#nonceMs = nonceSeconds * 1_000;
  }

  forgetNonces(): void {
    this.#nonces.clear();
  }

  messages(channel: string): string[] {
    return this.posted.filter((post) => post.channel === channel).map((post) => post.deliveryId);
  }

  readonly post: Messenger<string>['post'] = async ({ target, id, earlier }, message) => {
    const channel = name(target);
    this.calls.push(`post ${channel} ${id}${earlier === null ? '' : ` after ${earlier.messageId}`}`);
    return behave(this.sendScript(channel, id), () => ({ messageId: this.#post(channel, id, message) }));
  };

  readonly edit: Messenger<string>['edit'] = async (target, { messageId }, message) => {
    const channel = name(target);
    this.calls.push(`edit ${channel} ${messageId}`);
    return behave(this.editScript(channel, messageId), () => {
      const posted = this.posted.find((post) => post.messageId === messageId);
      if (posted) posted.text = message;
    });
  };

  readonly publish: Messenger<string>['publish'] = async (target, { messageId }) => {
    const channel = name(target);
    this.calls.push(`publish ${channel} ${messageId}`);
    return behave(this.publishScript(channel), () => void this.published.add(messageId));
  };

  readonly findSent: Messenger<string>['findSent'] = async ({ target, id }) => {
    const channel = name(target);
    this.calls.push(`find ${channel} ${id}`);
    return behave(this.findScript(channel, id), (): Sent | null => {
      const found = this.posted.find((post) => post.channel === channel && post.deliveryId === id);
      return found ? { messageId: found.messageId } : null;
    });
  };

  #post(channel: string, deliveryId: string, text: string): string {
    const now = this.#clock().getTime();
    const known = this.#nonces.get(deliveryId);
    if (known && known.until > now) return known.messageId;
    const messageId = `m${this.posted.length + 1}`;
    this.posted.push({ channel, deliveryId, messageId, text });
    this.#nonces.set(deliveryId, { messageId, until: now + this.#nonceMs });
    return messageId;
  }
}

async function behave<T>(behaviour: Behaviour, act: () => T) {
  if (behaviour === 'answer') return ok(act());
  if ('throws' in behaviour) throw behaviour.throws;
  if ('failBefore' in behaviour) return fail(behaviour.failBefore);
  if ('failAfter' in behaviour) {
    act();
    return fail(behaviour.failAfter);
  }
  if (behaviour.hang === 'after') {
    const value = act();
    await (behaviour.until ?? forever);
    return ok(value);
  }
  await (behaviour.until ?? forever);
  return ok(act());
}

const forever = new Promise<void>(() => undefined);

export const name = (target: Target): string => (target.kind === 'user' ? target.userId : target.channelId);

export const problem = (kind: SendProblem['kind'], part: Partial<SendProblem> = {}): SendProblem => ({
  kind,
  ...(kind === 'closed' ? { trouble: 'no-access' as const } : {}),
  // Only what failed on its way may have been written.
  ...(kind === 'retry' ? {} : { unwritten: true as const }),
  code: 'code',
  detail: 'detail',
  ...part,
});

/** An outbox on this store and these channels, with a log that can be read. */
export function openOutbox(
  store: OutboxParts<string>['store'],
  channels: Channels,
  time: Time,
  part: Partial<OutboxParts<string>> = {},
) {
  const lines: string[] = [];
  const note = (level: string) => (_fields: object, message: string) => lines.push(`${level}: ${message}`);
  const outbox = createOutbox<string>({
    store,
    messenger: channels,
    render: ({ digest, measure }) =>
      (digest ?? [{ measure }]).map((item) => item.measure?.title ?? '').join('\n'),
    clock: time.clock,
    schedule: time.schedule,
    random: () => 0.5,
    leaseMs: 60_500,
    log: { info: note('info'), warn: note('warn'), error: note('error') },
    ...part,
  });
  return { ...outbox, lines };
}

/** The state of every delivery of a measure, by id. */
export async function standing(store: Store, measureId: string) {
  const [way] = await store.why(`https://kw.example/${measureId}`);
  return Object.fromEntries((way?.deliveries ?? []).map((delivery) => [delivery.id, delivery]));
}
