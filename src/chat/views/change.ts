import { changedFields } from '../../ledger/change.ts';
import type { EntryKind } from '../../link/types.ts';
import type { AuditEntry, Change, Target } from '../../store/port.ts';
import { articleList } from '../articles.ts';
import type { Translate } from '../catalogue/index.ts';
import { clip, join, type Markdown, oneLine, trusted } from '../markdown.ts';
import { scopeName, targetName } from './subscription.ts';
import { showTime } from './time.ts';

const nameLimit = 60;
const valueLimit = 80;
const fieldsShown = 6;

/** What a change was about, on one line: what it is, what it is called, and, of what only changed, each field from what to what. */
export function changeText(change: Change, t: Translate): Markdown {
  const what = t(`change.what.${change.what}`);
  const name = nameOf(change, t);
  // One of everybody's sources is there whatever a server says: it is paused there, or goes on.
  if (change.what === 'feed' && (change.after ?? change.before)?.definition === null)
    return t.md(change.after?.paused ? 'change.paused' : 'change.resumed', { what, name });
  if (change.before === null) return t.md('change.new', { what, name });
  if (change.after === null) return t.md('change.gone', { what, name });
  const fields = changedFields(change);
  const shown = fields.slice(0, fieldsShown).map(({ field, from, to }) =>
    t.md('change.field', {
      field: t.of(`field.${field}`),
      from: valueText(field, from, t),
      to: valueText(field, to, t),
    }),
  );
  return t.md('change.changed', {
    what,
    name,
    fields: join([...shown, ...(fields.length > fieldsShown ? [trusted('…')] : [])], '；'),
  });
}

function nameOf(change: Change, t: Translate): Markdown | string {
  const one = change.after ?? change.before;
  if (one === null || change.what === 'settings') return '';
  if ('name' in one) return clip(oneLine(one.name), nameLimit);
  if ('definition' in one) return clip(oneLine(one.definition?.name ?? one.id), nameLimit);
  if ('verdict' in one) return clip(oneLine(one.measureId), 22);
  if ('target' in one)
    return join([targetName(one.target, t), t.md('measure.facts', { facts: scopeName(one, null, t) })], ' ');
  return '';
}

function valueText(field: string, value: unknown, t: Translate): Markdown | string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0))
    return t('change.nothing');
  if (typeof value === 'boolean') return t(value ? 'change.yes' : 'change.no');
  if (field === 'moderatorRoleId' || field === 'roleId') return trusted(`<@&${value}>`);
  if (field === 'reviewChannelId') return trusted(`<#${value}>`);
  if (field === 'tell' || field === 'review')
    return t('settings.percent', { value: Math.round(Number(value) * 100) });
  if (field === 'verdict') return t.of(`verdict.${value}`);
  if (field === 'articles') return articleList(value as readonly number[]);
  if (field === 'kinds' || field === 'rhythm.atOnce')
    return (value as readonly EntryKind[]).map((kind) => t(`kind.${kind}`)).join('、');
  if (field === 'pausedAt') return showTime(String(value));
  if (field === 'target') return targetName(value as Target, t);
  if (Array.isArray(value)) return clip(oneLine(value.map(String).join('、')), valueLimit);
  if (typeof value === 'object')
    return clip(
      oneLine(
        Object.values(value)
          .map((part) => (typeof part === 'object' ? JSON.stringify(part) : String(part)))
          .join(' '),
      ),
      valueLimit,
    );
  return clip(oneLine(String(value)), valueLimit);
}

/** Who changed something: a person as Discord draws them, which notifies nobody. */
export const actorText = (by: string, t: Translate): Markdown =>
  /^\d+$/.test(by) ? trusted(`<@${by}>`) : t.md('audit.command-line');

const changesShown = 3;

/** All that one entry of the audit changed, on one line. */
export function auditWhat({ changes }: AuditEntry, t: Translate): Markdown {
  const shown = changes.slice(0, changesShown).map((change) => changeText(change, t));
  const rest = changes.length > changesShown ? [t.md('audit.more-changes', { count: changes.length })] : [];
  return join([...shown, ...rest], '；');
}
