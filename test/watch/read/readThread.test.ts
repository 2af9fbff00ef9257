import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { ok } from '../../../src/result.ts';
import { hashWords } from '../../../src/watch/identity/textHash.ts';
import type { Page } from '../../../src/watch/read/list.ts';
import { readHere } from '../../../src/watch/read/readings.ts';
import {
  createReadThread,
  limits,
  type ReadThread,
  type ReadThreadOptions,
} from '../../../src/watch/read/readThread.ts';
import type { HtmlReader, Reader } from '../../../src/watch/types.ts';

const rows: HtmlReader = { kind: 'html', item: 'li', title: 'a', link: 'a@href', date: 'span' };
const pageOf = (text: string) => ({
  url: 'https://kw.beijing.gov.cn/zcwj/',
  body: new TextEncoder().encode(text),
  contentType: 'text/html; charset=utf-8',
});
const good = pageOf(
  '<ul><li><a href="./t20260918_1.html">概念验证管理办法</a><span>2026-09-18</span></li></ul>',
);
/** Somebody's own reader, whose pattern takes longer with each letter than with all before it. */
const endless = pageOf(`<ul><li><a href="/${'a'.repeat(60)}!">概念验证管理办法</a></li></ul>`);
const slow: Reader = { ...rows, linkPattern: '^(?:.*/)?(?:a+)+$' };
/** What reading here gives of a list, with the hashes that the thread works out in passing. */
async function readWithHashes(page: Page, reader: Reader | null) {
  const read = await readHere.list(page, reader);
  if (!read.ok) return read;
  return ok({
    ...read.value,
    entries: read.value.entries.map((entry) => ({ ...entry, textHash: hashWords(entry) })),
  });
}
const hostile = (thread: ReadThread) => thread.list(endless, slow);

describe('a thread that reads', () => {
  let thread: ReadThread;
  /** The limits of time that were asked for, none of which passes by itself. */
  let deadlines: { readonly ms: number; readonly abort: () => void }[];
  const start = (options: ReadThreadOptions = {}): void => {
    deadlines = [];
    const deadline = (ms: number): AbortSignal => {
      const controller = new AbortController();
      deadlines.push({ ms, abort: () => controller.abort() });
      return controller.signal;
    };
    thread = createReadThread({ deadline, ...options });
  };
  afterEach(() => thread.close());

  it('gives what reading here gives, of lists, of pages, and of what is none', async () => {
    start();
    const page = pageOf(
      '<h1>概念验证管理办法</h1><div id="mainText"><p>京科发〔2026〕7号</p><p>第一条 为了推进。</p></div>',
    );
    const json = pageOf('{"title":"概念验证管理办法","text":"<p>第一条 为了推进。</p>"}');
    const api = { reader: { match: '', url: '', title: 'title', content: 'text' }, of: page.url };
    const none = pageOf('%PDF-1.7');
    expect(await thread.list(good, rows)).toEqual(await readWithHashes(good, rows));
    expect(await thread.list(good, null)).toMatchObject({
      ok: true,
      value: { entries: [{ date: '2026-09-18' }] },
    });
    expect(await thread.list(none, rows)).toEqual(await readWithHashes(none, rows));
    expect(await thread.detail(page)).toEqual(await readHere.detail(page));
    expect(await thread.detail(page)).toMatchObject({ ok: true, value: { docNumber: '京科发〔2026〕7号' } });
    expect(await thread.detail({ ...json, api })).toEqual(await readHere.detail({ ...json, api }));
  });

  it('answers each question with its own answer, however many are asked at once', async () => {
    start();
    const pages = Array.from({ length: 20 }, (_, n) =>
      pageOf(
        `<ul><li><a href="./t20260918_${n}.html">概念验证管理办法之${n}</a><span>2026-09-18</span></li></ul>`,
      ),
    );
    const read = await Promise.all(pages.map((page) => thread.list(page, rows)));
    expect(read.map((one) => one.ok && one.value.entries[0]?.title)).toEqual(
      pages.map((_, n) => `概念验证管理办法之${n}`),
    );
  });

  it('gives up a page that takes too long, reads those that wait behind it, and holds up nobody meanwhile', async () => {
    start();
    const all = [hostile(thread), thread.list(good, rows), thread.list(good, rows)];
    // This thread goes on.
    await new Promise(setImmediate);
    expect(deadlines.map(({ ms }) => ms)).toEqual([limits.ms]);
    deadlines[0]?.abort();
    const [given, ...others] = await Promise.all(all);
    expect(given).toMatchObject({
      ok: false,
      error: { cause: 'too-complex', notes: [expect.stringContaining('10')] },
    });
    for (const other of others) expect(other).toEqual(await readWithHashes(good, rows));
  });

  it('takes no page for slow whose limit of time passes when it was read', async () => {
    start();
    expect(await thread.list(good, rows)).toMatchObject({ ok: true });
    const next = thread.list(good, rows);
    deadlines[0]?.abort();
    expect(await next).toMatchObject({ ok: true });
  });

  it('gives up a page that takes too much memory, and reads those that wait behind it', async () => {
    start({ heapMiB: 64 });
    const huge = pageOf(`{"rows":[${'{"a":{}},'.repeat(600_000)}{}]}`);
    const reader: Reader = { kind: 'json', item: 'rows[]', title: 'a', link: 'a' };
    const [given, other] = await Promise.all([thread.list(huge, reader), thread.list(good, rows)]);
    expect(given).toMatchObject({ ok: false, error: { cause: 'too-complex' } });
    expect(other).toMatchObject({ ok: true });
  });

  it('hands on a fault of ours to whoever asked, and reads on', async () => {
    start();
    await expect(thread.list(good, { kind: 'nonsense' } as never)).rejects.toThrow(TypeError);
    expect(await thread.list(good, rows)).toMatchObject({ ok: true });
  });

  it('ends when nothing was to be read for a while, and another is there for the next page', async () => {
    start();
    const workers: Worker[] = [];
    const made = (worker: Worker): void => void workers.push(worker);
    process.on('worker', made);
    onTestFinished(() => void process.off('worker', made));
    expect(await thread.list(good, rows)).toMatchObject({ ok: true });
    expect(deadlines.length).toBe(2);
    const [first] = workers;
    if (first === undefined) throw new Error('no thread was made');
    const isOver = once(first, 'exit');
    deadlines[1]?.abort();
    await isOver;
    expect(await thread.list(good, rows)).toMatchObject({ ok: true });
    expect(workers).toHaveLength(2);
  });

  it('waits for no answer to what cannot be asked of it, and gives the next page its own', async () => {
    start();
    const unsendable = { ...rows, title: () => '' };
    await expect(thread.list(good, unsendable as never)).rejects.toThrow('could not be cloned');
    expect(await thread.list(good, rows)).toEqual(await readWithHashes(good, rows));
  });

  it('that is closed gives up what it reads, and reads nothing any more', async () => {
    start();
    const all = [hostile(thread), thread.list(good, rows)];
    await thread.close();
    for (const one of await Promise.all([...all, thread.list(good, rows)]))
      expect(one).toMatchObject({ ok: false, error: { cause: 'closed' } });
  });
});
