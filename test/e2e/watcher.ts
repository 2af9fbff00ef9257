import type { EntryText, LinkResult } from '../../src/link/types.ts';
import { openStore } from '../../src/store/open.ts';
import { createReadThread } from '../../src/watch/read/readThread.ts';
import { createTick, type Tick } from '../../src/watch/tick.ts';
import type { FeedDefinition } from '../../src/watch/types.ts';

/** Every source of a site, watched over one database; its time is `hours` after the start, and goes on an hour with each look. */
export interface Watching {
  readonly database: string;
  readonly host: string;
  readonly sources: number;
  readonly hours: number;
}

/** Stands for the linker: a measure is what says so. */
const link = ({ id, title }: EntryText): LinkResult => {
  const relevant = title.includes('概念验证');
  const articles = relevant ? [{ number: 39, score: 0.9, link: 'implements' as const, why: '概念验证' }] : [];
  return { id, relevant, kind: 'measure', confidence: 0.9, articles, cites: [] };
};

const START = Date.parse('2026-09-20T00:00:00Z');

export async function watch({ database, host, sources, hours }: Watching, onCommitted?: () => void) {
  const opened = await openStore(database, { exclusive: true });
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  let looks = hours;
  const silent = (): void => undefined;
  const readings = createReadThread();
  const tick = createTick({
    readings,
    ownReadings: readings,
    feeds: Array.from(
      { length: sources },
      (_, n): FeedDefinition => ({
        id: `source-${n}`,
        name: `source ${n}`,
        authority: '北京市科学技术委员会、中关村科技园区管理委员会',
        level: 'municipal',
        page: `http://${host}/`,
        url: `http://${host}/${n}`,
        reader: { kind: 'rss' },
        paceMinutes: 30,
        confidence: 'high',
      }),
    ),
    store,
    link,
    allowHosts: [host],
    now: () => new Date(START + looks * 3_600_000),
    random: () => 0,
    log: { debug: silent, info: silent, warn: silent, error: silent },
    ...(onCommitted ? { onCommitted } : {}),
  });
  const look = (): ReturnType<Tick['run']> => {
    looks += 1;
    return tick.run();
  };
  return {
    store,
    look,
    async close(): Promise<void> {
      await readings.close();
      await tick.close();
      await store.close();
    },
  };
}

// As a process of its own, which looks without end and says each visit it has written, to be killed in the middle.
if (import.meta.main) {
  const { look } = await watch(JSON.parse(process.argv[2] ?? ''), () => process.send?.('written'));
  for (;;) await look();
}
