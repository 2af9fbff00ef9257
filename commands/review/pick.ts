import { articleList, readArticles } from '../../src/chat/articles.ts';
import type { Context } from '../../src/chat/command.ts';
import { clip, md, oneLine } from '../../src/chat/markdown.ts';
import { readPage } from '../../src/chat/page.ts';
import { type Action, buttons, type Modal, note, problem, type Reply, text } from '../../src/chat/reply.ts';
import type { Corpus } from '../../src/corpus/types.ts';
import { seeUndecided } from '../../src/ledger/see.ts';
import { proposedOf } from '../../src/ledger/settle.ts';
import type { Guild } from '../../src/ledger/types.ts';
import type { Measure } from '../../src/store/port.ts';

const to = (name: string, ...args: readonly string[]): Action => ({ command: 'review', name, args });

/** As many as a select holds. */
const inSelect = 25;
/** As many as the buttons can carry; more can be typed. */
const most = 15;

interface Part {
  readonly name: string;
  readonly articles: readonly { readonly number: number; readonly label: string; readonly caption: string }[];
}

/** The ordinance in parts that fit a select: its chapters, a long one in several. */
function partsOf({ documents: [ordinance] }: Corpus): readonly Part[] {
  const units = ordinance?.law.units ?? [];
  const chapterOf = (path: readonly string[]): string => path[0] ?? ordinance?.info.title ?? '';
  const chapters = Map.groupBy(units, ({ path }) => chapterOf(path));
  return [...chapters].flatMap(([name, inChapter]) => {
    const articles = inChapter.map(({ number, label }) => ({
      number: Number(number),
      label,
      caption: ordinance?.captions.get(number) ?? '',
    }));
    const count = Math.ceil(articles.length / inSelect);
    return Array.from({ length: count }, (_, at) => ({
      name: count > 1 ? `${name} (${at + 1}/${count})` : name,
      articles: articles.slice(at * inSelect, (at + 1) * inSelect),
    }));
  });
}

/** Article numbers as a button carries them; anything else in it is left out. */
export const readNumbers = (carried: string, corpus: Corpus): readonly number[] => {
  const known = new Set(corpus.documents[0]?.law.units.map(({ number }) => Number(number)));
  const numbers = carried.split(/[.,]/).map(Number);
  return [...new Set(numbers)].filter((number) => known.has(number)).sort((a, b) => a - b);
};

const carry = (numbers: readonly number[]): string => numbers.join('.');

/** The first view: what is proposed is chosen already, in the chapter where that begins. */
export function startPicking(measure: Measure, guild: Guild, context: Context): Reply {
  const proposed = proposedOf(seeUndecided(measure, guild)).map(({ number }) => number);
  const chosen = proposed.slice(0, most).sort((a, b) => a - b);
  const at = partsOf(context.corpus).findIndex(({ articles }) =>
    articles.some(({ number }) => number === chosen[0]),
  );
  return pick(measure, String(Math.max(0, at)), chosen, context);
}

/** A chapter's articles to choose from, beside those chosen so far. */
export function pick(measure: Measure, part: string, chosen: readonly number[], context: Context): Reply {
  const { t, corpus } = context;
  const parts = partsOf(corpus);
  const at = Math.min(readPage(part), parts.length - 1);
  const shown = parts[at];
  if (shown === undefined) return problem(t.md('review.gone'));
  return {
    tone: 'plain',
    blocks: [
      text(t.md('review.pick.heading')),
      text(md`**${clip(oneLine(measure.title), 300)}**`),
      note(
        chosen.length > 0
          ? t.md('review.pick.chosen', { articles: articleList(chosen, t) })
          : t.md('review.pick.none'),
      ),
      {
        type: 'select',
        action: to('picked', measure.id, String(at), carry(chosen)),
        placeholder: t('review.pick.articles', { part: shown.name }),
        options: shown.articles.map(({ number, label, caption }) => ({
          label: clip(`${label} ${caption}`, 100),
          value: String(number),
          selected: chosen.includes(number),
        })),
        least: 0,
        most: shown.articles.length,
      },
      {
        type: 'select',
        action: to('part', measure.id, carry(chosen)),
        placeholder: t('review.pick.part'),
        options: parts.slice(0, inSelect).map(({ name }, index) => ({
          label: clip(name, 100),
          value: String(index),
        })),
      },
      buttons(
        {
          label: t('review.button.save'),
          style: 'primary',
          action: to('choose', measure.id, carry(chosen)),
          disabled: chosen.length === 0,
        },
        { label: t('review.button.typed'), action: to('type', measure.id) },
        { label: t('topic.button.cancel'), action: to('look', measure.id) },
      ),
    ],
  };
}

/** What was just chosen in a part takes the place of what was chosen there before. */
export function picked(
  measure: Measure,
  values: string,
  part: string,
  carried: string,
  context: Context,
): Reply {
  const { t, corpus } = context;
  const inPart = new Set(partsOf(corpus)[readPage(part)]?.articles.map(({ number }) => number));
  const elsewhere = readNumbers(carried, corpus).filter((number) => !inPart.has(number));
  const here = readNumbers(values, corpus).filter((number) => inPart.has(number));
  const chosen = [...elsewhere, ...here].sort((a, b) => a - b);
  if (chosen.length > most) return problem(t.md('review.pick.many', { most }));
  return pick(measure, part, chosen, context);
}

/** A form for those who know the numbers. */
export const typeNumbers = (measureId: string, { t }: Context): Modal => ({
  action: to('type', measureId),
  title: t('review.pick.form'),
  fields: [
    {
      id: 'articles',
      type: 'line',
      label: t('review.pick.field'),
      description: t('review.pick.example'),
      required: true,
      maxLength: 300,
    },
  ],
});

/** The articles that were typed, or what is wrong with them. */
export function typedArticles(typed: string, { t, corpus }: Context): readonly number[] | Reply {
  const last = corpus.documents[0]?.law.units.at(-1)?.number ?? '';
  return readArticles(typed, corpus) ?? problem(t.md('articles.unreadable', { articles: typed, last }));
}
