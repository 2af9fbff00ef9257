import type { LookupAddress } from 'node:dns';
import type { RequestListener } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createFetcher,
  type Fetcher,
  limits,
  parseFreshness,
  parseRetryAfter,
} from '../../../src/watch/fetch/fetch.ts';
import { createTurns } from '../../../src/watch/fetch/spare.ts';
import { type Site, serve } from '../serve.ts';

const now = () => new Date('2026-09-11T00:00:00Z');

describe('fetching', () => {
  const open: { close(): Promise<void> }[] = [];
  const site = async (listener: RequestListener): Promise<{ site: Site; fetcher: Fetcher }> => {
    const server = await serve(listener);
    const fetcher = createFetcher({ allowHosts: [server.host], now });
    open.push(fetcher, server);
    return { site: server, fetcher };
  };
  afterEach(async () => {
    for (const it of open.splice(0)) await it.close();
  });

  const text = 'a list page, 概念验证'.repeat(50);
  /** With the name of the file in its header (RFC 1952, FNAME). */
  const named = (gzip: Buffer) =>
    Buffer.concat([
      gzip.subarray(0, 3),
      Buffer.of(8),
      gzip.subarray(4, 10),
      Buffer.from('a.html\0'),
      gzip.subarray(10),
    ]);
  it.each([
    ['gzip', gzipSync(text), 'declared'],
    ['', gzipSync(text), 'not declared at all'],
    ['br', brotliCompressSync(text), 'declared'],
    ['deflate', deflateSync(text), 'with its zlib header'],
    ['deflate', deflateRawSync(text), 'without it, as old servers send it'],
    ['gzip', Buffer.from(text), 'declared, but the body is plain'],
    ['gzip', gzipSync(gzipSync(text)), 'twice, declared once'],
    ['br, gzip', gzipSync(brotliCompressSync(text)), 'in two layers'],
    ['gzip', gzipSync(text).subarray(0, -8), 'cut off before its checksum'],
    ['', gzipSync(text).subarray(0, -8), 'not declared, and cut off before its checksum'],
    ['gzip', Buffer.concat([gzipSync(text), Buffer.from('<!-- 0.1 s -->')]), 'with more after it'],
    ['', Buffer.concat([gzipSync(text), Buffer.from('\n\n')]), 'not declared, with more after it'],
    ['gzip', Buffer.concat([named(gzipSync(text)), Buffer.from('x')]), 'with its name in it, and more after'],
    ['gzip', Buffer.concat([gzipSync('a list page'), gzipSync(text.slice(11))]), 'in two members'],
    ['deflate', gzipSync(text), 'declared as another'],
    ['deflate', deflateSync(text).subarray(0, -4), 'cut off before its checksum'],
    ['deflate', Buffer.from(text), 'declared, but the body is plain'],
    ['br', Buffer.from(text), 'declared, but the body is plain'],
    ['utf-8', Buffer.from(text), 'a charset in its place'],
    ['none', Buffer.from(text), 'a word for none'],
    ['UTF-8, gzip', gzipSync(text), 'a charset before it'],
    ['of our own', Buffer.from(text), 'a word that nobody knows over plain text'],
  ])('undoes compression "%s" %#: %3$s', async (encoding, body) => {
    const {
      site: { url },
      fetcher,
    } = await site((_, response) => {
      response.writeHead(200, encoding === '' ? {} : { 'content-encoding': encoding }).end(body);
    });
    const fetched = await fetcher.fetch({ url: url('/') });
    expect(fetched.status === 'ok' && Buffer.from(fetched.body).toString()).toBe(text);
  });

  it('sends the validators of the last visit, and takes 304 as unchanged', async () => {
    const {
      site: { url },
      fetcher,
    } = await site((request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else
        response.writeHead(200, { etag: '"v1"', 'last-modified': 'Thu, 10 Sep 2026 00:00:00 GMT' }).end('x');
    });
    const first = await fetcher.fetch({ url: url('/') });
    if (first.status !== 'ok') throw new Error(first.status);
    expect(first.validators).toEqual({ etag: '"v1"', lastModified: 'Thu, 10 Sep 2026 00:00:00 GMT' });
    expect((await fetcher.fetch({ url: url('/'), validators: first.validators })).status).toBe('unchanged');
  });

  it('says who it is', async () => {
    let agent: string | undefined;
    const {
      site: { url },
      fetcher,
    } = await site((request, response) => {
      agent = request.headers['user-agent'];
      response.end('x');
    });
    await fetcher.fetch({ url: url('/') });
    expect(agent).toMatch(/^Tiaoli\//);
  });

  it.each([
    [{ referer: 'https://a.gov.cn/政策/' }, { referer: 'https://a.gov.cn/%E6%94%BF%E7%AD%96/' }],
    [{ Referer: 'https://a.gov.cn/#/policy' }, { referer: 'https://a.gov.cn/#/policy' }],
    [{ 'X-Requested-With': 'XMLHttpRequest' }, { 'x-requested-with': 'XMLHttpRequest' }],
  ])('asks with %j, which a source wants', async (headers, sent) => {
    let told = {};
    const { site: there, fetcher } = await site((request, response) => {
      told = request.headers;
      response.end('x');
    });
    expect(await fetcher.fetch({ url: there.url('/'), headers })).toMatchObject({ status: 'ok' });
    expect(told).toMatchObject(sent);
  });

  it.each<[Record<string, string>, string]>([
    [{ 'x-from': '市科委' }, 'of characters that no header has'],
    [{ 'x-from': 'a\r\nHost: b' }, 'of two lines'],
    [{ 来源: 'a' }, 'whose name is none'],
    [{ expect: '100-continue' }, 'that is not sent'],
    [{ upgrade: 'h2c' }, 'that belongs to the connection'],
  ])('says so, and asks nobody, where a source wants a header %j %s', async (headers) => {
    let isAsked = false;
    const { site: there, fetcher } = await site((_, response) => {
      isAsked = true;
      response.end('x');
    });
    const fetched = await fetcher.fetch({ url: there.url('/'), headers });
    expect(fetched).toMatchObject({ status: 'failed', cause: 'bad-header' });
    expect(isAsked).toBe(false);
  });

  it('follows five redirects and no sixth', async () => {
    const {
      site: { url },
      fetcher,
    } = await site((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end('there');
      else response.writeHead(302, { location: `/${left - 1}` }).end('moved');
    });
    expect(await fetcher.fetch({ url: url('/5') })).toMatchObject({ status: 'ok', url: url('/0') });
    expect(await fetcher.fetch({ url: url('/6') })).toMatchObject({ status: 'failed', cause: 'redirects' });
  });

  describe('that takes turns', () => {
    /** Two servers: `/here` is elsewhere on the same, `/there` on the other; what was asked of them, and pauses that end by hand. */
    const twins = async () => {
      const log: string[] = [];
      const pauses: (() => void)[] = [];
      const names = new Map<string, string>();
      const listen = async (name: string, other: () => Site | undefined) => {
        const server = await serve((request, response) => {
          const path = request.url ?? '';
          log.push(name + path);
          const to = path === '/here' ? '/end' : path === '/there' ? other()?.url('/end') : undefined;
          response.writeHead(to === undefined ? 200 : 302, to === undefined ? {} : { location: to }).end('x');
        });
        names.set(server.host, name);
        return server;
      };
      let second: Site | undefined;
      const first = await listen('a', () => second);
      second = await listen('b', () => first);
      const fetcher = createFetcher({
        allowHosts: [first.host, second.host],
        now,
        takeTurn: createTurns({
          hostOf: (url) => URL.parse(url)?.host ?? null,
          pause: () => {
            log.push('pause');
            return new Promise<void>((resolve) => pauses.push(resolve));
          },
        }),
      });
      open.push(fetcher, first, second);
      const until = async (length: number) => {
        while (log.length < length) await new Promise(setImmediate);
      };
      return { log, first, second, fetcher, goOn: () => pauses.shift()?.(), until };
    };

    it('waits for one where a redirect leads, on the same host', async () => {
      const { log, first, fetcher, goOn, until } = await twins();
      const all = [fetcher.fetch({ url: first.url('/here') }), fetcher.fetch({ url: first.url('/other') })];
      await until(2);
      expect(log).toEqual(['a/here', 'pause']);
      goOn();
      // Whoever came before has its turn before.
      await until(4);
      expect(log.slice(2)).toEqual(['a/other', 'pause']);
      goOn();
      expect((await Promise.all(all)).map(({ status }) => status)).toEqual(['ok', 'ok']);
      expect(log.slice(4)).toEqual(['a/end']);
    });

    it('waits for one at the host that a redirect leads to, though that leads to the first', async () => {
      const { log, first, second, fetcher, goOn, until } = await twins();
      const all = [fetcher.fetch({ url: first.url('/there') }), fetcher.fetch({ url: second.url('/there') })];
      await until(4);
      expect(log.toSorted()).toEqual(['a/there', 'b/there', 'pause', 'pause']);
      goOn();
      goOn();
      expect((await Promise.all(all)).map(({ status }) => status)).toEqual(['ok', 'ok']);
    });

    it('lets others ask a host whose answer is still in use', async () => {
      const { log, first, fetcher, goOn, until } = await twins();
      const use = Promise.withResolvers<string>();
      const used = fetcher.fetch({ url: first.url('/slow') }, () => use.promise);
      const other = fetcher.fetch({ url: first.url('/other') });
      await until(2);
      goOn();
      expect(await other).toMatchObject({ status: 'ok' });
      expect(log).toEqual(['a/slow', 'pause', 'a/other']);
      use.resolve('read');
      expect(await used).toBe('read');
    });

    it('asks nobody any more when it was closed meanwhile', async () => {
      const { log, first, fetcher, goOn, until } = await twins();
      const visit = fetcher.fetch({ url: first.url('/here') });
      await until(2);
      await fetcher.close();
      goOn();
      expect(await visit).toMatchObject({ status: 'failed', cause: 'closed' });
      expect(log).toEqual(['a/here', 'pause']);
    });

    it('gives servers what is left of its time, and the wait takes none of it', async () => {
      let time = 0;
      const granted: number[] = [];
      const server = await serve((request, response) => {
        time += 3_000;
        const to = request.url === '/2' ? {} : { location: `/${Number(request.url?.slice(1)) + 1}` };
        response.writeHead('location' in to ? 302 : 200, to).end('x');
      });
      const fetcher = createFetcher({
        allowHosts: [server.host],
        now: () => new Date(time),
        deadline: (ms) => {
          granted.push(ms);
          return new AbortController().signal;
        },
        takeTurn: async () => {
          time += 60_000;
          return () => undefined;
        },
      });
      open.push(fetcher, server);
      await fetcher.fetch({ url: server.url('/0') });
      expect(granted).toEqual([20_000, 17_000, 14_000]);
    });
  });

  it.each([
    ['http://169.254.169.254/latest/meta-data/', 'private-address'],
    ['http://localhost:1/', 'private-address'],
    ['file:///etc/passwd', 'scheme'],
    ['http://user@www.beijing.gov.cn/', 'disguise'],
    ['//127.0.0.1:1/', 'private-address'],
  ])('refuses to be redirected to %s', async (location, cause) => {
    const {
      site: { url },
      fetcher,
    } = await site((_, response) => {
      response.writeHead(302, { location }).end();
    });
    expect(await fetcher.fetch({ url: url('/') })).toMatchObject({ status: 'refused', cause });
  });

  it('does not tell another origin what a source asked to be told', async () => {
    const told: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      told.push(request.headers.cookie);
      response.end('x');
    });
    const server = await serve((request, response) => {
      told.push(request.headers.cookie);
      response.writeHead(302, { location: other.url('/') }).end();
    });
    const fetcher = createFetcher({ allowHosts: [server.host, other.host], now });
    open.push(fetcher, server, other);
    await fetcher.fetch({ url: server.url('/'), headers: { cookie: 'a=b' } });
    expect(told).toEqual(['a=b', undefined]);
  });

  const answers = (...addresses: string[]) =>
    addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }));
  it.each([
    ['127.0.0.1', 'loopback'],
    ['10.1.2.3', 'a private network'],
    ['169.254.169.254', 'cloud metadata'],
    ['::ffff:127.0.0.1', 'loopback in IPv6'],
    ['fd00::1', 'a private network in IPv6'],
  ])('refuses a public name that resolves to %s (%s)', async (address) => {
    const fetcher = createFetcher({
      allowHosts: [],
      now,
      resolve: (_name, _options, callback) => callback(null, answers(address)),
    });
    open.push(fetcher);
    expect(await fetcher.fetch({ url: 'http://www.example.com/' })).toMatchObject({
      status: 'refused',
      cause: 'private-address',
    });
  });

  it('is not fooled by a name that resolves to a public address when asked and to a private one when visited', async () => {
    let asked = 0;
    const server = await serve((_, response) => response.end('secret'));
    const fetcher = createFetcher({
      allowHosts: [],
      now,
      // The first answer would be the check of a careless client, the second its connection.
      resolve: (_name, _options, callback) => {
        asked += 1;
        callback(null, answers(asked === 1 ? '127.0.0.1' : '8.8.8.8'));
      },
    });
    open.push(fetcher, server);
    expect((await fetcher.fetch({ url: 'http://www.example.com/' })).status).toBe('refused');
    expect(asked).toBe(1);
  });

  it('lets a named host resolve to a private address', async () => {
    const server = await serve((_, response) => response.end('inside'));
    const port = server.host.split(':')[1];
    const fetcher = createFetcher({ allowHosts: [`localhost:${port}`], now });
    open.push(fetcher, server);
    expect((await fetcher.fetch({ url: `http://localhost:${port}/` })).status).toBe('ok');
  });

  it.each([
    [
      'declared',
      (response: Parameters<RequestListener>[1]) =>
        response.writeHead(200, { 'content-length': limits.bytes + 1 }).write('x'),
    ],
    [
      'endless',
      (response: Parameters<RequestListener>[1]) => {
        const chunk = Buffer.alloc(1024 * 1024);
        const more = () => {
          while (!response.destroyed && response.write(chunk));
        };
        response.on('drain', more);
        more();
      },
    ],
    [
      'compressed a thousandfold',
      (response: Parameters<RequestListener>[1]) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(limits.bytes * 2))),
    ],
  ])('stops at a page that is too large: %s', async (_, answer) => {
    const {
      site: { url },
      fetcher,
    } = await site((_request, response) => {
      answer(response);
    });
    expect(await fetcher.fetch({ url: url('/') })).toMatchObject({ status: 'failed', cause: 'too-large' });
  });

  it('reads many large pages asked for at once, declared or unfolding from little', async () => {
    const large = Buffer.alloc(3 * 1024 * 1024, 'x');
    const {
      site: { url },
      fetcher,
    } = await site((request, response) => {
      if (request.url === '/packed')
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(large));
      else response.end(large);
    });
    const paths = Array.from({ length: 12 }, (_, n) => (n % 2 === 0 ? '/packed' : '/plain'));
    const fetched = await Promise.all(paths.map((path) => fetcher.fetch({ url: url(path) })));
    expect(fetched.map((page) => page.status === 'ok' && page.body.length)).toEqual(
      paths.map(() => large.length),
    );
  });

  it('holds no more large pages than it may, those among them with which somebody is not done', async () => {
    const large = Buffer.alloc(2 * limits.small, 'x');
    const {
      site: { url },
      fetcher,
    } = await site((_request, response) => {
      response.end(large);
    });
    let held = 0;
    let most = 0;
    const use = async (): Promise<void> => {
      held += 1;
      most = Math.max(most, held);
      // Long enough for every other page to come, if it were let.
      for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
      held -= 1;
    };
    await Promise.all(
      Array.from({ length: 3 * limits.largeAtOnce }, () => fetcher.fetch({ url: url('/') }, use)),
    );
    expect(most).toBe(limits.largeAtOnce);
  });

  it('hands on what goes wrong with whoever uses a page, and takes it for no failure of the server', async () => {
    const {
      site: { url },
      fetcher,
    } = await site((_request, response) => {
      response.end('x');
    });
    const fault = Object.assign(new Error('not the network'), { code: 'ECONNRESET' });
    await expect(fetcher.fetch({ url: url('/') }, () => Promise.reject(fault))).rejects.toBe(fault);
    expect(await fetcher.fetch({ url: url('/') })).toMatchObject({ status: 'ok' });
  });

  it('gives up on a server that keeps it waiting, whether for an answer or within one', async () => {
    const deadline = new AbortController();
    const server = await serve((request, response) => {
      if (request.url === '/drip') response.write('x');
      // The deadline comes while the server still holds its answer.
      setImmediate(() => deadline.abort(new DOMException('late', 'TimeoutError')));
    });
    const fetcher = createFetcher({ allowHosts: [server.host], now, deadline: () => deadline.signal });
    open.push(fetcher, server);
    expect(await fetcher.fetch({ url: server.url('/never') })).toMatchObject({
      status: 'failed',
      cause: 'timeout',
    });
    expect(await fetcher.fetch({ url: server.url('/drip') })).toMatchObject({
      status: 'failed',
      cause: 'timeout',
    });
  });

  it.each([
    [403, {}, undefined],
    [404, {}, undefined],
    [412, {}, undefined],
    [521, {}, undefined],
    [429, { 'retry-after': '120' }, 120],
    [503, { 'retry-after': 'Fri, 11 Sep 2026 00:05:00 GMT' }, 300],
    [503, { 'retry-after': 'soon' }, undefined],
  ] as const)('names an answer of %d with %j', async (status, headers, retryAfter) => {
    const {
      site: { url },
      fetcher,
    } = await site((_, response) => response.writeHead(status, headers).end('no'));
    const fetched = await fetcher.fetch({ url: url('/') });
    expect(fetched).toMatchObject({ status: 'failed', cause: `http-${status}` });
    expect('retryAfter' in fetched ? fetched.retryAfter : undefined).toBe(retryAfter);
    // What these want is no password but a script that is run.
    const isChallenge = /JavaScript/.test('notes' in fetched ? fetched.notes.join() : '');
    expect(isChallenge).toBe([412, 521].includes(status));
  });

  it('names a name that does not resolve, a closed port, and a server that hangs up', async () => {
    const unresolved = createFetcher({
      allowHosts: [],
      now,
      resolve: (_name, _options, callback) =>
        callback(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), []),
    });
    const { site: closed, fetcher } = await site((request) => request.socket.destroy());
    open.push(unresolved);
    expect(await unresolved.fetch({ url: 'http://nowhere.example.com/' })).toMatchObject({ cause: 'dns' });
    expect(await fetcher.fetch({ url: closed.url('/') })).toMatchObject({ cause: 'connection-lost' });
    await closed.close();
    expect(await fetcher.fetch({ url: closed.url('/') })).toMatchObject({ cause: 'connection-refused' });
    open.splice(open.indexOf(closed), 1);
  });

  it('ends at once when it is closed in the middle of a visit', async () => {
    const reached = Promise.withResolvers<void>();
    const server = await serve(() => reached.resolve());
    const fetcher = createFetcher({ allowHosts: [server.host], now });
    open.push(server);
    const visit = fetcher.fetch({ url: server.url('/') });
    await reached.promise;
    await fetcher.close();
    expect((await visit).status).toBe('failed');
  });

  it.each([
    ['max-age=600', '', 600],
    ['public, max-age=600', '100', 500],
    ['max-age="60"', '', 60],
    ['max-age=60', '90', undefined],
    ['no-cache, max-age=600', '', undefined],
    ['s-maxage=600', '', undefined],
    ['', '', undefined],
  ])('reads Cache-Control %j aged %j as fresh for %s seconds', (cacheControl, age, seconds) => {
    expect(parseFreshness(cacheControl, age)).toBe(seconds);
  });

  it.each([
    ['120', 120],
    ['0', 0],
    ['Fri, 11 Sep 2026 00:00:30 GMT', 30],
    ['Thu, 10 Sep 2026 00:00:00 GMT', 0],
    ['', undefined],
    ['later', undefined],
  ])('reads Retry-After %j as %s seconds', (value, seconds) => {
    expect(parseRetryAfter(value, now())).toBe(seconds);
  });
});
