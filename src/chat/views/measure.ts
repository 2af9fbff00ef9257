import type { Corpus } from '../../corpus/types.ts';
import { isFollowUp as followsUp } from '../../ledger/followUp.ts';
import type { ArticleLink } from '../../link/types.ts';
import type { Measure } from '../../store/port.ts';
import type { Translate } from '../catalogue/index.ts';
import { clip, join, link, type Markdown, md, oneLine } from '../markdown.ts';
import { showDate } from './time.ts';

/** Links shown with a measure at most; all of them are kept. */
const linksShown = 8;

/** Titles are shown up to here, with an ellipsis; the official page has the whole. */
const titleLimit = 300;
const evidenceLimit = 120;

/** A measure as people read it: linked title, facts, the articles it carries out with the words that show it. */
export const measureText = (measure: Measure, corpus: Corpus, t: Translate): Markdown =>
  join([
    md`**${link(clip(oneLine(measure.title), titleLimit), measure.url)}**`,
    t.md('measure.facts', { facts: factsOf(measure, corpus, t).map(oneLine).join(' · ') }),
    ...linkLines(measure, corpus, t),
  ]);

function factsOf(measure: Measure, corpus: Corpus, t: Translate): readonly string[] {
  return [
    kindName(measure, t),
    ...(measure.issuer ? [clip(measure.issuer, 80)] : []),
    ...(measure.docNumber ? [clip(measure.docNumber, 60)] : []),
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

export const kindName = ({ kind }: Measure, t: Translate): string => t.of(`kind.${kind}`);

/** Whether it was made under the ordinance (`ledger/followUp.ts`). */
export const isFollowUp = (measure: Measure, corpus: Corpus): boolean =>
  followsUp(measure, corpus.documents[0]?.info.dates.effective ?? '');

function linkLines(measure: Measure, corpus: Corpus, t: Translate): readonly Markdown[] {
  const lines = measure.links.slice(0, linksShown).map((found) => linkLine(found, corpus, t));
  const rest = measure.links.length - linksShown;
  return rest > 0 ? [...lines, t.md('link.more', { count: rest })] : lines;
}

function linkLine({ number, score, link, why }: ArticleLink, corpus: Corpus, t: Translate): Markdown {
  const ordinance = corpus.documents[0];
  const unit = ordinance?.law.units.find((unit) => unit.number === String(number));
  return t.md('link.line', {
    link: t.of(`link.${link}`),
    label: unit?.label ?? String(number),
    caption: ordinance?.captions.get(String(number)) ?? '',
    percent: Math.round(score * 100),
    why: clip(oneLine(why), evidenceLimit),
  });
}
