import type { Log } from '../log.ts';
import { type Locale, translator } from './catalogue/index.ts';
import { type Audience, fitReply, type MessageBody } from './fit.ts';
import { type Reply, text } from './reply.ts';

/** The ways to answer one interaction: what the adapter makes of discord.js, and nothing more. */
export interface AnswerPort {
  /** Shows that we are at work; for a command it also settles who sees the answer. */
  defer(): Promise<unknown>;
  first(body: MessageBody): Promise<unknown>;
  /** The first message after a deferral. */
  afterDefer(body: MessageBody): Promise<unknown>;
  /** A problem: for the asker alone, and in no message's place. */
  aside(body: MessageBody, deferred: boolean): Promise<unknown>;
  more(body: MessageBody): Promise<unknown>;
}

/** What answering takes besides the way to answer: where a failure is written down, about what, and a timer. */
export interface Answering {
  readonly log: Log;
  readonly randomId: () => string;
  /** Runs once after that many milliseconds; what it returns takes it back. */
  readonly schedule: (run: () => void, ms: number) => () => void;
  readonly about: Readonly<Record<string, unknown>>;
}

/** Discord shows "did not respond" after three seconds; half of it is left for the way there and back. */
const deferAfterMs = 1500;

/**
 * Runs what an interaction asks for and answers it in time, whatever happens: a deferral when it takes long, a message with an
 * id when it fails. One of the three places that catch.
 */
export async function answer(
  port: AnswerPort,
  audience: Audience,
  locale: Locale,
  produce: () => Reply | Promise<Reply>,
  answering: Answering,
): Promise<void> {
  let deferral: Promise<unknown> | null = null;
  const callOff = answering.schedule(() => {
    deferral = port.defer();
    // Awaited below; until then a rejection must not count as unhandled.
    deferral.catch(() => undefined);
  }, deferAfterMs);
  try {
    const reply = await Promise.try(produce).catch((error: unknown) => failure(error, locale, answering));
    callOff();
    await deferral;
    await send(port, reply, audience, deferral !== null);
  } catch (error) {
    // Discord did not take the answer (too late, message gone): nobody is left to tell but the log.
    answering.log.error({ ...answering.about, err: error }, 'an interaction could not be answered');
  }
}

async function send(port: AnswerPort, reply: Reply, audience: Audience, deferred: boolean): Promise<void> {
  const problem = reply.tone === 'problem';
  const [first, ...more] = fitReply(reply, problem ? 'asker' : audience);
  if (problem) await port.aside(first, deferred);
  else if (deferred) await port.afterDefer(first);
  else await port.first(first);
  for (const body of more) await port.more(body);
}

function failure(error: unknown, locale: Locale, { log, randomId, about }: Answering): Reply {
  const id = randomId();
  log.error({ ...about, id, err: error }, 'a command failed');
  return { tone: 'problem', blocks: [text(translator(locale).md('problem.internal', { id }))] };
}
