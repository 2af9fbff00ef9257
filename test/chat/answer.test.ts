import { describe, expect, it } from 'vitest';
import { type AnswerPort, answer } from '../../src/chat/answer.ts';
import { md } from '../../src/chat/markdown.ts';
import { type Modal, type Reply, text } from '../../src/chat/reply.ts';

const reply = (tone: Reply['tone']): Reply => ({ tone, blocks: [text(md`answer`)] });

const modal: Modal = {
  action: { command: 'topic', name: 'save', args: [] },
  title: 'Topic',
  fields: [{ id: 'name', label: 'Name', type: 'line' }],
};

/** A port that writes down what is done, and a clock that strikes when told to. */
function setting() {
  const done: string[] = [];
  const logged: object[] = [];
  let strike: (() => void) | null = null;
  const note = (what: string) => async (): Promise<void> => void done.push(what);
  const port: AnswerPort = {
    defer: note('defer'),
    first: note('first'),
    afterDefer: note('after defer'),
    aside: async (_, deferred) => void done.push(deferred ? 'aside after defer' : 'aside'),
    more: note('more'),
    ask: async ({ custom_id }) => void done.push(`ask ${custom_id}`),
  };
  const silent = (): void => undefined;
  return {
    done,
    logged,
    port,
    strike: () => strike?.(),
    answering: {
      log: { debug: silent, info: silent, warn: silent, error: (about: object) => void logged.push(about) },
      randomId: () => 'f00d',
      schedule: (run: () => void) => {
        strike = run;
        return () => {
          strike = null;
        };
      },
      about: { command: 'article' },
    },
  };
}

describe('answering an interaction', () => {
  it('answers at once when it can, and never defers afterwards', async () => {
    const { port, answering, done, strike } = setting();
    await answer(port, 'asker', 'en', () => reply('law'), answering);
    strike();
    expect(done).toEqual(['first']);
  });

  it('defers when it takes long, and then answers', async () => {
    const { port, answering, done, strike } = setting();
    const slow = Promise.withResolvers<Reply>();
    const answered = answer(port, 'asker', 'en', () => slow.promise, answering);
    strike();
    slow.resolve(reply('law'));
    await answered;
    expect(done).toEqual(['defer', 'after defer']);
  });

  it('keeps a problem to the asker, also after a deferral that everyone saw', async () => {
    const quick = setting();
    await answer(quick.port, 'everyone', 'en', () => reply('problem'), quick.answering);
    expect(quick.done).toEqual(['aside']);
    const late = setting();
    const slow = Promise.withResolvers<Reply>();
    const answered = answer(late.port, 'everyone', 'en', () => slow.promise, late.answering);
    late.strike();
    slow.resolve(reply('problem'));
    await answered;
    expect(late.done).toEqual(['defer', 'aside after defer']);
  });

  it('sends all of a long answer', async () => {
    const { port, answering, done } = setting();
    const long: Reply = { tone: 'law', blocks: [text(md`${'字'.repeat(9000)}`)] };
    await answer(port, 'asker', 'en', () => long, answering);
    expect(done).toEqual(['first', 'more', 'more']);
  });

  it('opens a form when it is the first answer', async () => {
    const { port, answering, done } = setting();
    await answer(port, 'asker', 'en', () => modal, answering);
    expect(done).toEqual(['ask topic|save']);
  });

  it('asks to try again when a form comes after the deferral, for Discord opens none then', async () => {
    const { port, answering, strike } = setting();
    const bodies: string[] = [];
    const watching: AnswerPort = { ...port, aside: async (body) => void bodies.push(JSON.stringify(body)) };
    const slow = Promise.withResolvers<Modal>();
    const answered = answer(watching, 'everyone', 'en', () => slow.promise, answering);
    strike();
    slow.resolve(modal);
    await answered;
    expect(bodies.join()).toContain('try again');
  });

  it('asks to try again where a form answers a form, for Discord opens none there', async () => {
    const { port, answering, done } = setting();
    const { ask: _, ...formless } = port;
    await answer(formless, 'asker', 'en', () => modal, answering);
    expect(done).toEqual(['aside']);
  });

  it('tells a reply that cannot be fitted like any failure, by an id', async () => {
    const { port, answering, done, logged } = setting();
    const broken: Reply = { tone: 'plain', blocks: [{ type: 'file', file: 'missing.csv' }] };
    await answer(port, 'asker', 'en', () => broken, answering);
    expect(done).toEqual(['aside']);
    expect(logged).toHaveLength(1);
  });

  it('tells a failure by an id that is in the log, and never its inner message', async () => {
    const { port, answering, logged } = setting();
    const bodies: string[] = [];
    const watching: AnswerPort = { ...port, aside: async (body) => void bodies.push(JSON.stringify(body)) };
    const fault = new Error('secret detail');
    await answer(watching, 'asker', 'en', () => Promise.reject(fault), answering);
    expect(bodies.join()).toContain('f00d');
    expect(bodies.join()).not.toContain('secret');
    expect(logged).toEqual([{ command: 'article', id: 'f00d', err: fault }]);
  });

  it('writes down what Discord would not take, and throws nothing', async () => {
    const { port, answering, logged } = setting();
    const closed: AnswerPort = { ...port, first: () => Promise.reject(new Error('10062')) };
    await answer(closed, 'asker', 'en', () => reply('law'), answering);
    expect(logged).toHaveLength(1);
  });
});
