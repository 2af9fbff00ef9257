/**
 * The thresholds of telling, in one place.
 *
 * Scores are probabilities (`calibrate.ts`), so a threshold is a promise: at 0.5 a link that is told is more likely right than
 * wrong, which is also where precision and recall together are best.
 */

/** A link scored at least this is told to subscribers. */
export const TELL = 0.5;

/** A link scored at least this, but not told, waits for a moderator; below it is kept and can be explained. */
export const REVIEW = 0.25;

/** No link of an entry whose form or field speaks against it is scored above this: it waits for a moderator and is never told. */
export const OBJECTED = 0.4;
