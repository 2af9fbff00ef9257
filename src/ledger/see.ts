/**
 * Seeing: how a measure stands in one server, by its thresholds, by what its moderators decided, and by what is learnt from that.
 * Everything that shows or tells a measure in a server goes through here.
 */
import type { ArticleLink } from '../link/types.ts';
import type { Measure } from '../store/port.ts';
import { newGuild } from './defaults.ts';
import { type Learnt, weighDecisions } from './learn.ts';
import type { Decision, Guild } from './types.ts';

export interface Seen {
  /** `relevant`: it has links that are told. `doubtful`: it has links for a moderator to look at. `watched`: it has neither. */
  readonly relevance: Measure['relevance'];
  /** Told, best first. */
  readonly links: readonly ArticleLink[];
  /** For a moderator to look at, best first. */
  readonly doubtful: readonly ArticleLink[];
  /** `review`: it waits for a moderator. `kept`: there is nothing to tell of articles, or a moderator withdrew it. */
  readonly standing: 'told' | 'review' | 'kept';
  /** By which the links stand as they do; their scores are 1 then. */
  readonly decision: Decision | null;
  /** Of the links told and doubtful, those that decisions on other measures shifted. */
  readonly learnt: readonly Learnt[];
}

/** How a person sees, who has no moderators. */
export const nobodys: Guild = newGuild('');

const decisionsOf = new WeakMap<readonly Decision[], ReadonlyMap<string, Decision>>();

/** What was said of a measure in a server, by a moderator or by the member who flagged it, or null. */
export function saidOf(measureId: string, { decisions }: Guild): Decision | null {
  let byMeasure = decisionsOf.get(decisions);
  if (byMeasure === undefined) {
    byMeasure = new Map(decisions.map((decision) => [decision.measureId, decision]));
    decisionsOf.set(decisions, byMeasure);
  }
  return byMeasure.get(measureId) ?? null;
}

/** How a measure stands in a server. */
export function see(measure: Measure, guild: Guild): Seen {
  const said = saidOf(measure.id, guild);
  return said === null || said.verdict === 'flagged'
    ? seeUndecided(measure, guild)
    : seeDecided(measure, said);
}

/** How it would stand if nobody had decided on this very measure: what a decision is about. */
export function seeUndecided(measure: Measure, { settings, decisions }: Guild): Seen {
  const others = decisions.some(({ measureId }) => measureId === measure.id)
    ? decisions.filter(({ measureId }) => measureId !== measure.id)
    : decisions;
  const { links: all, learnt } = weighDecisions([...measure.links, ...measure.doubtful], others);
  const links = all.filter(({ score }) => score >= settings.tell);
  const doubtful = all.filter(({ score }) => score < settings.tell && score >= settings.review);
  const isShown = ({ article }: Learnt): boolean =>
    [...links, ...doubtful].some(({ number }) => number === article);
  const [relevance, standing] =
    links.length > 0
      ? (['relevant', 'told'] as const)
      : doubtful.length > 0
        ? (['doubtful', 'review'] as const)
        : (['watched', 'kept'] as const);
  return { relevance, standing, links, doubtful, decision: null, learnt: learnt.filter(isShown) };
}

/** A decision's articles stand, and no other; the evidence that was found for one of them is kept. */
function seeDecided(measure: Measure, decision: Decision): Seen {
  const proposed = [...measure.links, ...measure.doubtful];
  const kind = proposed.find(({ link }) => link !== 'cites')?.link ?? 'implements';
  const links = decision.articles.map((number): ArticleLink => {
    const found = proposed.find((link) => link.number === number) ?? { number, link: kind, why: '' };
    return { ...found, score: 1 };
  });
  return {
    relevance: links.length > 0 ? 'relevant' : 'watched',
    standing: links.length > 0 ? 'told' : 'kept',
    links,
    doubtful: [],
    decision,
    learnt: [],
  };
}
