import type { ImportFault } from '../../ledger/transfer/fault.ts';
import type { Translate } from '../catalogue/index.ts';
import { clip, oneLine } from '../markdown.ts';
import { causeName } from './standing.ts';

/** Of what a file says, which may be anything. */
const quoted = 60;
const placeShown = 100;

/** What is wrong with a file, in one line: the place as it is written there, and the fault in words. Plain text. */
export function faultText({ where, code, about }: ImportFault, t: Translate): string {
  const said = Object.fromEntries(
    Object.entries(about).map(([name, value]) => [name, clip(oneLine(String(value)), quoted)]),
  );
  const { expected, cause = '', fault: kind } = said;
  const fault =
    code === 'topic'
      ? t.of(`topic.fault.${kind}`, said)
      : code === 'type'
        ? t('import.fault.type', { expected: t.of(`import.type.${expected}`) })
        : code === 'refused'
          ? t('import.fault.refused', { cause: causeName(cause, t) })
          : t.of(`import.fault.${code}`, said);
  return where === '' ? fault : t('import.fault', { where: clip(oneLine(where), placeShown), fault });
}
