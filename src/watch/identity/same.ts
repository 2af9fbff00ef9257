/**
 * Whether two sightings show one document, and what says that they do not. A document that is wrongly taken for another is told to
 * nobody: what is known of both must not speak against it. All else is a repost.
 */
import { NUMERAL_CHARACTERS, parseNumeral } from '../../corpus/numerals.ts';
import { placeName, placeOf } from '../../ledger/place.ts';
import type { EntryKind } from '../../link/types.ts';
import type { Measure } from '../../store/port.ts';
import { plainName } from '../namespace.ts';
import { normaliseDocNumber } from './docNumber.ts';
import { isCutOff, readTitle } from './identify.ts';
import { type Body, bodiesOf, shareBody } from './issuer.ts';
import { type Bond, identityOf } from './keys.ts';
import { isAlike, isSameText, isUnlike } from './sameText.ts';
import {
  isOpeningInFile,
  isOpeningOf,
  type Name,
  type Shared,
  sharedTitle,
  withPutOut,
} from './sharedTitle.ts';
import { isTelling, PLACED } from './telling.ts';

const DAY = 86_400_000;

/** What an entry, or all entries of a measure, say of their document. What costs something is worked out when it is asked for. */
export interface Sighting {
  readonly numbers: ReadonlySet<string>;
  /** Its title, and others under which it is known. */
  readonly titles: () => readonly Name[];
  /** Whether its own title is cut off. */
  readonly isCut: boolean;
  /** Who issues it by its titles; empty where they name nobody. */
  readonly bodies: () => readonly Body[];
  /** 市, 海淀区, 国家: whose it is, by issuer or source. */
  readonly place: () => string;
  readonly site: () => string | null;
  /** Whether it was taken for a call or a consultation: such have their time, and come again. */
  readonly isCall: boolean;
  /** When it was published, in milliseconds; null where nobody says so, or says nonsense. */
  readonly published: number | null;
  /** When it was first seen. */
  readonly seen: number;
  /** The opening of its text, as far as it is known. */
  readonly text: string;
}

interface Facts {
  readonly numbers: Iterable<string>;
  readonly title: string;
  /** Other titles, as in `TitleParts`, what is left of those that are cut, and names of issuers that other titles name. */
  readonly cores: readonly string[];
  readonly openings: readonly string[];
  readonly issuers: readonly string[];
  readonly issuer: string | null;
  readonly url: string;
  readonly date: string | null;
  readonly seenAt: number;
  readonly kind: EntryKind;
  readonly text: string;
}

/** What a title calls for, or asks about: 关于组织申报…, 公开征求…意见. */
const CALL =
  /征求.*意见|征集.*意见|(?:组织|开展|启动|做好|发布).*(?:申报|征集|推荐|遴选|评估|评审|申请|申领|报名|认定)/u;
/** A date that lies further ahead than this is a slip of the pen. */
const MOST_AHEAD = 7 * DAY;

/** Worked out when it is asked for, once. */
function lazily<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

function sightingOf(facts: Facts, now: Date): Sighting {
  const title = lazily(() => readTitle(facts.title));
  const day = facts.date === null ? Number.NaN : Date.parse(facts.date);
  return {
    numbers: new Set(facts.numbers),
    titles: lazily(() => {
      // Earlier versions of this program kept what is left of a title as a whole one.
      const whole = facts.cores.filter((core) => !title().isCut || core !== title().core);
      return withPutOut([
        title(),
        ...whole.map((core) => ({ core, isCut: false })),
        ...facts.openings.map((core) => ({ core, isCut: true })),
      ]);
    }),
    isCut: isCutOff(facts.title),
    bodies: lazily(() => [title().issuer ?? '', ...facts.issuers].flatMap(bodiesOf)),
    place: lazily(() => placeName(placeOf(facts))),
    site: lazily(() => URL.parse(facts.url)?.host.replace(/^www\./, '') ?? null),
    isCall: facts.kind === 'notice' || facts.kind === 'consultation',
    published: Number.isNaN(day) || day > now.getTime() + MOST_AHEAD ? null : day,
    seen: facts.seenAt,
    text: facts.text,
  };
}

