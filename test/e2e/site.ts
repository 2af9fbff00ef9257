import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FeedDefinition } from '../../src/watch/types.ts';

export interface Published {
  readonly title: string;
  readonly date: string;
  /** Path on the site, unique. */
  readonly path: string;
  /** The text of its own page, a paragraph a line; without it the page shows the list. */
  readonly body?: string;
}

/** A small official site on loopback: a list page, with an ETag, that a test publishes on. */
export interface Site extends AsyncDisposable {
  readonly origin: string;
  readonly host: string;
  readonly feed: FeedDefinition;
  publish(entry: Published): void;
  /** What was asked for, in order: `200`, `304`. */
  readonly answers: readonly number[];
}

export async function startSite(): Promise<Site> {
  const entries: Published[] = [
    { title: '关于2020年度统计工作的通知', date: '2020-01-02', path: '/old/1.html' },
    { title: '北京市促进未来产业创新发展实施方案', date: '2023-09-08', path: '/old/2.html' },
  ];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const rows = entries.map(
      ({ title, date, path }) =>
        `<li><a href="${path}" title="${title}">${title}</a><span>${date}</span></li>`,
    );
    const asked = entries.find(({ path, body }) => path === request.url && body !== undefined);
    if (asked) {
      const text = asked.body?.split('\n').map((line) => `<p>${line}</p>`);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        `<!doctype html><title>${asked.title}</title><h1>${asked.title}</h1><div class="TRS_Editor">${text?.join('')}</div>`,
      );
      return;
    }
    const etag = `"${entries.length}"`;
    const unchanged = request.headers['if-none-match'] === etag;
    answers.push(unchanged ? 304 : 200);
    response.writeHead(unchanged ? 304 : 200, { etag, 'content-type': 'text/html; charset=utf-8' });
    response.end(unchanged ? '' : `<!doctype html><title>列表</title><ul class="list">${rows.join('')}</ul>`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const origin = `http://${host}`;
  return {
    origin,
    host,
    answers,
    feed: {
      id: 'site',
      name: '政策文件',
      authority: '北京市科学技术委员会、中关村科技园区管理委员会',
      level: 'municipal',
      page: origin,
      url: `${origin}/list.html`,
      reader: { kind: 'html', item: 'ul.list > li', title: 'a@title', link: 'a@href', date: 'span' },
      // Due at every look: tests do not wait.
      paceMinutes: 0,
      confidence: 'high',
    },
    publish: (entry) => void entries.unshift(entry),
    [Symbol.asyncDispose]: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
