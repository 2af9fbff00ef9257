import type { Corpus } from '../../corpus/types.ts';
import { isFollowUp as followsUp } from '../../ledger/followUp.ts';
import type { Seen } from '../../ledger/see.ts';
import type { ArticleLink } from '../../link/types.ts';
import type { Measure } from '../../store/port.ts';
import type { Translate } from '../catalogue/index.ts';
import { clip, join, link, type Markdown, md, oneLine } from '../markdown.ts';
import { showDate } from './time.ts';

/** How much of a measure is shown: links, and characters of each part. All of it is kept, and the official page has the whole. */
export interface Extent {
  readonly links: number;
  readonly title: number;
  readonly issuer: number;
  readonly docNumber: number;
  readonly evidence: number;
  /** Of an address that is linked. */
  readonly url: number;
}

const inMessage: Extent = { links: 8, title: 300, issuer: 80, docNumber: 60, evidence: 120, url: 1000 };
/** For one of several parts of a message. */
export const brief: Extent = { links: 4, title: 120, issuer: 40, docNumber: 40, evidence: 60, url: 300 };
export const entire: Extent = {
  links: Number.POSITIVE_INFINITY,
  title: Number.POSITIVE_INFINITY,
  issuer: Number.POSITIVE_INFINITY,
  docNumber: Number.POSITIVE_INFINITY,
  evidence: Number.POSITIVE_INFINITY,
  url: Number.POSITIVE_INFINITY,
};

/** A measure whose links are those that a server sees; `seen`: what moderators' decisions did to them. */
export interface ShownMeasure extends Measure {
  readonly seen?: Pick<Seen, 'decision' | 'learnt'>;
}

/** What of it is shown. */
type Shown = Omit<ShownMeasure, 'text' | 'keys'>;

/** A measure as people read it: linked title, facts, the articles it carries out with the words that show it. */
export const measureText = (
  measure: Shown,
  corpus: Corpus,
  t: Translate,
  extent: Extent = inMessage,
): Markdown =>
  join([
    md`**${titleLink(measure, extent)}**`,
    t.md('measure.facts', { facts: factsOf(measure, corpus, t, extent).map(oneLine).join(' · ') }),
    ...linkLines(measure, corpus, t, extent),
  ]);

/** The title, linked to the official page where its address is not too long. */
export function titleLink({ title, url }: Pick<Measure, 'title' | 'url'>, extent: Extent): Markdown {
  const shown = clip(oneLine(title), extent.title);
  return url.length > extent.url ? md`${shown}` : link(shown, url);
}

function factsOf(measure: Shown, corpus: Corpus, t: Translate, extent: Extent): readonly string[] {
  return [
    kindName(measure, t),
    ...(measure.issuer ? [clip(measure.issuer, extent.issuer)] : []),
    ...(measure.docNumber ? [clip(measure.docNumber, extent.docNumber)] : []),
    measure.date === null ? t('measure.undated') : showDate(measure.date),
    ...(measure.effectiveOn ? [t('measure.effective', { date: showDate(measure.effectiveOn) })] : []),
    ...(measure.consultationUntil
      ? [t('measure.consultation', { date: showDate(measure.consultationUntil) })]
      : []),
    ...(measure.date === null
      ? []
      : [t(isFollowUp(measure, corpus) ? 'measure.follow-up' : 'measure.earlier')]),
  ];
}

export const kindName = ({ kind }: Pick<Measure, 'kind'>, t: Translate): string => t.of(`kind.${kind}`);

/** Whether it was made under the ordinance (`ledger/followUp.ts`). */
export const isFollowUp = (measure: Pick<Measure, 'date' | 'links'>, corpus: Corpus): boolean =>
  followsUp(measure, corpus.documents[0]?.info.dates.effective ?? '');

/** The articles a measure is linked to, a line each, as far as `extent` goes. */
export function linkLines(
  measure: Pick<Shown, 'links' | 'seen'>,
  corpus: Corpus,
  t: Translate,
  extent: Extent,
): readonly Markdown[] {
  const lines = measure.links
    .slice(0, extent.links)
    .map((found) => linkLine(found, measure.seen, corpus, t, extent));
  const rest = measure.links.length - lines.length;
  return rest > 0 ? [...lines, t.md('link.more', { count: rest })] : lines;
}

function linkLine(
  found: ArticleLink,
  seen: ShownMeasure['seen'],
  corpus: Corpus,
  t: Translate,
  extent: Extent,
): Markdown {
  const { number, score, link, why } = found;
  const ordinance = corpus.documents[0];
  const unit = ordinance?.law.units.find((unit) => unit.number === String(number));
  const named = {
    link: t.of(`link.${link}`),
    label: unit?.label ?? String(number),
    caption: ordinance?.captions.get(String(number)) ?? '',
  };
  const evidence = clip(oneLine(why), extent.evidence);
  if (seen?.decision)
    return why === ''
      ? t.md('link.decided', named)
      : t.md('link.decided.evidence', { ...named, why: evidence });
  const line = t.md('link.line', { ...named, percent: Math.round(score * 100), why: evidence });
  const shift = seen ? shiftOf(found, seen, t) : null;
  return shift === null ? line : join([line, shift], ' ');
}

/** That a server's decisions shifted a link's score, and how many did. */
function shiftOf(
  { number, score }: ArticleLink,
  { learnt }: Pick<Seen, 'learnt'>,
  t: Translate,
): Markdown | null {
  const found = learnt.find(({ article }) => article === number);
  if (found === undefined) return null;
  const about = { count: found.right + found.wrong, percent: Math.round(found.from * 100) };
  return t.md(score >= found.from ? 'link.raised' : 'link.lowered', about);
}