/** What an entry says by itself. */
export const sightingOfEntry = (
  {
    docNumber,
    ...facts
  }: Omit<Facts, 'numbers' | 'cores' | 'openings' | 'issuers' | 'seenAt'> & {
    readonly docNumber: string | null;
  },
  now: Date,
): Sighting =>
  sightingOf(
    {
      ...facts,
      numbers: docNumber === null ? [] : [docNumber],
      cores: [],
      openings: [],
      issuers: [],
      seenAt: now.getTime(),
    },
    now,
  );

/** What all entries of a measure say together: numbers, titles and issuers, too, by which its reposts are known. */
export function sightingOfMeasure(measure: Measure, now: Date): Sighting {
  const keys = measure.keys.map((key) => identityOf(plainName(key)));
  const named = (kind: string): readonly string[] =>
    keys.filter((key) => key.startsWith(kind)).map((key) => key.slice(kind.length));
  const [numbers, texts, names] = [named('doc:'), named('text:'), named('name:')];
  const { title, issuer, url, date, kind, text, firstSeenAt } = measure;
  return sightingOf(
    {
      numbers: [...numbers, measure.docNumber ?? ''].map(normaliseDocNumber).filter((one) => one !== null),
      title,
      cores: [...new Set(texts.map((key) => key.split('|', 1)[0] ?? ''))],
      openings: named('cut:'),
      issuers: names.map((name) => name.slice(name.indexOf('|') + 1)),
      issuer,
      url,
      date,
      seenAt: Date.parse(firstSeenAt),
      kind,
      text,
    },
    now,
  );
}

/** A sighting of a known document that gives it a number, too. */
export const withNumber = (sighting: Sighting, docNumber: string | null): Sighting =>
  docNumber === null || sighting.numbers.size > 0 ? sighting : { ...sighting, numbers: new Set([docNumber]) };

/** What sightings of one document say together, as a measure that is composed of them will: of the first its date and place. */
export const together = (sightings: readonly [Sighting, ...Sighting[]]): Sighting => ({
  ...sightings[0],
  numbers: new Set(sightings.flatMap(({ numbers }) => [...numbers])),
  titles: lazily(() => sightings.flatMap(({ titles }) => titles())),
  bodies: lazily(() => sightings.flatMap(({ bodies }) => bodies())),
  text: sightings.find(({ text }) => text !== '')?.text ?? '',
});

const differInNumber = (a: Sighting, b: Sighting): boolean =>
  a.numbers.size > 0 && b.numbers.size > 0 && a.numbers.isDisjointFrom(b.numbers);

export const shareNumber = (a: Sighting, b: Sighting): boolean => !a.numbers.isDisjointFrom(b.numbers);

/** Documents of one title published further apart than this are two editions, not one reposted. */
const REPOST_DAYS = 300;
/** The same where one site shows both: it shows a document once, or in several columns at about the same time. */
const SITE_DAYS = 90;
/** The same of calls and consultations: nobody reposts one that is over, and the next round has its title. */
const CALL_DAYS = 30;
/** What has no date is of about the time when it was first seen. */
const UNDATED_DAYS = 60;
/** Of a title that is cut the whole one was published at about the same time. */
const CUT_DAYS = 7;

const timeOf = ({ published, seen }: Sighting): number => published ?? seen;

const isCallFor = (a: Sighting, b: Sighting, core: string): boolean =>
  a.isCall || b.isCall || CALL.test(core);

/** Whether their days say that two of one title are two editions. */
function isOfOtherDays(a: Sighting, b: Sighting, { core, isCut }: Shared): boolean {
  if (isCut) return Math.abs(timeOf(a) - timeOf(b)) > CUT_DAYS * DAY;
  const isOneSite = a.site() !== null && a.site() === b.site();
  const isCall = isCallFor(a, b, core);
  const most = isCall ? CALL_DAYS : isOneSite ? SITE_DAYS : REPOST_DAYS;
  if (a.published !== null && b.published !== null) return Math.abs(a.published - b.published) > most * DAY;
  if (a.published === null && b.published === null) return Math.abs(a.seen - b.seen) > REPOST_DAYS * DAY;
  const dated = a.published ?? b.published ?? 0;
  const seen = a.published === null ? a.seen : b.seen;
  const days = (seen - dated) / DAY;
  return days < 0 ? -days > most : days > Math.min(most, UNDATED_DAYS);
}

