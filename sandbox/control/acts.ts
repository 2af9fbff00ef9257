/** What people do, each as a method of `People` or of the publisher. */
import type { ModalValues } from '../people/modal.ts';
import type {
  Completion,
  ForgedModal,
  Invocation,
  MessageAction,
  Press,
  Selection,
} from '../people/people.ts';
import type { Actor } from '../people/place.ts';
import { NotOffered } from '../people/refusal.ts';
import { SITES, type Site } from '../publisher/samples.ts';
import { MAX_FILE_BYTES } from '../rest/body.ts';
import { flag, list, object, oneOf, optional, required, snowflake, text } from '../validate/form.ts';
import { type ControlRoute, take } from './shape.ts';

const actor = {
  user: required(snowflake),
  channel: required(snowflake),
  locale: optional(text(10)),
  forged: optional(flag),
};
const onMessage = { ...actor, message: required(snowflake) };

interface OwnEntry {
  readonly title: string;
  readonly body?: string;
  readonly site?: Site;
  readonly docNumber?: string;
  readonly issuer?: string;
}

const publish: ControlRoute = ({ publisher }, body) => {
  const { sample } = take<{ sample?: string }>(body, { sample: optional(text(20)) });
  if (sample !== undefined) {
    const entry = publisher.publishSample(sample);
    if (entry === undefined) throw new NotOffered(`there is no sample ${sample}`);
    return entry;
  }
  const own = take<OwnEntry>(body, {
    title: required(text(2_000, 1)),
    body: optional(text(20_000)),
    site: optional(oneOf(...SITES)),
    docNumber: optional(text(100)),
    issuer: optional(text(200)),
  });
  const paragraphs = (own.body ?? '').split('\n').filter((line) => line.trim() !== '');
  return publisher.publish({
    site: own.site ?? 'list',
    title: own.title,
    issuer: own.issuer || '样例发布者',
    ...(own.docNumber && { docNumber: own.docNumber }),
    paragraphs,
  });
};

export const acts: Readonly<Record<string, ControlRoute>> = {
  invoke: ({ people }, body) =>
    people.invoke(
      take<Invocation>(body, { ...actor, command: required(text(100, 1)), options: optional(object({})) }),
    ),
  autocomplete: ({ people }, body) =>
    people.autocomplete(
      take<Completion>(body, {
        ...actor,
        command: required(text(100, 1)),
        options: optional(object({})),
        focused: required(text(32, 1)),
      }),
    ),
  'message-command': ({ people }, body) =>
    people.runMessageCommand(
      take<MessageAction & { command: string }>(body, { ...onMessage, command: required(text(32, 1)) }),
    ),
  press: ({ people }, body) =>
    people.press(take<Press>(body, { ...onMessage, customId: required(text(100, 1)) })),
  select: ({ people }, body) =>
    people.select(
      take<Selection>(body, {
        ...onMessage,
        customId: required(text(100, 1)),
        values: required(list(text(100), 25)),
      }),
    ),
  modal: ({ people }, body) => {
    const { exchange, values } = take<{ exchange: string; values: ModalValues }>(body, {
      exchange: required(snowflake),
      values: required(object({})),
    });
    return people.submitModal(exchange, values);
  },
  'forge-modal': ({ people }, body) =>
    people.forgeModal(
      take<ForgedModal>(body, {
        ...actor,
        customId: required(text(100, 1)),
        values: required(object({})),
        message: optional(snowflake),
      }),
    ),
  /** A file for an option of a command; the answer's `id` is the option's value. */
  'choose-file': ({ people }, body) => {
    const { name, base64 } = take<{ name: string; base64: string }>(body, {
      name: required(text(260, 1)),
      base64: required(text(14 * 1024 * 1024)),
    });
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length > MAX_FILE_BYTES) throw new NotOffered('a file has at most 10 MiB');
    return { id: people.chooseFile(name, bytes) };
  },
  say: ({ people }, body) => {
    const { content, ...who } = take<Actor & { content: string }>(body, {
      ...actor,
      content: required(text(2_000, 1)),
    });
    return people.say(who, content);
  },
  'direct-messages': ({ world }, body) => {
    const { user } = take<{ user: string }>(body, { user: required(snowflake) });
    return { channel: world.dmWith(user).id };
  },
  publish,
};
