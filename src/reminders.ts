import { schedule as cron } from 'node-cron';
import { cronLog } from './cronLog.ts';
import { daysAhead } from './deliver/daysAhead.ts';
import type { Log } from './log.ts';
import type { Store } from './store/port.ts';

export interface RemindersOptions {
  readonly store: Pick<Store, 'measuresWithDays' | 'guilds' | 'enqueue'>;
  readonly log: Log;
  readonly now: () => Date;
  /** Something may be due. */
  readonly onMade: () => void;
}

/** Reminds of the days that draw near: every morning at nine in Beijing, and at once of what was missed while nothing ran. */
export function startReminders({ store, log, now, onMade }: RemindersOptions): { stop(): Promise<void> } {
  const remind = async (): Promise<void> => {
    const measures = await store.measuresWithDays(...daysAhead(now()));
    if (measures.length === 0) return;
    const { remindersDue } = await import('./deliver/remind.ts');
    const guilds = new Map((await store.guilds()).map((guild) => [guild.id, guild]));
    const { alerts, deliveries } = remindersDue(measures, guilds, now());
    await store.enqueue(alerts, deliveries, now().toISOString());
    if (deliveries.length > 0) onMade();
  };
  let last = Promise.resolve();
  const run = (): Promise<void> => {
    last = last
      .then(remind)
      .catch((err: unknown) => log.error({ err }, 'reminding broke off; it is tried again tomorrow'));
    return last;
  };
  const task = cron('0 9 * * *', run, {
    timezone: 'Asia/Shanghai',
    noOverlap: true,
    name: 'remind',
    logger: cronLog(log),
  });
  void run();
  return {
    async stop(): Promise<void> {
      await task.destroy();
      await last;
    },
  };
}
