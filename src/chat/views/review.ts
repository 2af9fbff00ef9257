import type { Corpus, CorpusDocument } from '../../corpus/types.ts';
import type { Seen } from '../../ledger/see.ts';
import { proposedOf } from '../../ledger/settle.ts';
import type { Decision, Guild } from '../../ledger/types.ts';
import type { Alert, Measure } from '../../store/port.ts';
import type { Translate } from '../catalogue/index.ts';
import { clip, join, type Markdown, oneLine, trusted } from '../markdown.ts';
import { type Action, type Block, buttons, note, type Reply, text } from '../reply.ts';
import { measureText } from './measure.ts';
import { showTime } from './time.ts';

const to = (name: string, ...args: readonly string[]): Action => ({ command: 'review', name, args });

/**
 * A measure before moderators: the evidence with the ways to settle it, or how it was settled, by whom and when, with the way back.
 * `about`: what the alert says, `flaggedBy` the member who called it not relevant.
 */
export function reviewReply(
  measure: Measure,
  seen: Seen,
  guild: Guild,
  corpus: Corpus,
  t: Translate,
  about: Alert['about'] = {},
): Reply {
  const links = proposedOf(seen);
  const shown = text(measureText({ ...measure, links, seen }, corpus, t));
  if (seen.decision !== null)
    return {
      tone: 'plain',
      blocks: [
        text(t.md('review.heading.decided', { verdict: verdictName(seen.decision, t) })),
        shown,
        note(join([decidedBy(seen.decision, t), taught(seen.decision, corpus.documents[0], t)])),
        buttons(undoButton(seen.decision, t)),
      ],
    };
  const { review, tell } = guild.settings;
  const percent = (share: number): number => Math.round(share * 100);
  return {
    tone: 'alert',
    blocks: [
      text(headingOf(seen, about, t)),
      shown,
      note(
        join([
          t.md('alert.derived'),
          // Only what waits because the bot is unsure is between the two.
          ...(seen.standing === 'review'
            ? [t.md('review.derived', { review: percent(review), tell: percent(tell) })]
            : []),
          t.md('review.weighs'),
        ]),
      ),
      settleButtons(measure.id, t),
    ],
  };
}

function headingOf({ standing }: Seen, { flaggedBy }: Alert['about'], t: Translate): Markdown {
  if (flaggedBy !== undefined) return t.md('review.heading.flagged', { who: personName(String(flaggedBy)) });
  return t.md(standing === 'told' ? 'review.heading.told' : 'review.heading');
}

/** The four ways to settle a measure on which nobody decided. */
export const settleButtons = (measureId: string, t: Translate): Block =>
  buttons(
    { label: t('review.button.right'), style: 'primary', action: to('settle', measureId, 'right') },
    { label: t('review.button.wrong'), action: to('settle', measureId, 'wrong') },
    { label: t('review.button.other'), action: to('other', measureId) },
    { label: t('review.button.irrelevant'), style: 'danger', action: to('settle', measureId, 'irrelevant') },
  );

/** Takes back that very decision: one made since is left alone. */
export const undoButton = ({ measureId, at }: Decision, t: Translate, number?: number) => ({
  label: number === undefined ? t('review.button.undo') : t('review.button.undo.number', { number }),
  action: to('undo', measureId, at),
});

/** A member, drawn as a name that pings nobody; of an id that is none, nothing but its text. */
export const personName = (userId: string): Markdown =>
  /^\d{1,20}$/.test(userId) ? trusted(`<@${userId}>`) : trusted('?');

export const verdictName = ({ verdict }: Pick<Decision, 'verdict'>, t: Translate): string =>
  t(`verdict.${verdict}`);

export const decidedBy = ({ by, at }: Decision, t: Translate): Markdown =>
  t.md('review.by', { who: personName(by), time: showTime(at) });

const wordsLimit = 60;
const examplesShown = 6;

/** What is learnt from a decision, as labelled examples: words → article, right or wrong. */
export function taught(
  { examples }: Decision,
  ordinance: CorpusDocument | undefined,
  t: Translate,
): Markdown {
  const lines = examples
    .filter(({ words }) => words.length > 0)
    .map(({ article, words, right }) =>
      t(right ? 'review.example.right' : 'review.example.wrong', {
        words: clip(words.map(oneLine).join(t('list.comma')), wordsLimit),
        label:
          ordinance?.law.units.find(({ number }) => number === String(article))?.label ?? String(article),
      }),
    );
  if (lines.length === 0) return t.md('review.taught.nothing');
  const rest = lines.length > examplesShown ? ['…'] : [];
  return t.md('review.taught', { examples: [...lines.slice(0, examplesShown), ...rest].join(' · ') });
}
