import type { IncomingMessage, ServerResponse } from 'node:http';
import { translator } from '../chat/catalogue/index.ts';
import type { Corpus } from '../corpus/types.ts';
import { hashOf } from '../hash.ts';
import type { SeenMeasure } from '../ledger/gather.ts';
import type { Store } from '../store/port.ts';

/** What the public feed is made of. */
export interface FollowUpSources {
  readonly store: Pick<Store, 'latestMeasures'>;
  readonly corpus: Corpus;
  readonly now: () => Date;
}

/** The feed speaks the ordinance's language, whatever the operator's is. */
const t = translator('zh-CN');

/** So many entries a feed has; older ones are in the ledger. */
const MOST = 100;
/** The ledger is read once in that time, however many ask and by whatever name of this host. */
const FRESH_MS = 60_000;

/**
 * `GET /followups.atom`: the follow-ups of the ordinance, newest first, as a feed that anybody may subscribe to; with `?article=34`
 * those of one article. What every server sees alike: nothing of any server's own sources or decisions is in it.
 */
export function followUpsHandler(sources: FollowUpSources) {
  let read: { readonly at: number; readonly followUps: Promise<readonly SeenMeasure[]> } | null = null;

  function latest(): Promise<readonly SeenMeasure[]> {
    const at = sources.now().getTime();
    if (read !== null && at - read.at <= FRESH_MS) return read.followUps;
    const followUps = readFollowUps(sources);
    read = { at, followUps };
    followUps.catch(() => {
      read = null;
    });
    return followUps;
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname !== '/followups.atom') return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return true;
    }
    const asked = url.searchParams.get('article');
    const known = sources.corpus.documents[0]?.law.units.some(({ number }) => number === asked);
    if (asked !== null && !known) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(t('feed.atom.no-such-article', { article: asked.slice(0, 40) }));
      return true;
    }
    const self = `${baseOf(request)}/followups.atom${asked === null ? '' : `?article=${asked}`}`;
    const feed = await writeFeed(await latest(), sources, self, asked);
    const etag = `"${hashOf(feed)}"`;
    const headers = { etag, 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' };
    const seen = request.headers['if-none-match'];
    if (seen?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)) {
      response.writeHead(304, headers).end();
      return true;
    }
    response.writeHead(200, { ...headers, 'content-type': 'application/atom+xml; charset=utf-8' });
    response.end(request.method === 'HEAD' ? undefined : feed);
    return true;
  };
}

/** Those that a feed can show: the newest of all, and of each article. */
async function readFollowUps({ store, corpus }: FollowUpSources): Promise<readonly SeenMeasure[]> {
  const [{ gather }, { isFollowUp }, { nobodys }] = await Promise.all([
    import('../ledger/gather.ts'),
    import('../ledger/followUp.ts'),
    import('../ledger/see.ts'),
  ]);
  const effective = corpus.documents[0]?.info.dates.effective ?? '';
  const counts = new Map<number | null, number>();
  const isShown = (number: number | null): boolean => {
    const count = (counts.get(number) ?? 0) + 1;
    counts.set(number, count);
    return count <= MOST;
  };
  const all = await gather(store, nobodys);
  return all.filter(
    (measure) =>
      isFollowUp(measure, effective) &&
      [null, ...measure.links.map(({ number }) => number)].map(isShown).includes(true),
  );
}

async function writeFeed(
  followUps: readonly SeenMeasure[],
  { corpus }: FollowUpSources,
  self: string,
  article: string | null,
): Promise<string> {
  const { atomFeed } = await import('../ledger/atom.ts');
  const [ordinance] = corpus.documents;
  const units = new Map(ordinance?.law.units.map(({ number, label }) => [number, label]));
  const carriesOut = ({ links }: SeenMeasure): boolean =>
    article === null || links.some(({ number }) => String(number) === article);
  return atomFeed(followUps.filter(carriesOut).slice(0, MOST), {
    self,
    since: `${ordinance?.info.dates.effective ?? '1970-01-01'}T00:00:00+08:00`,
    title: t('feed.atom.title'),
    subtitle: t('feed.atom.subtitle'),
    articleName: (number) => units.get(String(number)) ?? String(number),
    kindName: ({ kind }) => t(`kind.${kind}`),
  });
}

/** By what name this host was asked for: `example.org`, `localhost:7575`; not what is no name. */
const HOST = /^[\w.-]{1,255}(?::\d{1,5})?$|^\[[\da-f:]{2,45}\](?::\d{1,5})?$/i;

function baseOf({ headers: { host = '' } }: IncomingMessage): string {
  return HOST.test(host) ? `http://${host}` : '';
}
