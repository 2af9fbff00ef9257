import type { Translate } from './chat/catalogue/index.ts';

/** Told of each step of a long work; the last one has `done` equal to `total`. */
export type Progress = (done: number, total: number) => void;

const barLength = 30;

/** Draws a bar on a terminal in one line, which is cleared when all is done. */
export function drawProgress(write: (text: string) => void, t: Translate): Progress {
  let drawn = -1;
  return (done, total) => {
    const percent = Math.floor((100 * done) / Math.max(1, total));
    if (percent === drawn) return;
    drawn = percent;
    const full = Math.round((barLength * percent) / 100);
    const bar = '█'.repeat(full) + '░'.repeat(barLength - full);
    write(done === total ? '\r\x1b[K' : `\r${t('texts.bar', { bar, done, total })}\x1b[K`);
  };
}

const quietMs = 3000;

/** Passes a step on every few seconds: of a short work none at all, of a longer one the last step too. */
export function sayProgress(say: Progress, now: () => Date): Progress {
  let last: number | null = null;
  let said = false;
  return (done, total) => {
    const at = now().getTime();
    last ??= at;
    if (done === total ? !said : at - last < quietMs) return;
    last = at;
    said = done < total;
    say(done, total);
  };
}
