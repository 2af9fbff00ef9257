import { articleList } from '../../chat/articles.ts';
import type { Translate } from '../../chat/catalogue/index.ts';
import { clip, type Markdown, oneLine, trusted } from '../../chat/markdown.ts';
import type { Outgoing } from '../../chat/messenger.ts';
import { type Block, note, text } from '../../chat/reply.ts';
import { topicList } from '../../chat/views/grounds.ts';
import { brief, type Extent, entire, kindName, titleLink } from '../../chat/views/measure.ts';
import { showDate } from '../../chat/views/time.ts';
import type { TopicFound } from '../../ledger/topicsOn.ts';
import type { AlertItem, LeasedDelivery } from '../../store/port.ts';
import { clipUnits, compose, rolesOf, voiceOf } from './compose.ts';
import { isWithdrawn, seenBy } from './measure.ts';
import { onlyTopics } from './onlyTopics.ts';

/** How much of a measure a line shows: also how many of its articles, and characters of its topics. */
interface LineExtent extends Extent {
  readonly articles: number;
  readonly topics: number;
}
/** Discord's limit of an option's label. */
const LABEL = 100;

const all: LineExtent = {
  ...entire,
  articles: Number.POSITIVE_INFINITY,
  topics: Number.POSITIVE_INFINITY,
};
const long: LineExtent = { ...brief, articles: 20, topics: 60 };
const short: LineExtent = { ...long, title: 40, issuer: 20, url: 0 };
/** So short that ten of it fit one message, whatever they are and with every character escaped. */
const shortest: LineExtent = { ...short, title: 24, issuer: 10, articles: 6, topics: 12 };

/** Several alerts as one message, a line each; what each rests on is chosen from a menu. */
export function renderDigest(delivery: LeasedDelivery, items: readonly AlertItem[]): Outgoing {
  const t = voiceOf(delivery);
  const modes = delivery.subscriptions.map(({ rhythm }) => rhythm.mode);
  const mode = modes.find((one) => one !== 'instant') ?? 'instant';
  const heading = t(`digest.heading.${mode}`, { count: items.length });
  const days = items.map(({ alert }) => showDate(alert.createdAt)).toSorted();
  const [from = '', to = ''] = [days[0], days.at(-1)];
  const form = (extent: LineExtent): readonly Block[] => [
    text(t.md(`digest.heading.${mode}`, { count: items.length })),
    note(from === to ? trusted(from) : t.md('digest.period', { from, to })),
    ...items.map((item, index) => text(lineOf(item, index + 1, delivery, extent, t))),
  ];
  const said = (blocks: readonly Block[]): string =>
    blocks.map((block) => ('text' in block ? block.text.markdown : '')).join('\n');
  const whole = said(form(all));
  return compose(
    {
      tone: 'alert',
      title: `${heading.replace(/^#+\s*/, '')} ${to}`,
      forms: [form(long), form(short), form(shortest)],
      whole: trusted(whole),
      isWhole: (blocks) => said(blocks) === whole,
      foot: [note(t.md('alert.derived')), whyMenu(delivery, items, t)],
      roleIds: rolesOf(delivery),
    },
    t,
  );
}

function lineOf(
  { alert, measure: told }: AlertItem,
  number: number,
  delivery: LeasedDelivery,
  extent: LineExtent,
  t: Translate,
): Markdown {
  if (told === null) return t.md('digest.gone', { number });
  const { measure, seen } = seenBy(told, delivery);
  const articles = measure.links.map((link) => link.number).toSorted((a, b) => a - b);
  const topics = onlyTopics(delivery, told, seen);
  const facts = [
    kindName(measure, t),
    ...(measure.issuer ? [clip(oneLine(measure.issuer), extent.issuer)] : []),
    measure.date === null ? t('measure.undated') : showDate(measure.date),
    ...(articles.length > 0 ? [articlesIn(articles, extent, t)] : []),
    ...(topics.length > 0 ? [topicsIn(topics, extent, t)] : []),
  ];
  return t.md('digest.line', {
    number,
    mark: isWithdrawn(seen) ? t('digest.withdrawn') : markOf(alert.kind, t),
    title: titleLink(measure, extent),
    facts: facts.join(' · '),
  });
}

function articlesIn(articles: readonly number[], extent: LineExtent, t: Translate): string {
  const shown = articles.slice(0, extent.articles);
  return `${articleList(shown, t)}${shown.length < articles.length ? '…' : ''}`;
}

function topicsIn(topics: readonly TopicFound[], extent: LineExtent, t: Translate): string {
  if (extent === all) return t('why.ground.topics', { topics: topicList(topics, t, topics.length) });
  return t('why.ground.topics', { topics: clip(topicList(topics, t), extent.topics) });
}

const markOf = (kind: AlertItem['alert']['kind'], t: Translate): string =>
  kind === 'revision' || kind === 'closing' || kind === 'effective' ? t(`digest.${kind}`) : '';

/** Its id carries the delivery's, by which the message is known again; pressed, the chosen measure comes first. */
function whyMenu({ id }: LeasedDelivery, items: readonly AlertItem[], t: Translate): Block {
  const measures = new Map(items.flatMap(({ measure }) => (measure === null ? [] : [[measure.id, measure]])));
  return {
    type: 'select',
    action: { command: 'latest', name: 'why', args: [id] },
    placeholder: t('digest.why'),
    options: [...measures.values()].map((measure, index) => ({
      label: clipUnits(`${index + 1}. ${oneLine(measure.title)}`, LABEL),
      value: measure.id,
    })),
  };
}
