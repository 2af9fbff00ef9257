import type { Log } from '../log.ts';
import { type Locale, translator } from './catalogue/index.ts';
import type { Answer } from './command.ts';
import { type Audience, fitReply, type MessageBody } from './fit.ts';
import { fitModal } from './fitModal.ts';
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
  /** Opens a form; not there where Discord takes none: in answer to a form. */
  ask?(modal: ModalBody): Promise<unknown>;
}

export type ModalBody = ReturnType<typeof fitModal>;

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
 * id when it fails. A form can only be the first answer: one that comes too late is a problem that asks to try again. One of the
 * three places that catch.
 */
export async function answer(
  port: AnswerPort,
  audience: Audience,
  locale: Locale,
  produce: () => Answer,
  answering: Answering,
): Promise<void> {
  let deferral: Promise<unknown> | null = null;
  const callOff = answering.schedule(() => {
    deferral = port.defer();
    // Awaited below; until then a rejection must not count as unhandled.
    deferral.catch(() => undefined);
  }, deferAfterMs);

  /** How it is sent, fitted to Discord's limits; what does not fit is a failure like any other. */
  async function prepare(): Promise<(deferred: boolean) => Promise<void>> {
    const produced = await produce();
    if ('blocks' in produced) return sending(port, produced, audience);
    const modal = fitModal(produced);
    const late = sending(port, problem(locale, 'problem.late-form'), 'asker');
    return async (deferred) => {
      if (deferred || !port.ask) await late(deferred);
      else await port.ask(modal);
    };
  }

  try {
    const send = await prepare().catch((error: unknown) =>
      sending(port, failure(error, locale, answering), 'asker'),
    );
    callOff();
    await deferral;
    await send(deferral !== null);
  } catch (error) {
    // Discord did not take the answer (too late, message gone): nobody is left to tell but the log.
    answering.log.error({ ...answering.about, err: error }, 'an interaction could not be answered');
  }
}

function sending(port: AnswerPort, reply: Reply, audience: Audience) {
  const isProblem = reply.tone === 'problem';
  const [first, ...more] = fitReply(reply, isProblem ? 'asker' : audience);
  return async (deferred: boolean): Promise<void> => {
    if (isProblem) await port.aside(first, deferred);
    else if (deferred) await port.afterDefer(first);
    else await port.first(first);
    for (const body of more) await port.more(body);
  };
}

function failure(error: unknown, locale: Locale, { log, randomId, about }: Answering): Reply {
  const id = randomId();
  log.error({ ...about, id, err: error }, 'a command failed');
  return { tone: 'problem', blocks: [text(translator(locale).md('problem.internal', { id }))] };
}

/** What is said when something cannot be done, for a reason that every command may meet. */
export const problem = (
  locale: Locale,
  key:
    | 'problem.unknown-command'
    | 'problem.moderators-only'
    | 'problem.stale-component'
    | 'problem.late-form',
): Reply => ({ tone: 'problem', blocks: [text(translator(locale).md(key))] });
