/**
 * Linking: is an entry a follow-up of the ordinance, of what kind, and which articles does it carry out?
 *
 *   read → classify, refuse, locate → cite, match → calibrate → explain
 */
import type { Corpus } from '../corpus/types.ts';
import {
  CITED,
  LINK_WEIGHTS,
  linkFeatures,
  linkProbability,
  relevanceProbability,
  type Weights,
} from './calibrate.ts';
import { citedArticles, findCitations } from './cite.ts';
import { classify } from './classify.ts';
import { matchedWords, quoteCitation, quoteMatch } from './explain.ts';
import { followsOrdinance } from './follow.ts';
import { locate } from './locate.ts';
import { createMatcher } from './match.ts';
import { readEntry } from './read.ts';
import { type Objection, refuseForm } from './refuse.ts';
import { OBJECTED, REVIEW, TELL } from './thresholds.ts';
import type { ArticleTopics } from './topics.ts';
import type { ArticleLink, EntryKind, EntryText, LinkResult, Refusal } from './types.ts';

/** A cited article that no word of its topic speaks for. */
const NO_WORDS = { title: [], body: [] };

/** What explains or reports a measure carries nothing out itself. */
const CARRIES_OUT: ReadonlySet<EntryKind> = new Set(['measure', 'consultation', 'notice']);

/** How little we believe in an entry whose form or place speaks against it. */
const REFUSED = 0.03;

/** Whether the entry may be worth a look in spite of what speaks against it; a term is looked for only then. */
const mayOverrule = ({ overruledBy }: Objection, cites: readonly number[]): boolean =>
  overruledBy === 'term' || (overruledBy === 'citation' && cites.length > 0);

/**
 * A pure function from an entry to its links; the same entry always gets the same answer. Nothing in an entry makes it throw.
 * An entry that is refused for its form or field keeps as doubtful what it cites or names in its title.
 */
export function createLinker(
  corpus: Corpus,
  topics: ArticleTopics,
  weights: Weights = LINK_WEIGHTS,
): (entry: EntryText) => LinkResult {
  const match = createMatcher(corpus, topics);

  return (entry) => {
    const reading = readEntry(entry);
    const kind = classify(reading);
    const objection = refuseForm(reading, kind);
    const place = locate(reading);
    const citations = findCitations(reading.title.text, reading.body.text);
    const cites = citedArticles(citations);
    const refuse = (reason: Refusal, confidence = REFUSED): LinkResult => ({
      ...{ id: entry.id, relevant: false, kind, confidence, articles: [], cites, refusal: reason },
    });
    if (objection !== null && !mayOverrule(objection, cites)) return refuse(objection.refusal);
    if (place === 'elsewhere' || place === 'national') return refuse(place);
    if (place === 'unknown' && cites.length === 0) return refuse('unknown-place');

    const uncited = CARRIES_OUT.has(kind) && followsOrdinance(reading) ? 'implements' : 'related';
    const matches = match(reading);
    const features = linkFeatures(
      new Map(matches.map(({ article, signals }) => [article, signals])),
      cites.length > 0,
    );
    const probabilities = new Map(
      [...features].map(([article, of]) => [article, linkProbability(of, weights)]),
    );
    const best = Math.max(0, ...probabilities.values());
    const links: ArticleLink[] = cites.map((number) => {
      const words = matchedWords(matches.find(({ article }) => article === number) ?? NO_WORDS);
      return { number, score: CITED, link: 'cites', why: quoteCitation(reading, citations, number), words };
    });
    for (const found of matches) {
      const score = probabilities.get(found.article) ?? 0;
      if (score < REVIEW || cites.includes(found.article)) continue;
      const [why, words] = [quoteMatch(reading, found), matchedWords(found)];
      links.push({ number: found.article, score, link: uncited, why, words });
    }
    links.sort((a, b) => b.score - a.score || a.number - b.number);
    if (objection !== null) {
      const named = matches.filter(({ title }) => title.some(({ role }) => role === 'term'));
      const held = links
        .filter(({ number }) => cites.includes(number) || named.some(({ article }) => article === number))
        .map((one) => ({ ...one, score: Math.min(one.score, OBJECTED) }));
      return { ...refuse(objection.refusal, held.length > 0 ? OBJECTED : REFUSED), doubtful: held };
    }
    const articles = links.filter(({ score }) => score >= TELL);
    const doubtful = links.filter(({ score }) => score < TELL);
    const confidence = cites.length > 0 ? CITED : relevanceProbability(best);
    if (articles.length === 0) return { ...refuse('subject', confidence), doubtful };
    return { id: entry.id, relevant: true, kind, confidence, articles, cites, doubtful };
  };
}
