/** A publisher of invented policy: a list page and an RSS feed, as the watched sites have them, for trying the watch out. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FeedDefinition } from '../../src/watch/types.ts';
import type { Clock } from '../clock.ts';
import { detailPage, type Entry, listPage, rssFeed } from './pages.ts';
import { OLD, type Publication, SAMPLES, type SampleName, type Site } from './samples.ts';

const isSample = (name: string): name is SampleName => Object.hasOwn(SAMPLES, name);

/** Where each site is. */
const PATHS: ReadonlyMap<string, Site> = new Map([
  ['/publisher/list.html', 'list'],
  ['/publisher/rss.xml', 'rss'],
  ['/publisher/district.xml', 'district'],
]);

/** `/publisher/d/m-3.html`. */
const DETAIL = /^\/publisher\/d\/(?<id>[\w-]+)\.html$/;

export class Publisher {
  readonly #clock: Clock;
  /** Newest first. */
  readonly #entries: Entry[] = [];
  readonly #rounds = new Map<SampleName, number>();
  #nextId = 1;

  constructor(clock: Clock) {
    this.#clock = clock;
    for (const { date, ...old } of OLD) this.#add(old, Date.parse(`${date}T10:00:00+08:00`));
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  publish(publication: Publication): Entry {
    return this.#add(publication, this.#clock.now());
  }

  /** Publishes a ready-made entry; `undefined` for a name that is none. */
  publishSample(name: string): Entry | undefined {
    if (!isSample(name)) return undefined;
    // Of the last measure.
    if (name === 'repost' || name === 'interpretation')
      return this.publish(SAMPLES[name](this.#rounds.get('measure') ?? 1));
    const round = (this.#rounds.get(name) ?? 0) + 1;
    this.#rounds.set(name, round);
    return this.publish(SAMPLES[name](round));
  }

  /** Answers paths under `/publisher/`, and says whether it did. Visits with a fresh copy get 304. */
  handle(request: IncomingMessage, response: ServerResponse, path: string, base: string): boolean {
    const found = this.#page(path, base);
    if (found === undefined) return false;
    const etag = `"${createHash('sha1').update(found.text).digest('base64url')}"`;
    const modified = new Date(Math.floor(found.changedAt / 1_000) * 1_000);
    const headers = { ETag: etag, 'Last-Modified': modified.toUTCString(), 'Cache-Control': 'no-cache' };
    const { 'if-none-match': known, 'if-modified-since': since } = request.headers;
    const fresh =
      known === undefined ? since !== undefined && Date.parse(since) >= modified.getTime() : known === etag;
    if (fresh) {
      response.writeHead(304, headers).end();
      return true;
    }
    response.writeHead(200, {
      ...headers,
      'Content-Type': found.type,
      'Content-Length': Buffer.byteLength(found.text),
      'Content-Security-Policy': "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
    });
    response.end(request.method === 'HEAD' ? undefined : found.text);
    return true;
  }

  #add(publication: Publication, at: number): Entry {
    const entry: Entry = { ...publication, id: `${publication.site}-${this.#nextId++}`, at };
    this.#entries.unshift(entry);
    return entry;
  }

  #on(site: Site): Entry[] {
    return this.#entries.filter((entry) => entry.site === site);
  }

  #page(path: string, base: string): { text: string; type: string; changedAt: number } | undefined {
    const html = 'text/html; charset=utf-8';
    const newest = (entries: readonly Entry[]) => entries[0]?.at ?? 0;
    const id = DETAIL.exec(path)?.groups?.id;
    const entry = this.#entries.find((one) => one.id === id);
    if (entry !== undefined) return { text: detailPage(entry), type: html, changedAt: entry.at };
    const site = PATHS.get(path);
    if (site === undefined) return undefined;
    const entries = this.#on(site);
    if (site === 'list') return { text: listPage(entries), type: html, changedAt: newest(entries) };
    return {
      text: rssFeed(entries, site === 'rss' ? '要闻（样例）' : '区级政策（样例）', `${base}${path}`),
      type: 'application/rss+xml; charset=utf-8',
      changedAt: newest(entries),
    };
  }
}

/** The publisher's city sites as sources to watch, its district's left for a server to add; visited at every tick of ten seconds. */
export const publisherFeeds = (baseUrl: string): FeedDefinition[] => {
  const list = `${baseUrl}/publisher/list.html`;
  const rss = `${baseUrl}/publisher/rss.xml`;
  const common = { authority: '样例发布者', level: 'other', paceMinutes: 0.1, confidence: 'high' } as const;
  return [
    {
      ...common,
      id: 'sandbox_list',
      name: '政策文件（样例）',
      page: list,
      url: list,
      reader: {
        kind: 'html',
        item: 'ul.list > li',
        title: 'a@title || a',
        link: 'a@href',
        date: 'span',
        docNumber: 'em',
        summary: 'p',
      },
    },
    { ...common, id: 'sandbox_rss', name: '要闻（样例）', page: rss, url: rss, reader: { kind: 'rss' } },
  ];
};
