import type { Translate } from '../../chat/catalogue/index.ts';
import { join, link, type Markdown, trusted, webUrl } from '../../chat/markdown.ts';
import type { Outgoing } from '../../chat/messenger.ts';
import { type Block, type Button, note, text } from '../../chat/reply.ts';
import { topicList } from '../../chat/views/grounds.ts';
import {
  brief,
  type Extent,
  entire,
  isFollowUp,
  kindName,
  measureText,
  type ShownMeasure,
} from '../../chat/views/measure.ts';
import { pressable } from '../../chat/views/menus.ts';
import type { Corpus } from '../../corpus/types.ts';
import { nobodys, type Seen, see } from '../../ledger/see.ts';
import type { Alert, AlertItem, LeasedDelivery, Measure } from '../../store/port.ts';
import { compose, rolesOf, voiceOf } from './compose.ts';
import { onlyTopics } from './onlyTopics.ts';

/** Articles that a button opens. */
const BUTTONS = 3;
/** Discord's limit of a button's address. */
const LONGEST_URL = 512;
/** Of an address among further ones, and of how many. */
const LONGEST_REPOST = 300;
const REPOSTS = 4;

/** What of a page may change, by the names of `changedParts`. */
const CHANGED = ['title', 'text', 'dates', 'attachments'];

/** The measure with the links that the target's server sees. */
export function seenBy(measure: Measure, { guild }: LeasedDelivery): { measure: ShownMeasure; seen: Seen } {
  const seen = see(measure, guild ?? nobodys);
  return { measure: { ...measure, links: seen.links, seen }, seen };
}

/** Whether moderators took back what was told. */
export const isWithdrawn = ({ decision, links }: Seen): boolean => decision !== null && links.length === 0;

/** An alert about one measure: news, a revision, a day that draws near. */
export function renderMeasure(
  delivery: LeasedDelivery,
  told: AlertItem & { readonly measure: Measure },
  corpus: Corpus,
): Outgoing {
  const t = voiceOf(delivery);
  const { measure, seen } = seenBy(told.measure, delivery);
  const topics = onlyTopics(delivery, told.measure, seen);
  const head = [
    text(headingOf(told.alert, measure, topics.length > 0, corpus, t)),
    ...standingOf(seen, delivery, t).map((line) => text(line)),
    ...changesOf(told.alert, t),
  ];
  const form = (extent: Extent, reposts: number): readonly Block[] => [
    ...head,
    text(measureText(measure, corpus, t, extent)),
    ...(topics.length > 0
      ? [text(t.md('why.only-topics', { topics: topicList(topics, t, extent.links) }))]
      : []),
    ...repostsOf(told, reposts, t),
  ];
  const whole = form(entire, Number.POSITIVE_INFINITY);
  const said = (blocks: readonly Block[]): string => blocks.map(textOf).join('\n');
  return compose(
    {
      tone: 'alert',
      title: measure.title,
      forms: [form(inFull, REPOSTS), form(brief, 2), form(shortest, 0)],
      whole: trusted(said(whole)),
      isWhole: (blocks) => said(blocks) === said(whole),
      foot: [note(t.md('alert.derived')), ...buttonsOf(delivery, measure, seen, corpus, t)],
      roleIds: rolesOf(delivery),
    },
    t,
  );
}

const inFull: Extent = { links: 8, title: 300, issuer: 80, docNumber: 60, evidence: 120, url: 1000 };
const shortest: Extent = { links: 3, title: 100, issuer: 30, docNumber: 30, evidence: 30, url: 0 };

const textOf = (block: Block): string => ('text' in block ? block.text.markdown : '');

function headingOf(
  { kind, about }: Alert,
  measure: Measure,
  isForTopics: boolean,
  corpus: Corpus,
  t: Translate,
): Markdown {
  const named = { kind: kindName(measure, t) };
  switch (kind) {
    case 'revision':
      return t.md('deliver.heading.revision', named);
    case 'closing':
      return t.md('deliver.heading.closing', { day: dayOf(about.day ?? measure.consultationUntil) });
    case 'effective':
      return t.md('deliver.heading.effective', { day: dayOf(about.day ?? measure.effectiveOn) });
    default:
      if (isForTopics || (measure.relevance === 'watched' && measure.links.length === 0))
        return t.md('deliver.heading.watched', named);
      return t.md(isFollowUp(measure, corpus) ? 'alert.heading' : 'alert.heading.earlier', named);
  }
}

/** A day as pages state it; what is none is not shown. */
const dayOf = (day: string | number | undefined): string =>
  /^\d{4}-\d{2}-\d{2}/.exec(String(day ?? ''))?.[0] ?? '—';

/** What moderators said of it, and that an edited message is not as it first was. */
function standingOf(seen: Seen, { operation }: LeasedDelivery, t: Translate): readonly Markdown[] {
  if (isWithdrawn(seen)) return [t.md('deliver.withdrawn')];
  if (seen.decision?.verdict === 'right') return [t.md('deliver.confirmed')];
  if (seen.decision !== null) return [t.md('deliver.corrected')];
  if (operation.kind !== 'edit') return [];
  return [t.md(seen.standing === 'review' ? 'review.pending' : 'deliver.edited')];
}

function changesOf({ kind, about }: Alert, t: Translate): readonly Block[] {
  if (kind !== 'revision') return [];
  const parts = String(about.parts ?? '')
    .split(',')
    .filter((part) => CHANGED.includes(part));
  const named = parts.length > 0 ? parts.map((part) => t.of(`part.${part}`)) : [t('deliver.changed.other')];
  return [text(t.md('deliver.changed', { parts: named.join(t('list.comma')) }))];
}

/** Where else it was published, each under its site's name. */
function repostsOf({ reposts }: AlertItem, most: number, t: Translate): readonly Block[] {
  const longest = most === Number.POSITIVE_INFINITY ? most : LONGEST_REPOST;
  const shown = reposts.filter(({ url }) => webUrl(url) !== null && url.length <= longest).slice(0, most);
  if (reposts.length === 0 || most === 0) return [];
  const links = shown.map(({ url }) => link(new URL(url).host, url));
  const rest = reposts.length - shown.length;
  const all = rest > 0 ? [...links, t.md('deliver.reposts.more', { count: reposts.length })] : links;
  return [text(t.md('deliver.reposts', { links: join(all, ' · ') }))];
}

function buttonsOf(
  { id, target }: LeasedDelivery,
  measure: Measure,
  seen: Seen,
  corpus: Corpus,
  t: Translate,
): readonly Block[] {
  const ordinance = corpus.documents[0];
  const articles = measure.links.slice(0, BUTTONS).flatMap(({ number }): Button[] => {
    const label = ordinance?.law.units.find((unit) => unit.number === String(number))?.label;
    const args = [`${ordinance?.info.id}:${number}`];
    return label ? [{ label, action: { command: 'article', name: 'show', args } }] : [];
  });
  const url = webUrl(measure.url);
  const flag: Button = {
    label: t('deliver.irrelevant'),
    action: { command: 'review', name: 'flag', args: [measure.id] },
  };
  return [
    ...pressable(...articles),
    ...pressable(
      { label: t('alert.why'), action: { command: 'latest', name: 'why', args: [measure.id, id] } },
      // A person has no moderators who could look at it.
      ...(target.kind === 'user' || isWithdrawn(seen) ? [] : [flag]),
      ...(url === null || url.length > LONGEST_URL ? [] : [{ label: t('alert.page'), url }]),
    ),
  ];
}
