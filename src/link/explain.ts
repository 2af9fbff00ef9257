/**
 * Explaining: the entry's own words that show a link.
 */
import type { Citation, Citations } from './cite.ts';
import type { Match } from './match.ts';
import type { Reading, Zone } from './read.ts';

/** Evidence is quoted in one piece; words further apart than this are not joined. */
const LONGEST_QUOTE = 40;

/** The citation with the clause it stands in, from the name of the law on where that is near. */
export function quoteCitation(reading: Reading, citations: Citations, article: number): string {
  const has = (citation: Citation) => citation.articles.includes(article);
  const inTitle = citations.title.find(has);
  const found = inTitle ?? citations.body.find(has);
  if (found === undefined) return '';
  const zone: Zone = inTitle === undefined ? reading.body : reading.title;
  const name = zone.text.lastIndexOf('《', found.from);
  const clause = Math.max(...[...'。;!?,'].map((mark) => zone.text.lastIndexOf(mark, found.from - 1) + 1));
  const from = name >= 0 && found.from - name <= LONGEST_QUOTE ? Math.min(name, found.from) : clause;
  return zone.quote(Math.max(from, found.to - 2 * LONGEST_QUOTE), found.to);
}

/** The topic's words of subject and scope that speak for a match, each once: the title's before the body's, the heaviest first. */
export function matchedWords(match: Pick<Match, 'title' | 'body'>): string[] {
  const found = [match.title, match.body].flatMap((zone) =>
    zone.filter(({ role }) => role !== 'hint').toSorted((a, b) => b.weight - a.weight),
  );
  return [...new Set(found.map(({ word }) => word))];
}

/** The heaviest words of a match, the title's before the body's, with their neighbours where they stand close together. */
export function quoteMatch(reading: Reading, match: Match): string {
  const zone = match.title.length > 0 ? 'title' : 'body';
  const [heaviest, ...others] = match[zone].toSorted((a, b) => b.weight - a.weight);
  if (heaviest === undefined) return '';
  let { from, to } = heaviest;
  for (const other of others) {
    const start = Math.min(from, other.from);
    const end = Math.max(to, other.to);
    if (end - start <= LONGEST_QUOTE) [from, to] = [start, end];
  }
  return reading[zone].quote(from, to);
}
