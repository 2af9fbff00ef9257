import { labelOf, printAddress } from '../../corpus/address.ts';
import type { Answer } from '../../corpus/compare/ask.ts';
import type { Comparison, Pair, PairKind, Place, Row } from '../../corpus/compare/compare.ts';
import type { Address, Corpus, CorpusDocument } from '../../corpus/types.ts';
import type { Translate } from '../catalogue/index.ts';
import { clip, join, type Markdown, md } from '../markdown.ts';
import { type Action, type Block, type Button, note, type Reply, text } from '../reply.ts';
import { menus, pressable } from './menus.ts';
import { showAction, statusOf } from './passage.ts';
import { redlineQuotes, type Style } from './redline.ts';

const pairKinds: readonly PairKind[] = ['kept', 'changed', 'merged', 'split', 'new', 'dropped'];

/** How many pairs of a kind the overview lists by name; the menus lead to all. */
const longestList = 25;

/** What goes on from one answer to the next: how changes are shown, and the id of the document that was named to compare with. */
export interface Manner {
  readonly style: Style;
  readonly other: string;
}

/** What became of each article: counts, the notable ones by name, and a jump to every pair that changed. */
export function comparisonReply(
  { comparison, pairs, whole }: Answer,
  manner: Manner,
  corpus: Corpus,
  t: Translate,
): Reply {
  const changed = pairs.filter(({ kind }) => kind !== 'kept');
  const listed: readonly PairKind[] = whole ? ['new', 'merged', 'split', 'dropped'] : pairKinds;
  return {
    tone: 'plain',
    blocks: [
      ...heading(comparison, t),
      text(t.md('compare.counts', countsOf(pairs))),
      ...listed.flatMap((kind) =>
        kindList(
          kind,
          pairs.filter((pair) => pair.kind === kind),
          comparison,
          corpus,
          t,
        ),
      ),
      note(t.md('compare.derived')),
      ...menus(
        changed.map((pair) => ({
          label: clip(labelOf(addressOf(pair, comparison), corpus), 100),
          value: printAddress(addressOf(pair, comparison)),
          description: clip(
            [t.of(`compare.kind.${pair.kind}`), pairLabel(pair, comparison, corpus)].join(' · '),
            100,
          ),
        })),
        { command: 'compare', name: 'pair', args: [manner.style, manner.other] },
        t('compare.choose'),
      ),
    ],
  };
}

export function countsOf(pairs: readonly Pair[]) {
  const count = (kind: PairKind): number => pairs.filter((pair) => pair.kind === kind).length;
  const [kept, changed, merged] = [count('kept'), count('changed'), count('merged')];
  return { kept, changed, merged, split: count('split'), added: count('new'), dropped: count('dropped') };
}

/** One pair, paragraph by paragraph. */
export function pairReply(pair: Pair, answer: Answer, manner: Manner, corpus: Corpus, t: Translate): Reply {
  const { comparison } = answer;
  const arrived = answer.moves.filter(({ to }) => pair.to.includes(to.unit));
  return {
    tone: 'plain',
    blocks: [
      text(
        t.md('compare.pair', {
          from: sideLabel(pair.from, comparison.from, corpus, t),
          to: sideLabel(pair.to, comparison.to, corpus, t),
        }),
      ),
      note(kindLine(pair, t)),
      ...statuses(comparison, t),
      ...pair.rows.flatMap((row) => rowBlocks(row, answer, manner.style, corpus, t)),
      ...arrived.map(({ from, to }) =>
        note(
          t.md('compare.moved', {
            from: placeLabel(from, comparison.from, corpus),
            to: placeLabel(to, comparison.to, corpus),
          }),
        ),
      ),
      ...(manner.style === 'marks' ? [note(t.md('compare.legend'))] : []),
      note(t.md('compare.derived')),
      ...pressable(...neighbours(pair, comparison, manner, corpus, t)),
    ],
  };
}

const kindLine = ({ kind, similarity }: Pair, t: Translate): Markdown =>
  kind === 'new' || kind === 'dropped'
    ? md`${t.of(`compare.kind.${kind}`)}`
    : t.md('compare.similarity', {
        kind: t.of(`compare.kind.${kind}`),
        percent: Math.floor(similarity * 100),
      });

function rowBlocks(
  row: Row,
  { comparison: { from, to }, moves }: Answer,
  style: Style,
  corpus: Corpus,
  t: Translate,
): readonly Block[] {
  const labels = (document: CorpusDocument, places: readonly Place[]): string =>
    places.map((place) => placeLabel(place, document, corpus)).join('、');
  const sides = [labels(from, row.from), labels(to, row.to)].filter((side) => side !== '').join(' → ');
  const moved = row.kind === 'dropped' ? moves.find((move) => samePlace(move.from, row.from[0])) : undefined;
  const kind = moved
    ? t('compare.moved-to', { place: placeLabel(moved.to, to, corpus) })
    : t.of(`compare.kind.${row.kind}`);
  const [first, ...more] = redlineQuotes(row.redline, style, t);
  const head = md`**${sides}** ${kind}`;
  return [text(first ? join([head, first]) : head), ...more.map(text)];
}

