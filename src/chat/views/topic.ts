import type { Backtest, Sample } from '../../ledger/backtest.ts';
import { limits } from '../../ledger/defaults.ts';
import { KINDS, type TopicFault } from '../../ledger/readTopic.ts';
import { type Conditions, hasWords, type Missing } from '../../ledger/topic.ts';
import { articleList } from '../articles.ts';
import type { Translate } from '../catalogue/index.ts';
import { clip, join, type Markdown, oneLine } from '../markdown.ts';
import { type Action, type Block, type Modal, note, text } from '../reply.ts';
import { brief, titleLink } from './measure.ts';
import { showDate } from './time.ts';

/** So many months with something told are listed. */
const monthsShown = 12;

/** A topic's conditions, those that are given, in words. */
export function conditionLines(topic: Conditions, t: Translate): readonly string[] {
  const list = (words: readonly string[]): string => words.map(oneLine).join(t('list.comma'));
  return [
    ...(topic.any.length > 0 ? [t('topic.any', { list: list(topic.any) })] : []),
    ...(topic.all.length > 0 ? [t('topic.all', { list: list(topic.all) })] : []),
    ...(topic.none.length > 0 ? [t('topic.none', { list: list(topic.none) })] : []),
    ...(topic.articles.length > 0 ? [t('topic.articles', { list: articleList(topic.articles, t) })] : []),
    ...(topic.kinds.length > 0
      ? [t('topic.kinds', { list: list(topic.kinds.map((kind) => t(`kind.${kind}`))) })]
      : []),
    ...(topic.issuers.length > 0 ? [t('topic.issuers', { list: list(topic.issuers) })] : []),
  ];
}

/** What a topic asks for, with what that means. */
export const conditionBlocks = (topic: Conditions, t: Translate): readonly Block[] => [
  text(join(conditionLines(topic, t).map((line) => t.md('measure.facts', { facts: line })))),
  note(t.md(hasWords(topic) ? 'topic.with-words' : 'topic.without-words')),
];

/** Everything that is wrong with a topic, a sentence each. */
export const faultLines = (
  faults: readonly {
    readonly code: TopicFault['code'] | 'taken' | 'topics-many';
    readonly about: TopicFault['about'];
  }[],
  t: Translate,
): readonly string[] =>
  faults.map(({ code, about }) =>
    t.of(
      `topic.fault.${code}`,
      Object.fromEntries(
        Object.entries(about).map(([name, value]) => [name, clip(oneLine(String(value)), 60)]),
      ),
    ),
  );

/** What a topic would have told in the past, and what it nearly would. */
export function backtestBlocks(result: Backtest, t: Translate): readonly Block[] {
  if (result.since === null) return [text(t.md('backtest.nothing-read'))];
  const { read, told, near, months, examples, nearMisses } = result;
  const counts = t.md('backtest.counts', { read, told, near, since: showDate(result.since) });
  const byMonth = months.slice(0, monthsShown).map(([month, count]) => `${month} × ${count}`);
  return [
    text(counts),
    ...(byMonth.length > 0 ? [note(t.md('backtest.months', { months: byMonth.join(' · ') }))] : []),
    ...(examples.length > 0
      ? [
          text(
            join([
              t.md('backtest.examples', { count: examples.length }),
              ...examples.map((example) => exampleLine(example, t)),
            ]),
          ),
        ]
      : []),
    ...(nearMisses.length > 0
      ? [
          text(
            join([
              t.md('backtest.near', { count: nearMisses.length }),
              ...nearMisses.map((miss) =>
                t.md('backtest.missed', {
                  ...shown(miss),
                  missing: miss.match.missing.map((missing) => missingName(missing, t)).join(t('list.comma')),
                }),
              ),
            ]),
          ),
        ]
      : []),
  ];
}

const shown = ({ date, title, url }: Sample): { readonly date: string; readonly title: Markdown } => ({
  date: showDate(date),
  title: titleLink({ title, url }, brief),
});

const exampleLine = (example: Sample, t: Translate): Markdown =>
  example.match.found.length === 0
    ? t.md('backtest.line', shown(example))
    : t.md('backtest.found', { ...shown(example), words: wordList(example.match.found, t) });

const missingName = ({ condition, words }: Missing, t: Translate): string =>
  t.of(`missing.${condition}`, { words: wordList(words, t) });

const wordList = (words: readonly string[], t: Translate): string =>
  clip(words.map(oneLine).join(t('list.comma')), 60);

/** What a person writes of a topic, as they write it. */
export interface TopicDraft {
  readonly name: string;
  readonly any: string;
  readonly all: string;
  readonly none: string;
  readonly articles: string;
  readonly kinds: string;
  readonly issuers: string;
}

/** Room for all words a topic may have. */
const wordsLimit = 1500;

export const wordsForm = (draft: TopicDraft, action: Action, t: Translate): Modal => ({
  action,
  title: t('topic.form.words'),
  fields: [
    {
      id: 'name',
      type: 'line',
      label: t('topic.form.name'),
      value: clip(draft.name, limits.nameLength),
      required: true,
      maxLength: limits.nameLength,
    },
    ...(['any', 'all', 'none'] as const).map(
      (field) =>
        ({
          id: field,
          type: 'lines',
          label: t(`topic.form.${field}`),
          description: t('topic.form.separate'),
          value: clip(draft[field], wordsLimit),
          maxLength: wordsLimit,
        }) as const,
    ),
  ],
});

export const scopeForm = (
  draft: TopicDraft,
  kinds: Conditions['kinds'],
  action: Action,
  t: Translate,
): Modal => ({
  action,
  title: t('topic.form.scope'),
  fields: [
    {
      id: 'articles',
      type: 'line',
      label: t('topic.form.articles'),
      description: t('topic.form.articles.example'),
      value: clip(draft.articles, 300),
      maxLength: 300,
    },
    {
      id: 'kinds',
      type: 'select',
      label: t('topic.form.kinds'),
      most: KINDS.length,
      options: KINDS.map((kind) => ({
        label: t(`kind.${kind}`),
        value: kind,
        selected: kinds.includes(kind),
      })),
    },
    {
      id: 'issuers',
      type: 'lines',
      label: t('topic.form.issuers'),
      description: t('topic.form.separate'),
      value: clip(draft.issuers, wordsLimit),
      maxLength: wordsLimit,
    },
  ],
});
