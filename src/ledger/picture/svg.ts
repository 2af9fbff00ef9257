import { segmenter } from '../../corpus/segment.ts';
import { xml } from '../atom.ts';
import type { ArticleCoverage, ChapterCoverage, Coverage, PlaceCoverage } from '../coverage.ts';

/** The words of the picture, in the asker's language. */
export interface PictureWords {
  readonly title: string;
  readonly subtitle: string;
  readonly places: string;
  readonly place: (place: PlaceCoverage) => string;
  /** Of one article. */
  readonly count: (count: number) => string;
  readonly noDuty: string;
  /** Of an article without a measure, on which drafts are consulted on. */
  readonly preparing: (count: number) => string;
  readonly days: (days: number) => string;
  readonly legend: {
    readonly none: string;
    readonly noDuty: string;
    readonly few: string;
    readonly many: string;
  };
  readonly article: (number: string) => string;
  readonly derived: string;
}

/** Width in pixels; the height follows from the articles. Phones show it whole, and it can be enlarged. */
const WIDTH = 1240;
const MARGIN = 36;
const COLUMNS = 8;
const GAP = 8;
const TILE = { width: (WIDTH - 2 * MARGIN - (COLUMNS - 1) * GAP) / COLUMNS, height: 104 };

/**
 * On a card of its own colour, so that it reads alike in a dark and a light client; contrast of every text at least 4.5 : 1. What a
 * colour says a word says too.
 */
const COLOURS = {
  card: '#faf8f3',
  ink: '#1d2320',
  faint: '#5a625d',
  line: '#d8d3c6',
  none: { fill: '#fdf0ec', stroke: '#b4432f', text: '#8f2f1f' },
  noDuty: { fill: '#f0eee8', stroke: '#d8d3c6', text: '#5a625d' },
  few: { fill: '#d9ecdf', stroke: '#7fb795', text: '#14532d' },
  many: { fill: '#1f6f54', stroke: '#1f6f54', text: '#ffffff' },
} as const;

/** From so many measures on, an article is shown as well provided for. */
const MANY = 3;

interface Text {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly end?: boolean;
}

