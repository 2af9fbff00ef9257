import type { Reason } from '../../store/port.ts';
import type { Translate } from '../catalogue/index.ts';
import { clip, oneLine } from '../markdown.ts';
import { showTime } from './time.ts';

/** Which rule settled an entry, and what it saw, in words. */
export function reasonSentence({ code, about }: Reason, t: Translate): string {
  const said = Object.entries(about).map(([name, value]): [string, string] => {
    if (name === 'refusal') return [name, t.of(`unlinked.${value}`)];
    if (name === 'parts')
      return [
        name,
        String(value)
          .split(', ')
          .map((part) => t.of(`part.${part}`))
          .join(t('list.comma')),
      ];
    if (name === 'seenAt') return [name, showTime(String(value))];
    return [name, clip(oneLine(String(value)), 120)];
  });
  return t.of(`reason.${code}${'parts' in about ? '.parts' : ''}`, Object.fromEntries(said));
}
