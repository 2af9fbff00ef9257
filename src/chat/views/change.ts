import { changedFields } from '../../ledger/change.ts';
import type { QuietHours, Topic } from '../../ledger/types.ts';
import type { EntryKind } from '../../link/types.ts';
import type { AuditEntry, Change, Store, Target } from '../../store/port.ts';
import { articleList } from '../articles.ts';
import type { Translate } from '../catalogue/index.ts';
import { clip, join, type Markdown, oneLine, trusted } from '../markdown.ts';
import { scopeName, targetName, topicName } from './subscription.ts';
import { showTime } from './time.ts';

const nameLimit = 60;
const valueLimit = 80;
const fieldsShown = 6;

/** What is called how, of what a change holds by its id alone. */
export interface ChangeNames {
  /** Titles of measures, names of everybody's sources. */
  readonly names: ReadonlyMap<string, string>;
  /** Null where they are not at hand. */
  readonly topics: readonly Topic[] | null;
}
const unnamed: ChangeNames = { names: new Map(), topics: null };

/** What a change was about, on one line: what it is, what it is called, and, of what only changed, each field from what to what. */
export function changeText(change: Change, t: Translate, called = unnamed, most = fieldsShown): Markdown {
  const what = t(`change.what.${change.what}`);
  const name = nameOf(change, t, called);
  // One of everybody's sources is there whatever a server says: it is paused there, or goes on.
  if (change.what === 'feed' && (change.after ?? change.before)?.definition === null)
    return t.md(change.after?.paused ? 'change.paused' : 'change.resumed', { what, name });
  if (change.what === 'decision' && change.before === null && change.after !== null)
    return t.md('change.decided', { what, name, verdict: t(`verdict.${change.after.verdict}`) });
  if (change.before === null) return t.md('change.new', { what, name });
  if (change.after === null) return t.md('change.gone', { what, name });
  const fields = changedFields(change);
  const shown = fields.slice(0, most).map(({ field, from, to }) => {
    // It goes on, whenever it was paused.
    if (field === 'pausedAt' && to === null) return t.md('change.goes-on');
    return t.md('change.field', {
      field: t.of(`field.${field}`),
      from: isOpen(field, change.before) ? t('change.any') : valueText(field, from, t, called),
      to: isOpen(field, change.after) ? t('change.any') : valueText(field, to, t, called),
    });
  });
  const all = join([...shown, ...(fields.length > most ? [trusted('…')] : [])], '；');
  // A server has one set of settings: they need no name.
  return change.what === 'settings'
    ? t.md('change.changed.unnamed', { what, fields: all })
    : t.md('change.changed', { what, name, fields: all });
}

/** Whether a condition that names nothing lets everything through: articles and topics are alternatives to one another. */
function isOpen(field: string, one: Change['before']): boolean {
  if (one === null || !('issuers' in one)) return false;
  if (field === 'kinds' || field === 'issuers') return one[field].length === 0;
  const alternatives = [one.articles, ...('topics' in one ? [one.topics] : [])];
  return (field === 'articles' || field === 'topics') && alternatives.every(({ length }) => length === 0);
}

function nameOf(change: Change, t: Translate, { names, topics }: ChangeNames): Markdown | string {
  const one = change.after ?? change.before;
  if (one === null || change.what === 'settings') return '';
  if ('name' in one) return clip(oneLine(one.name), nameLimit);
  if ('definition' in one)
    return clip(oneLine(one.definition?.name ?? names.get(one.id) ?? one.id), nameLimit);
  if ('verdict' in one) return clip(oneLine(names.get(one.measureId) ?? one.measureId), nameLimit);
  if ('target' in one) {
    const facts = scopeName(one, topics === null ? null : { topics }, t);
    return join([targetName(one.target, t), t.md('measure.facts', { facts })], ' ');
  }
  return '';
}

function valueText(field: string, value: unknown, t: Translate, { topics }: ChangeNames): Markdown | string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0))
    return t('change.nothing');
  if (typeof value === 'boolean') return t(value ? 'change.yes' : 'change.no');
  if (field === 'moderatorRoleId' || field === 'roleId') return trusted(`<@&${value}>`);
  if (field === 'reviewChannelId') return trusted(`<#${value}>`);
  if (field === 'tell' || field === 'review')
    return t('settings.percent', { value: Math.round(Number(value) * 100) });
  if (field === 'verdict') return t.of(`verdict.${value}`);
  if (field === 'locale') return t.of(`settings.locale.${value}`);
  if (field === 'rhythm.mode') return t.of(`mode.${value}`);
  if (field === 'rhythm.weekday') return t.of(`weekday.${value}`);
  if (field === 'quietHours' || field === 'rhythm.quietHours') {
    const { from, to } = value as QuietHours;
    return `${from}–${to}`;
  }
  if (field === 'articles') return articleList(value as readonly number[], t);
  if (field === 'kinds' || field === 'rhythm.atOnce')
    return (value as readonly EntryKind[]).map((kind) => t(`kind.${kind}`)).join('、');
  if (field === 'topics')
    return (value as readonly string[])
      .map((id) => topicName(id, topics === null ? null : { topics }, t))
      .join(t('list.comma'));
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

/** Whether `auditWhat` leaves out anything that an entry changed. */
export const isShortened = ({ changes }: AuditEntry): boolean =>
  changes.length > changesShown ||
  changes.some(({ before, after }) => {
    const isChanged = before !== null && after !== null;
    return isChanged && changedFields({ before, after }).length > fieldsShown;
  });

/** All that one entry changed, a line each, with every field. */
export const auditLines = ({ changes }: AuditEntry, t: Translate, called: ChangeNames): readonly Markdown[] =>
  changes.map((change) => changeText(change, t, called, Number.POSITIVE_INFINITY));

/** All that one entry of the audit changed, on one line. */
export function auditWhat({ changes }: AuditEntry, t: Translate, called: ChangeNames): Markdown {
  const shown = changes.slice(0, changesShown).map((change) => changeText(change, t, called));
  const rest = changes.length > changesShown ? [t.md('audit.more-changes', { count: changes.length })] : [];
  return join([...shown, ...rest], '；');
}

/** What these changes are to name: titles of measures that were decided on, names of `feeds`, topics that are, were or will be. */
export async function findNames(
  changes: readonly Change[],
  {
    store,
    feeds,
    guildId,
  }: { store: Store; feeds: readonly { id: string; name: string }[]; guildId: string },
): Promise<ChangeNames> {
  const decided = new Set(changes.flatMap(({ what, id }) => (what === 'decision' ? [id] : [])));
  const titles = [...decided].map(async (id): Promise<[string, string][]> => {
    const measure = await store.measure(id);
    return measure === null ? [] : [[id, measure.title]];
  });
  const sources = feeds.map(({ id, name }): [string, string] => [id, name]);
  const { topics } = await store.guild(guildId);
  const others = changes.flatMap(({ what, before, after }) =>
    what === 'topic' ? [after, before].filter((topic) => topic !== null) : [],
  );
  return {
    names: new Map([...sources, ...(await Promise.all(titles)).flat()]),
    topics: [...topics, ...others],
  };
}
