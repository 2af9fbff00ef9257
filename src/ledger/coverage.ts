import { DISTRICTS } from '../corpus/bodies/list.ts';
import { readDuties } from '../corpus/duties/duties.ts';
import type { CorpusDocument } from '../corpus/types.ts';
import type { Measure } from '../store/port.ts';
import { dayIn, isFollowUp } from './followUp.ts';
import { departmentsOf, placeName, placeOf } from './place.ts';

/** How far the ordinance is carried out, as far as its measures are known: derived, never an official figure. */
export interface Coverage {
  /** The day it is about, `YYYY-MM-DD` in Beijing. */
  readonly day: string;
  readonly chapters: readonly ChapterCoverage[];
  /** The state and the city first, then every district, whether it has measures or not. */
  readonly places: readonly PlaceCoverage[];
  /** Departments that a duty of the city speaks to or that made measures; most measures first. */
  readonly departments: readonly DepartmentCoverage[];
  readonly totals: {
    readonly articles: number;
    /** Articles that lay a duty on somebody; of those, how many have a follow-up. */
    readonly withDuty: number;
    readonly carriedOut: number;
    readonly followUps: number;
    readonly earlier: number;
  };
}

export interface ChapterCoverage {
  /** As printed, `第三章`; empty where articles stand under no chapter. */
  readonly label: string;
  readonly title: string;
  readonly articles: readonly ArticleCoverage[];
}

export interface ArticleCoverage {
  readonly number: string;
  readonly label: string;
  readonly caption: string;
  /** Whether somebody must do something under it (应当, 不得 …). */
  readonly duty: boolean;
  /** Measures since the ordinance took effect, and calls to apply under them; drafts, interpretations and news are none. */
  readonly followUps: number;
  /** Drafts consulted on since then, whose measure has not come. */
  readonly preparing: number;
  readonly earlier: number;
  /** Of the newest follow-up, `YYYY-MM-DD`. */
  readonly newest: string | null;
  /** Days since the newest follow-up, or, where there is none, since the ordinance took effect. */
  readonly daysWithout: number;
}

export interface PlaceCoverage {
  readonly name: string;
  readonly level: '国家' | '市' | '区';
  readonly followUps: number;
  readonly earlier: number;
  readonly articles: number;
  readonly newest: string | null;
  readonly daysWithout: number;
}

export interface DepartmentCoverage {
  readonly name: string;
  readonly followUps: number;
  readonly newest: string | null;
  /** Articles that lay a duty on it, and those of them without a follow-up by anybody. */
  readonly duties: readonly string[];
  readonly open: readonly string[];
}

const DAY = 86_400_000;
/** Kinds that carry an article out; what is still consulted on, explains or reports does not. */
const COUNTED: ReadonlySet<Measure['kind']> = new Set(['measure', 'notice']);
/** Modals that oblige; 支持, 鼓励, 可以 allow. */
const OBLIGES = /^(?:应当|不得|必须|禁止|直述)/;

const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY));

/** What of a measure is counted. */
type Counted = Omit<Measure, 'text' | 'keys'>;

const newestOf = (measures: readonly Counted[]): string | null =>
  measures
    .map(({ date, firstSeenAt }) => dayIn(date ?? firstSeenAt))
    .sort()
    .at(-1) ?? null;

/** The coverage of `ordinance` by measures as a server sees them (their `links` already are). Pure; `now` says how long it has been. */
export function coverage(ordinance: CorpusDocument, measures: readonly Counted[], now: Date): Coverage {
  const day = dayIn(now.toISOString());
  const effective = ordinance.info.dates.effective ?? day;
  const linked = measures.filter(({ links }) => links.length > 0);
  const counted = linked.filter(({ kind }) => COUNTED.has(kind));
  const preparing = groupByArticle(draftsOf(linked).filter((measure) => isFollowUp(measure, effective)));
  const since = counted.filter((measure) => isFollowUp(measure, effective));
  const before = counted.filter((measure) => !isFollowUp(measure, effective));
  const byArticle = groupByArticle(since);
  const earlierByArticle = groupByArticle(before);
  const obliged = obligedBodies(ordinance);

  const articleOf = (unit: CorpusDocument['law']['units'][number]): ArticleCoverage => {
    const found = byArticle.get(unit.number) ?? [];
    const newest = newestOf(found);
    return {
      number: unit.number,
      label: unit.label,
      caption: ordinance.captions.get(unit.number) ?? '',
      duty: obliged.has(unit.number),
      followUps: found.length,
      preparing: preparing.get(unit.number)?.length ?? 0,
      earlier: earlierByArticle.get(unit.number)?.length ?? 0,
      newest,
      daysWithout: daysBetween(newest ?? effective, day),
    };
  };
  const articles = ordinance.law.units.filter(({ kind }) => kind === 'article').map(articleOf);
  const withDuty = articles.filter(({ duty }) => duty);
  return {
    day,
    chapters: byChapter(ordinance, articles),
    places: placesOf(since, before, effective, day),
    departments: departmentsCovered(since, obliged, byArticle),
    totals: {
      articles: articles.length,
      withDuty: withDuty.length,
      carriedOut: withDuty.filter(({ followUps }) => followUps > 0).length,
      followUps: since.length,
      earlier: before.length,
    },
  };
}

