import type { ArticleCoverage, Coverage, PlaceCoverage } from '../../ledger/coverage.ts';
import type { PictureWords } from '../../ledger/picture/svg.ts';
import { articleList } from '../articles.ts';
import type { Translate } from '../catalogue/index.ts';
import { join, type Markdown } from '../markdown.ts';
import { type Block, text } from '../reply.ts';

const covered = (articles: readonly ArticleCoverage[]): number =>
  articles.filter(({ followUps }) => followUps > 0).length;

const numbers = (articles: readonly ArticleCoverage[], t: Translate): string =>
  articleList(
    articles.map(({ number }) => Number(number)),
    t,
  );

export const totalsText = ({ day, totals }: Coverage, t: Translate): Markdown =>
  t.md('coverage.totals', { day, ...totals });

/** Chapter by chapter: articles with measures a line each, the others together. */
export function articlesText({ chapters }: Coverage, t: Translate): readonly Block[] {
  return chapters.map(({ label, title, articles }) => {
    const lines: Markdown[] = [
      t.md('coverage.chapter', { label, title, covered: covered(articles), articles: articles.length }),
    ];
    for (const { label: of, caption, followUps, preparing, earlier, newest, daysWithout } of articles) {
      if (followUps > 0)
        lines.push(t.md('coverage.article', { label: of, caption, followUps, newest: newest ?? '' }));
      else if (earlier > 0)
        lines.push(t.md('coverage.article.earlier', { label: of, caption, earlier, days: daysWithout }));
      if (preparing > 0) lines.push(t.md('coverage.article.preparing', { label: of, caption, preparing }));
    }
    const none = articles.filter(
      ({ followUps, preparing, earlier }) => followUps + preparing + earlier === 0,
    );
    const obliged = none.filter(({ duty }) => duty);
    const free = none.filter(({ duty }) => !duty);
    if (obliged.length > 0)
      lines.push(
        t.md('coverage.without', { labels: numbers(obliged, t), days: obliged[0]?.daysWithout ?? 0 }),
      );
    if (free.length > 0) lines.push(t.md('coverage.no-duty', { labels: numbers(free, t) }));
    return text(join(lines));
  });
}

export const placeName = ({ name, level }: PlaceCoverage, t: Translate): string =>
  level === '区' ? name : t(`coverage.place.${level}`);

export function placesText({ places }: Coverage, t: Translate): readonly Block[] {
  const active = places.filter(({ followUps }) => followUps > 0);
  const silent = places.filter(({ followUps, level }) => followUps === 0 && level !== '国家');
  const lines = active
    .toSorted((a, b) => b.followUps - a.followUps)
    .map((place) =>
      t.md('coverage.place', {
        name: placeName(place, t),
        followUps: place.followUps,
        articles: place.articles,
        newest: place.newest ?? '',
        days: place.daysWithout,
      }),
    );
  if (silent.length > 0)
    lines.push(
      t.md('coverage.place.none', {
        names: silent.map((place) => placeName(place, t)).join(t('list.comma')),
        days: silent[0]?.daysWithout ?? 0,
      }),
    );
  return [text(join(lines))];
}

export const departmentsText = ({ departments }: Coverage, t: Translate): readonly Block[] => [
  text(
    join(
      departments.map(({ name, followUps, duties, open }) =>
        t.md('coverage.department', {
          name,
          followUps,
          duties: duties.length,
          open: open.length === 0 ? t('coverage.department.done') : articleList(open.map(Number), t),
        }),
      ),
    ),
  ),
];

/** What the picture says in words of the asker's language; captions and chapters stay in the law's own. */
export function pictureWords({ day, totals }: Coverage, t: Translate): PictureWords {
  return {
    title: t('picture.title'),
    subtitle: t('picture.subtitle', { day, ...totals }),
    places: t('picture.places'),
    place: (place) => placeName(place, t),
    count: (count) => t('picture.count', { count }),
    noDuty: t('picture.no-duty'),
    preparing: (count) => t('picture.preparing', { count }),
    days: (days) => t('picture.days', { days }),
    article: (number) => t('picture.article', { number }),
    legend: {
      none: t('picture.legend.none'),
      noDuty: t('picture.legend.noDuty'),
      few: t('picture.legend.few'),
      many: t('picture.legend.many'),
    },
    derived: t('picture.derived'),
  };
}

/** What the picture shows, for who cannot see it: at most 1,024 characters. */
export const pictureAlt = (coverage: Coverage, t: Translate): string =>
  [
    t('picture.subtitle', { day: coverage.day, ...coverage.totals }),
    ...coverage.chapters.map(({ label, title, articles }) =>
      t('picture.alt.chapter', { label, title, articles: articles.length, covered: covered(articles) }),
    ),
  ]
    .join('\n')
    .slice(0, 1024);
