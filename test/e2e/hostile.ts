import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Reader } from '../../src/watch/types.ts';

export const rss = (items: string): string => `<rss version="2.0"><channel>${items}</channel></rss>`;
export const item = (path: string, title: string, date = '2026-09-18'): string =>
  `<item><title>${title}</title><link>${path}</link><pubDate>${date}</pubDate></item>`;

const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
const megabyte = Buffer.alloc(1024 * 1024, 'x');

export interface Hostile {
  /** What the source's health then says; null where it can be read all the same. */
  readonly cause: string | null;
  readonly reader?: Reader;
  readonly answer: (response: ServerResponse) => unknown;
}

const html: Reader = { kind: 'html', item: 'li', title: 'a', link: 'a@href' };

/** What a server may do to us. Two of them never end: only a deadline does. */
export const hostile: Readonly<Record<string, Hostile>> = {
  'an endless body': {
    cause: 'too-large',
    answer: (response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(megabyte));
      };
      response.on('drain', more);
      more();
    },
  },
  'a compression bomb': {
    cause: 'too-large',
    answer: (response) =>
      response
        .writeHead(200, { 'content-encoding': 'gzip' })
        .end(Buffer.concat(Array<Buffer>(120).fill(gzipSync(megabyte)))),
  },
  'a body that drips': { cause: 'timeout', answer: (response) => response.write('<rss') },
  'no answer at all': { cause: 'timeout', answer: () => undefined },
  'a redirect to itself': {
    cause: 'redirects',
    answer: (response) => response.writeHead(302, { location: response.req.url }).end(),
  },
  'a redirect inwards': {
    cause: 'private-address',
    answer: (response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
  },
  'a redirect to a file': {
    cause: 'scheme',
    answer: (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  },
  'a billion laughs': {
    cause: 'malformed',
    answer: (response) => response.end(`<!DOCTYPE r [${laughs}]>${rss('<item><title>&l9;</title></item>')}`),
  },
  'a title of ten megabytes': {
    cause: 'no-rows',
    answer: (response) => response.end(rss(`<item><title>${'长'.repeat(3_400_000)}</title></item>`)),
  },
  'another type': {
    cause: 'wrong-type',
    answer: (response) => response.end('<!doctype html><html><body>x</body></html>'),
  },
  'a file': { cause: 'wrong-type', answer: (response) => response.end('%PDF-1.7\n%âãÏÓ') },
  'broken compression': {
    cause: 'bad-encoding',
    answer: (response) => response.writeHead(200, { 'content-encoding': 'br' }).end('no brotli\0'),
  },
  'a broken encoding': {
    cause: 'wrong-type',
    answer: (response) =>
      response
        .writeHead(200, { 'content-type': 'application/rss+xml; charset=gb2312' })
        .end(Buffer.from(Array.from({ length: 4000 }, (_, n) => 128 + ((n * 89) % 128)))),
  },
  'XML cut off': {
    cause: 'malformed',
    answer: (response) => response.end(rss(item('/n/1.html', '关于放假的通知')).slice(0, -25)),
  },
  'elements in elements in elements': {
    cause: 'too-large',
    answer: (response) => response.end(`<rss>${'<a>'.repeat(1_000_000)}`),
  },
  'more links than a page has': {
    cause: 'too-large',
    reader: html,
    answer: (response) =>
      response.end(`<html><ul>${'<li><a href="/a.html">一</a></li>'.repeat(100_000)}</ul>`),
  },
  'a hang-up': { cause: 'connection-lost', answer: (response) => response.destroy() },
  'what is not HTTP': {
    cause: 'bad-response',
    answer: (response) => response.socket?.end('SSH-2.0-OpenSSH_9.9\r\n'),
  },
  'a JavaScript challenge': {
    cause: 'http-412',
    answer: (response) => response.writeHead(412).end('<script>'),
  },
  'dates in the year 9999': {
    cause: null,
    answer: (response) => response.end(rss(item('/9999.html', '北京市概念验证平台管理办法', '9999-12-31'))),
  },
};

/** How many of them only a deadline ends. */
export const endless = Object.values(hostile).filter(({ cause }) => cause === 'timeout').length;
