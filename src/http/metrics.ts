import type { Totals } from '../deliver/outbox.ts';
import type { HttpHandler } from '../http.ts';
import type { Store } from '../store/port.ts';
import { standingOf } from '../watch/health/health.ts';
import type { HealthSources } from './health.ts';

/** What `/metrics` looks at. */
export interface MetricSources extends Omit<HealthSources, 'store'> {
  readonly store: Pick<Store, 'backlog' | 'waitingSince' | 'feedStates'>;
  readonly sent: () => Totals;
  /** Visits since the start, by what came of them. */
  readonly visits: Readonly<Record<'ok' | 'unchanged' | 'failed', number>>;
  readonly memory: () => { readonly rss: number; readonly heapUsed: number };
}

/** One metric with its samples, as Prometheus reads them. */
export interface Metric {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge';
  readonly samples: readonly { readonly labels?: Readonly<Record<string, string>>; readonly value: number }[];
}

/** In a label's value a backslash, a quote and a new line are escaped; in a help text all but the quote (docs, "Exposition formats"). */
const escapeLabel = (text: string): string =>
  text.replace(/[\\"\n]/g, (character) => (character === '\n' ? '\\n' : `\\${character}`));
const escapeHelp = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');

/** Metrics in Prometheus' text format, version 0.0.4. */
export const formatMetrics = (metrics: readonly Metric[]): string =>
  metrics
    .map(({ name, help, type, samples }) =>
      [
        `# HELP ${name} ${escapeHelp(help)}`,
        `# TYPE ${name} ${type}`,
        ...samples.map(({ labels = {}, value }) => `${name}${labelsOf(labels)} ${value}`),
        '',
      ].join('\n'),
    )
    .join('');

function labelsOf(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

/** `GET /metrics`: deliveries, sources, gateway and memory for Prometheus. It tells nothing of any server. */
export function metricsHandler(sources: MetricSources): HttpHandler {
  return async (request, response) => {
    if (new URL(request.url ?? '/', 'http://localhost').pathname !== '/metrics') return false;
    const text = formatMetrics(await gather(sources));
    response.writeHead(200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.end(text);
    return true;
  };
}

async function gather(sources: MetricSources): Promise<readonly Metric[]> {
  const { store, isUp, outage, feedIds, now, visits, memory } = sources;
  const watched = (await store.feedStates()).filter(({ feedId }) => feedIds.includes(feedId));
  const standings = watched.map((state) => standingOf(state, now()));
  const count = (status: string): number => standings.filter((standing) => standing.status === status).length;
  const { pending } = await store.backlog();
  const since = await store.waitingSince();
  const waiting = since === null ? 0 : Math.max(0, (now().getTime() - Date.parse(since)) / 1_000);
  const { sent, kept } = sources.sent();
  const { rss, heapUsed } = memory();
  const one = (name: string, type: Metric['type'], help: string, value: number | boolean): Metric => ({
    name,
    type,
    help,
    samples: [{ value: Number(value) }],
  });
  return [
    one('tiaoli_deliveries_sent_total', 'counter', 'Messages sent or edited since the start.', sent),
    one('tiaoli_deliveries_kept_total', 'counter', 'Attempts that failed and were kept for another.', kept),
    one(
      'tiaoli_deliveries_pending',
      'gauge',
      'Messages not sent yet, those that wait for a later time among them.',
      pending,
    ),
    one(
      'tiaoli_deliveries_oldest_seconds',
      'gauge',
      'How long the oldest message has been due and is not sent.',
      waiting,
    ),
    one('tiaoli_discord_outage', 'gauge', 'Whether Discord takes no messages at present.', outage() !== null),
    one('tiaoli_gateway_up', 'gauge', 'Whether the gateway is connected.', isUp()),
    {
      name: 'tiaoli_feeds',
      type: 'gauge',
      help: 'Sources by how they stand.',
      samples: ['ok', 'unread', 'failing', 'quiet'].map((status) => ({
        labels: { status },
        value: count(status),
      })),
    },
    {
      name: 'tiaoli_feed_failures',
      type: 'gauge',
      help: 'Failures in a row of each source that fails.',
      samples: standings
        .filter(({ status }) => status === 'failing')
        .map(({ feedId, failures }) => ({ labels: { feed: feedId }, value: failures })),
    },
    {
      name: 'tiaoli_visits_total',
      type: 'counter',
      help: 'Visits to sources since the start, by what came of them.',
      samples: Object.entries(visits).map(([result, value]) => ({ labels: { result }, value })),
    },
    one('process_resident_memory_bytes', 'gauge', 'Resident memory of the process.', rss),
    one('nodejs_heap_used_bytes', 'gauge', 'Memory in use on the heap.', heapUsed),
  ];
}