const write = (text: string, { x, y, size, fill, bold, end }: Text): string =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${bold ? ' font-weight="700"' : ''}${end ? ' text-anchor="end"' : ''}>${xml(text)}</text>`;

const styleOf = ({ duty, followUps }: ArticleCoverage): keyof PictureWords['legend'] =>
  followUps >= MANY ? 'many' : followUps > 0 ? 'few' : duty ? 'none' : 'noDuty';

/** A line of a tile takes so many characters; a caption, with at most fourteen, takes two of them. */
const LINE = 8;

/** A caption in one line or in two, parted between two words as near to its middle as can be. */
function inLines(caption: string): readonly string[] {
  if (caption.length <= LINE) return [caption];
  const ends = [...segmenter('word').segment(caption)].map(({ index, segment }) => index + segment.length);
  const middle = caption.length / 2;
  const fitting = ends.filter((end) => end <= LINE && caption.length - end <= LINE);
  const end = fitting.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? Math.ceil(middle);
  return [caption.slice(0, end), caption.slice(end)];
}

function tile(article: ArticleCoverage, x: number, y: number, words: PictureWords): string {
  const { fill, stroke, text } = COLOURS[styleOf(article)];
  const { caption, followUps, preparing, newest, duty, daysWithout } = article;
  const state =
    followUps > 0
      ? `${words.count(followUps)} · ${newest ?? ''}`
      : preparing > 0
        ? words.preparing(preparing)
        : duty
          ? words.days(daysWithout)
          : words.noDuty;
  return [
    `<rect x="${x}" y="${y}" width="${TILE.width}" height="${TILE.height}" rx="8" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/>`,
    write(words.article(article.number), { x: x + 10, y: y + 25, size: 18, fill: text, bold: true }),
    ...inLines(caption).map((line, at) =>
      write(line, { x: x + 10, y: y + 48 + at * 18, size: 14, fill: text }),
    ),
    write(state, { x: x + 10, y: y + TILE.height - 12, size: 12.5, fill: text }),
  ].join('');
}

function chapter({ label, title, articles }: ChapterCoverage, top: number, words: PictureWords) {
  const tiles = articles.map((article, at) =>
    tile(
      article,
      MARGIN + (at % COLUMNS) * (TILE.width + GAP),
      top + 34 + Math.floor(at / COLUMNS) * (TILE.height + GAP),
      words,
    ),
  );
  const rows = Math.ceil(articles.length / COLUMNS);
  const heading = write(`${label}  ${title}`, {
    x: MARGIN,
    y: top + 22,
    size: 18,
    fill: COLOURS.ink,
    bold: true,
  });
  return { svg: heading + tiles.join(''), height: 34 + rows * (TILE.height + GAP) + 10 };
}

/** How many measures each place has, as bars beside each other in three columns. */
function placesTable(places: readonly PlaceCoverage[], top: number, words: PictureWords) {
  const columns = 3;
  const width = (WIDTH - 2 * MARGIN) / columns;
  const most = Math.max(1, ...places.map(({ followUps }) => followUps));
  const perColumn = Math.ceil(places.length / columns);
  const rows = places.map((place, at) => {
    const { followUps, newest, daysWithout } = place;
    const x = MARGIN + Math.floor(at / perColumn) * width;
    const y = top + 34 + (at % perColumn) * 26;
    const bar = (followUps / most) * 110;
    const state = followUps > 0 ? `${followUps} · ${newest ?? ''}` : words.days(daysWithout);
    return [
      write(words.place(place), { x, y: y + 17, size: 14, fill: COLOURS.ink }),
      `<rect x="${x + 120}" y="${y + 5}" width="${Math.max(bar, 2)}" height="14" rx="3" fill="${followUps > 0 ? COLOURS.many.fill : COLOURS.line}"/>`,
      write(state, {
        x: x + 240,
        y: y + 17,
        size: 13,
        fill: followUps > 0 ? COLOURS.ink : COLOURS.none.text,
      }),
    ].join('');
  });
  const heading = write(words.places, { x: MARGIN, y: top + 22, size: 18, fill: COLOURS.ink, bold: true });
  return { svg: heading + rows.join(''), height: 34 + perColumn * 26 + 12 };
}

function legend(top: number, { legend: words }: PictureWords): string {
  const keys = ['many', 'few', 'none', 'noDuty'] as const;
  return keys
    .map((key, at) => {
      const { fill, stroke } = COLOURS[key];
      const x = MARGIN + at * 290;
      return `<rect x="${x}" y="${top}" width="18" height="18" rx="4" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/>${write(words[key], { x: x + 26, y: top + 14, size: 14, fill: COLOURS.faint })}`;
    })
    .join('');
}

/** The picture of a coverage, as SVG whose text is in the font Noto Sans SC. */
export function coverageSvg({ chapters, places }: Coverage, words: PictureWords): string {
  let top = 138;
  const parts: string[] = [];
  for (const one of chapters) {
    const { svg, height } = chapter(one, top, words);
    parts.push(svg);
    top += height;
  }
  const table = placesTable(places, top, words);
  top += table.height;
  const height = top + 34;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="Noto Sans SC">`,
    `<rect width="${WIDTH}" height="${height}" rx="18" fill="${COLOURS.card}" stroke="${COLOURS.line}"/>`,
    write(words.title, { x: MARGIN, y: 50, size: 26, fill: COLOURS.ink, bold: true }),
    write(words.subtitle, { x: MARGIN, y: 80, size: 16, fill: COLOURS.faint }),
    legend(100, words),
    ...parts,
    table.svg,
    write(words.derived, { x: MARGIN, y: height - 18, size: 13, fill: COLOURS.faint }),
    '</svg>',
  ].join('\n');
}
