/**
 * Which body somebody may mean, while they type or when nobody has that name.
 */
import { kindsNamedLike } from '../bodies/recognise.ts';
import { fold } from '../fold.ts';
import type { CorpusDocument } from '../types.ts';
import { type BodyCount, countBodies, findDuties } from './duties.ts';

/** At most `limit` bodies for what was typed so far: those meant by it, those with it in their names, those a little alike. */
export function suggestBodies(
  typed: string,
  documents: readonly CorpusDocument[],
  limit: number,
): readonly BodyCount[] {
  const counts = countBodies(documents);
  const text = fold(typed).replace(/\s+/g, '');
  if (text === '') return counts.slice(0, limit);
  const meant = new Set(findDuties(typed, documents).names);
  const alike = kindsNamedLike(typed);
  const rank = ({ body }: BodyCount): number => {
    if (meant.has(body.name)) return 0;
    if (body.name.includes(text) || alike.has(body.kind)) return 1;
    return 2 + 1 / (1 + common(body.name, text));
  };
  return counts
    .filter((count) => rank(count) < 3)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, limit);
}

/** What many names have: it makes no two alike. */
const EVERYWHERE = /人民政府|有关部门|部门|机关|委员会|等|[市区]/g;

/** How many pairs of characters two names share. */
function common(name: string, other: string): number {
  const [one, two] = [name.replace(EVERYWHERE, ''), other.replace(EVERYWHERE, '')];
  let shared = 0;
  for (let at = 0; at + 2 <= one.length; at += 1) if (two.includes(one.slice(at, at + 2))) shared += 1;
  return shared;
}