/** A department by its field; 有关部门 and 行业主管部门 are nobody in particular. */
const isDepartment = (kind: string): boolean =>
  /部门$/.test(kind) && !/(?:有关|相关|主管|管理)部门$/.test(kind);

/** Consultations on what is not there yet. */
function draftsOf(measures: readonly Counted[]): readonly Counted[] {
  const made = new Set(measures.flatMap(({ kind, family }) => (kind === 'measure' && family) || []));
  return measures.filter(({ kind, family }) => kind === 'consultation' && !made.has(family ?? ''));
}

function groupByArticle(measures: readonly Counted[]): ReadonlyMap<string, readonly Counted[]> {
  const groups = new Map<string, Counted[]>();
  for (const measure of measures)
    for (const number of new Set(measure.links.map((link) => String(link.number)))) {
      const group = groups.get(number);
      if (group === undefined) groups.set(number, [measure]);
      else group.push(measure);
    }
  return groups;
}

function byChapter(ordinance: CorpusDocument, articles: readonly ArticleCoverage[]): ChapterCoverage[] {
  const paths = new Map(ordinance.law.units.map(({ number, path }) => [number, path[0] ?? '']));
  return [...Map.groupBy(articles, ({ number }) => paths.get(number) ?? '')].map(([path, of]) => {
    const [label = '', ...title] = path.split(' ');
    return { label, title: title.join(' '), articles: of };
  });
}

/** Article number → the kinds of bodies that it obliges. */
function obligedBodies(ordinance: CorpusDocument): ReadonlyMap<string, ReadonlySet<string>> {
  const bodies = new Map<string, Set<string>>();
  for (const { address, modal, body, role } of readDuties(ordinance).duties) {
    if (role !== 'bears' || !OBLIGES.test(modal)) continue;
    const of = bodies.get(address.unit) ?? new Set();
    bodies.set(address.unit, of.add(body.kind));
  }
  return bodies;
}

function placesOf(
  since: readonly Counted[],
  before: readonly Counted[],
  effective: string,
  day: string,
): PlaceCoverage[] {
  // Many measures have few issuers.
  const known = new Map<string, string>();
  const nameOf = (measure: Counted): string => {
    const key = measure.issuer ?? `「${measure.title}」`;
    const name = known.get(key) ?? placeName(placeOf(measure));
    known.set(key, name);
    return name;
  };
  const [grouped, earlier] = [Map.groupBy(since, nameOf), Map.groupBy(before, nameOf)];
  const names = ['国家', '市', ...DISTRICTS.map((name) => `${name}区`), '经济技术开发区'];
  return names.map((name): PlaceCoverage => {
    const found = grouped.get(name) ?? [];
    const newest = newestOf(found);
    return {
      name,
      level: name === '国家' || name === '市' ? name : '区',
      followUps: found.length,
      earlier: earlier.get(name)?.length ?? 0,
      articles: groupByArticle(found).size,
      newest,
      daysWithout: daysBetween(newest ?? effective, day),
    };
  });
}

function departmentsCovered(
  since: readonly Counted[],
  obliged: ReadonlyMap<string, ReadonlySet<string>>,
  byArticle: ReadonlyMap<string, readonly Counted[]>,
): DepartmentCoverage[] {
  const made = new Map<string, Counted[]>();
  for (const [issuer, measures] of Map.groupBy(since, ({ issuer }) => issuer))
    for (const name of departmentsOf({ issuer })) made.set(name, [...(made.get(name) ?? []), ...measures]);
  const departments = [...obliged.values()].flatMap((kinds) => [...kinds].filter(isDepartment));
  const names = new Set([...made.keys(), ...departments]);
  return [...names]
    .map((name): DepartmentCoverage => {
      const measures = made.get(name) ?? [];
      const duties = [...obliged].flatMap(([number, kinds]) => (kinds.has(name) ? [number] : []));
      return {
        name,
        followUps: measures.length,
        newest: newestOf(measures),
        duties,
        open: duties.filter((number) => !byArticle.has(number)),
      };
    })
    .sort(
      (a, b) => b.followUps - a.followUps || b.duties.length - a.duties.length || (a.name < b.name ? -1 : 1),
    );
}
