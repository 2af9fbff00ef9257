import type { Logger } from 'node-cron';
import type { Log } from './log.ts';

/** What node-cron says of its own accord (a time passed over, because the run before still goes on), as lines of our log. */
export function cronLog(log: Log): Logger {
  const at = (level: 'debug' | 'error') => (message: string | Error, err?: Error) =>
    message instanceof Error
      ? log[level]({ err: message }, 'a run at its time failed')
      : log[level](err === undefined ? {} : { err }, message);
  return {
    debug: at('debug'),
    info: (message) => log.info({}, message),
    warn: (message) => log.warn({}, message),
    error: at('error'),
  };
}