const samePlace = (a: Place, b: Place | undefined): boolean =>
  a.unit === b?.unit && a.paragraph === b.paragraph;

const placeLabel = ({ unit, paragraph }: Place, { info }: CorpusDocument, corpus: Corpus): string =>
  labelOf({ document: info.id, unit, paragraph }, corpus);

const heading = (comparison: Comparison, t: Translate): readonly Block[] => [
  text(t.md('compare.heading', { from: comparison.from.info.title, to: comparison.to.info.title })),
  ...statuses(comparison, t),
];

/** A draft is never shown without being called one. */
const statuses = ({ from, to }: Comparison, t: Translate): readonly Block[] => [
  note(
    join(
      [from, to].map(({ info }) => t.md('compare.status', { title: info.title, status: statusOf(info, t) })),
    ),
  ),
];

function kindList(
  kind: PairKind,
  pairs: readonly Pair[],
  comparison: Comparison,
  corpus: Corpus,
  t: Translate,
): readonly Block[] {
  if (pairs.length === 0) return [];
  const order = comparison.from.law.units.map(({ number }) => number);
  const lines = (kind === 'dropped' ? pairs.toSorted(byFirst(order)) : pairs)
    .slice(0, longestList)
    .map((pair) => md`• ${pairLabel(pair, comparison, corpus)} ${aboutOf(pair, comparison)}`);
  const rest = pairs.length - lines.length;
  return [
    text(
      join([
        t.md('compare.list', { kind: t.of(`compare.kind.${kind}`), count: pairs.length }),
        ...lines,
        ...(rest > 0 ? [t.md('compare.more', { count: rest })] : []),
      ]),
    ),
  ];
}

const byFirst =
  (order: readonly string[]) =>
  (a: Pair, b: Pair): number =>
    order.indexOf(a.from[0] ?? '') - order.indexOf(b.from[0] ?? '');

/** `草案第三十一条 → 第二十三条`; one side alone for what is new or was dropped. */
export function pairLabel(pair: Pair, { from, to }: Comparison, corpus: Corpus): string {
  const side = (numbers: readonly string[], document: CorpusDocument): string =>
    numbers.map((unit) => labelOf({ document: document.info.id, unit }, corpus)).join('、');
  return [side(pair.from, from), side(pair.to, to)].filter((label) => label !== '').join(' → ');
}

const sideLabel = (numbers: readonly string[], { info }: CorpusDocument, corpus: Corpus, t: Translate) =>
  numbers.length === 0
    ? t('compare.nothing')
    : numbers.map((unit) => labelOf({ document: info.id, unit }, corpus)).join('、');

/** What a pair is about: our caption of its first article, or how that one begins. */
function aboutOf(pair: Pair, { from, to }: Comparison): string {
  const { document, unit } = addressOf(pair, { from, to });
  const { captions, law } = document === to.info.id ? to : from;
  const [words = ''] = law.units.find(({ number }) => number === unit)?.paragraphs ?? [];
  return captions.get(unit) ?? clip(words, 24);
}

/** The pair by one of its articles; of the later edition, where it has one. */
function addressOf(pair: Pair, { from, to }: Pick<Comparison, 'from' | 'to'>): Address {
  const [unit] = pair.to;
  return unit === undefined
    ? { document: from.info.id, unit: pair.from[0] ?? '' }
    : { document: to.info.id, unit };
}

function neighbours(
  pair: Pair,
  comparison: Comparison,
  { style, other }: Manner,
  corpus: Corpus,
  t: Translate,
): readonly Button[] {
  const at = comparison.pairs.indexOf(pair);
  const [previous, next] = [comparison.pairs[at - 1], comparison.pairs[at + 1]];
  const show = (pair: Pair, manner: Style = style): Action => ({
    command: 'compare',
    name: 'pair',
    args: [printAddress(addressOf(pair, comparison)), manner, other],
  });
  const address = addressOf(pair, comparison);
  const short = (pair: Pair): string => clip(labelOf(addressOf(pair, comparison), corpus), 60);
  return [
    ...(previous
      ? [{ label: t('article.previous', { label: short(previous) }), action: show(previous) }]
      : []),
    ...(next ? [{ label: t('article.next', { label: short(next) }), action: show(next) }] : []),
    { label: t('compare.open', { label: short(pair) }), action: showAction(address) },
    {
      label: t('compare.overview'),
      action: { command: 'compare', name: 'overview', args: [comparison.to.info.id, style, other] },
    },
    style === 'marks'
      ? { label: t('compare.in-words'), action: show(pair, 'words') }
      : { label: t('compare.in-marks'), action: show(pair, 'marks') },
  ];
}
