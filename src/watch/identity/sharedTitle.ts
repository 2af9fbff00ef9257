/**
 * Which title two sightings have in common: the whole one, its opening where a list cut it, or the bare name of what the one puts out.
 */
import { LEAST_LENGTH, OPENING_LENGTH, type Title } from './identify.ts';
import { putOutBy } from './putOut.ts';
import type { Sighting } from './same.ts';
import { isAlike } from './sameText.ts';

const DAY = 86_400_000;

/** A title, as documents are compared by it. */
export interface Name extends Pick<Title, 'core' | 'isCut'> {
  /** Whether it is not the title, but the name in it of what that puts out. */
  readonly isWithin?: boolean;
}

/** These titles, and the names of what they put out. */
export function withPutOut(titles: readonly Name[]): readonly Name[] {
  const within = titles.flatMap(({ core, isCut }) => (isCut ? [] : (putOutBy(core) ?? [])));
  return [...titles, ...[...new Set(within)].map((core) => ({ core, isCut: false, isWithin: true }))];
}

/** A cut title shows that much of the whole one: others may begin alike. */
const CUT_SHARE = 2 / 3;

/**
 * Whether a cut title is the opening of another: of two that are cut at different places nothing says so but their texts, as each may
 * go on otherwise.
 */
export function isOpeningOf(cut: Name, whole: Name, isTextAlike: () => boolean): boolean {
  if (!cut.isCut || cut.core.length < OPENING_LENGTH || !whole.core.startsWith(cut.core)) return false;
  if (whole.isCut) return cut.core === whole.core || isTextAlike();
  return cut.core.length >= CUT_SHARE * whole.core.length;
}

/** The same of titles of one file, which may be cut shorter. */
export const isOpeningInFile = (cut: Name, whole: Name): boolean =>
  cut.isCut && cut.core.length >= LEAST_LENGTH && whole.core.startsWith(cut.core);

/** A title that two sightings have in common, and whether one of them only has its opening. */
export interface Shared {
  readonly core: string;
  readonly isCut: boolean;
}

/** What was put out is shown under its bare name soon; later it may be the draft of its next edition, and earlier its own. */
const BARE_DAYS = 30;
const BARE_DAYS_BEFORE = 7;

/** Whether what bears a bare name may be what a title that has it within puts out. Calls and consultations put out nothing. */
function mayBePutOut(bare: Sighting, putting: Sighting): boolean {
  if (bare.isCall || putting.isCall || bare.published === null || putting.published === null) return false;
  const days = (bare.published - putting.published) / DAY;
  return days >= -BARE_DAYS_BEFORE && days <= BARE_DAYS;
}

/** Whether of two names, of which one is within a title, the other is the bare name of what that puts out. */
const isPutOut = (one: Name, a: Sighting, other: Name, b: Sighting): boolean =>
  one.isWithin !== other.isWithin && (one.isWithin ? mayBePutOut(b, a) : mayBePutOut(a, b));

const isNamedWhole = ({ titles }: Sighting): boolean =>
  titles().some(({ isCut, isWithin }) => !isCut && !isWithin);

export function sharedTitle(a: Sighting, b: Sighting, isOpening = isOpeningOf): Shared | null {
  let opening: Shared | null = null;
  // Two whole titles that differ may begin alike, as what a list left of one of them does.
  const mayBeCut = !(isNamedWhole(a) && isNamedWhole(b));
  const isTextAlike = (): boolean => isAlike(a.text, b.text);
  for (const one of a.titles())
    for (const other of b.titles()) {
      const isWithin = one.isWithin || other.isWithin;
      if (one.core === other.core && !one.isCut && !other.isCut) {
        if (!isWithin || isPutOut(one, a, other, b)) return { core: one.core, isCut: false };
      } else if (
        mayBeCut &&
        !isWithin &&
        (isOpening(one, other, isTextAlike) || isOpening(other, one, isTextAlike))
      )
        opening ??= { core: one.isCut ? other.core : one.core, isCut: true };
    }
  return opening;
}
