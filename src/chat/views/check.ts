import type { Visit } from '../../watch/types.ts';
import type { Translate } from '../catalogue/index.ts';
import { join } from '../markdown.ts';
import { type Block, note, text } from '../reply.ts';
import { brief, titleLink } from './measure.ts';
import { causeName } from './standing.ts';
import { showTime } from './time.ts';

const entriesShown = 10;

/** What one visit of a source gave, or why it gave nothing. */
export function checkBlocks(
  { status, cause, entries, ms, bytes }: Visit,
  source: string,
  t: Translate,
): Block[] {
  const outcome =
    status === 'refused' || status === 'failed'
      ? t(`feed.check.${status}`, { cause: causeName(cause ?? status, t) })
      : t('feed.check.ok', { count: entries.length, kilobytes: Math.ceil(bytes / 1024), ms });
  const rest = entries.length - entriesShown;
  const lines = entries.slice(0, entriesShown).map(({ date, title, url }) =>
    t.md('feed.check.entry', {
      date: date === null ? '—' : showTime(date),
      title: titleLink({ title, url }, brief),
    }),
  );
  return [
    text(t.md('feed.check.heading', { source, outcome })),
    ...(lines.length === 0 ? [] : [text(join(lines))]),
    ...(rest > 0 ? [note(t.md('feed.check.more', { count: rest }))] : []),
  ];
}
