import type { Translate } from '../../chat/catalogue/index.ts';
import { type Markdown, oneLine, trusted } from '../../chat/markdown.ts';
import type { Outgoing } from '../../chat/messenger.ts';
import { buttons, text } from '../../chat/reply.ts';
import { causeName } from '../../chat/views/standing.ts';
import { showTime } from '../../chat/views/time.ts';
import type { AlertItem, LeasedDelivery } from '../../store/port.ts';
import { compose, rolesOf, voiceOf } from './compose.ts';

/** What is told about no measure: a source's health, a subscription's trouble, a test. Plain words, and what to do next. */
export function renderNotice(delivery: LeasedDelivery, { alert }: AlertItem): Outgoing {
  const t = voiceOf(delivery);
  const said = sentence(alert.kind, alert.about, delivery, t);
  return compose(
    {
      tone: alert.kind === 'test' ? 'plain' : 'alert',
      title: said.markdown.split('\n')[0]?.replace(/^#+\s*/, '') ?? '',
      forms: [[text(said)]],
      whole: said,
      isWhole: () => true,
      foot: [
        buttons({
          label: t('notice.latest'),
          // Its first page; the delivery's id comes last, by which the message is known again.
          action: { command: 'latest', name: 'page', args: ['0', '', '', '', '', delivery.id] },
        }),
      ],
      // A test shows the role and rings nobody; the others are nobody's role.
      roleIds: [],
    },
    t,
  );
}

function sentence(
  kind: AlertItem['alert']['kind'],
  about: AlertItem['alert']['about'],
  delivery: LeasedDelivery,
  t: Translate,
): Markdown {
  if (kind === 'source') return sourceSentence(about, t);
  if (kind === 'trouble') return troubleSentence(about, t);
  const roles = rolesOf(delivery).map((role) => `<@&${role}>`);
  const lines = [
    t.md('notice.test').markdown,
    ...(roles.length === 0 ? [] : [t.md('notice.test.role', { role: trusted(roles.join(' ')) }).markdown]),
  ];
  return trusted(lines.join('\n'));
}

const LONGEST_NAME = 200;

/** A source by its name and whose it is. */
function nameOf({ feed, name, authority }: AlertItem['alert']['about'], t: Translate): string {
  const [called, of] = [name ?? feed ?? '', authority ?? ''].map((part) =>
    oneLine(String(part)).slice(0, LONGEST_NAME),
  );
  return of ? t('notice.source.name', { name: called ?? '', authority: of }) : (called ?? '');
}

function sourceSentence(about: AlertItem['alert']['about'], t: Translate): Markdown {
  const feed = nameOf(about, t);
  if (about.news === 'recovered')
    return t.md('notice.source.recovered', { feed, entries: about.entries ?? 0 });
  const since = showTime(String(about.since));
  if (about.news === 'failing')
    return t.md('notice.source.failing', {
      feed,
      since,
      failures: about.failures ?? 0,
      cause: causeName(oneLine(String(about.cause ?? '')).slice(0, LONGEST_NAME), t),
    });
  return t.md('notice.source.quiet', {
    feed,
    since,
    days: Math.round(Number(about.rhythmDays ?? 0) * 10) / 10,
  });
}

/** What is to be done about each trouble. */
const next: Readonly<Record<string, 'gone' | 'permission' | 'closed' | 'thread' | 'forum'>> = {
  gone: 'gone',
  'no-messages': 'gone',
  closed: 'closed',
  locked: 'thread',
  full: 'thread',
  'tag-required': 'forum',
};

function troubleSentence(about: AlertItem['alert']['about'], t: Translate): Markdown {
  const trouble = String(about.trouble ?? 'no-access');
  const channelId = String(about.channelId ?? '');
  return t.md('notice.trouble', {
    place: /^\d{1,20}$/.test(channelId) ? trusted(`<#${channelId}>`) : t.md('notice.trouble.channel'),
    trouble: t.of(`trouble.${trouble}`),
    next: t(`next.${next[trouble] ?? 'permission'}`),
  });
}
