import { newGuild } from '../../src/ledger/defaults.ts';
import type { Decision, Guild } from '../../src/ledger/types.ts';
import type { ArticleLink } from '../../src/link/types.ts';
import type { Measure } from '../../src/store/port.ts';

export const linkTo = (number: number, score: number, words: readonly string[] = ['算力']): ArticleLink => ({
  number,
  score,
  link: 'implements',
  why: words.join('、'),
  words,
});

/** A measure with so many links; those below one half are doubtful. */
export function measureWith(links: readonly ArticleLink[], fields: Partial<Measure> = {}): Measure {
  const [told, doubtful] = [
    links.filter(({ score }) => score >= 0.5),
    links.filter(({ score }) => score < 0.5),
  ];
  return {
    id: 'measure-1',
    keys: ['url:https://example.test/1'],
    title: '关于促进算力基础设施高质量发展的若干措施',
    issuer: '北京市经济和信息化局',
    docNumber: null,
    url: 'https://example.test/1',
    date: '2026-11-01',
    kind: 'measure',
    confidence: 0.9,
    relevance: told.length > 0 ? 'relevant' : doubtful.length > 0 ? 'doubtful' : 'watched',
    links: told,
    doubtful,
    text: '为统筹全市算力资源，支持智能计算中心建设，制定本措施。',
    family: null,
    firstSeenAt: '2026-11-01T00:00:00.000Z',
    feedId: 'sample',
    guildId: null,
    ...fields,
  };
}

export const guildWith = (
  decisions: readonly Decision[],
  settings: Partial<Guild['settings']> = {},
): Guild => {
  const guild = newGuild('guild-1');
  return { ...guild, settings: { ...guild.settings, ...settings }, decisions };
};