/** A page that is moved, or shown again, gets a new date with its old text. */
const isAnotherEdition = (a: Sighting, b: Sighting, shared: Shared): boolean =>
  isOfOtherDays(a, b, shared) &&
  !isSameText(
    { text: a.text, day: timeOf(a) },
    { text: b.text, day: timeOf(b) },
    isCallFor(a, b, shared.core),
  );

/** 第二批, 第2期, 第三季度. Leaves alone: 第二条, 第二章, 第一. */
const ROUND = new RegExp(`第([${NUMERAL_CHARACTERS}]{1,3})(?=批|期|轮|次|季度)`, 'gu');
/** Where a text says which round it is of. */
const ROUND_WITHIN = 300;

const roundsOf = ({ text }: Sighting): ReadonlySet<number | null> =>
  new Set([...text.slice(0, ROUND_WITHIN).matchAll(ROUND)].map(([, numeral = '']) => parseNumeral(numeral)));

function isAnotherRound(a: Sighting, b: Sighting): boolean {
  if (!a.text.includes('第') || !b.text.includes('第')) return false;
  const [one, other] = [roundsOf(a), roundsOf(b)];
  return one.size > 0 && other.size > 0 && one.isDisjointFrom(other);
}

/** Words of which titles are full: two that share no others are about different things. */
const COMMON =
  /北京市?|本市|关于|印发|发布|公布|通知|公告|通告|办法|管理|措施|若干|意见|方案|实施|细则|支持|促进|加强|推进|推动|工作|项目|发展|建设|政策|组织|开展|申报|年度?|试行|暂行|征求|公开|有关|事项|规定|计划|行动|的|和|与|及|\d+/gu;

/** The other words of a sighting's titles, by two characters each. */
const wordsOf = ({ titles }: Sighting): ReadonlySet<string> =>
  new Set(
    titles()
      .flatMap(({ core }) => core.replace(COMMON, ' ').split(/\s+/))
      .flatMap((part) => Array.from(part.slice(1), (_, at) => part.slice(at, at + 2))),
  );

/** Whether titles under one number may be of one document: a headline shares a word with the title. Numbers are misread, too. */
function isRelated(a: Sighting, b: Sighting): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  return one.size === 0 || other.size === 0 || !one.isDisjointFrom(other) || isAlike(a.text, b.text);
}

/** What says that two sightings are of two documents. */
export type Conflict = 'subject' | 'number' | 'issuer' | 'edition' | 'round' | 'text' | 'place';

/**
 * What says that two sightings are of two documents, whatever brought them together: two numbers, two issuers, or of one title two
 * editions, rounds, texts or places; under one number, two subjects. Null where nothing does.
 */
export function conflictOf(a: Sighting, b: Sighting, isOpening = isOpeningOf): Conflict | null {
  if (shareNumber(a, b)) return isRelated(a, b) ? null : 'subject';
  if (differInNumber(a, b)) return 'number';
  const isNamed = a.bodies().length > 0 && b.bodies().length > 0;
  if (isNamed && !shareBody(a.bodies(), b.bodies())) return 'issuer';
  const shared = sharedTitle(a, b, isOpening);
  if (shared === null) return null;
  if (isAnotherEdition(a, b, shared)) return 'edition';
  if (isAnotherRound(a, b)) return 'round';
  if (isUnlike(a.text, b.text)) return 'text';
  if (isNamed || a.place() === b.place() || PLACED.test(shared.core) || isAlike(a.text, b.text)) return null;
  return 'place';
}

/** Whether two sightings that share an identity are of one document. */
export function isOne(bond: Bond, a: Sighting, b: Sighting): boolean {
  if (bond === 'address') return true;
  if (bond === 'number') return conflictOf(a, b) === null;
  if (bond === 'file')
    return sharedTitle(a, b, isOpeningInFile) !== null && conflictOf(a, b, isOpeningInFile) === null;
  const shared = sharedTitle(a, b);
  if (shared === null || (bond === 'opening' && !shared.isCut) || conflictOf(a, b) !== null) return false;
  if (bond === 'name' || shared.isCut || isTelling(shared.core)) return true;
  return shareBody(a.bodies(), b.bodies()) || isAlike(a.text, b.text);
}
