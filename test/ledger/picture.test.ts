import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import { locales, translator } from '../../src/chat/catalogue/index.ts';
import { pictureAlt, pictureWords } from '../../src/chat/views/coverage.ts';
import { coverage } from '../../src/ledger/coverage.ts';
import { drawPng } from '../../src/ledger/picture/draw.ts';
import { coverageSvg } from '../../src/ledger/picture/svg.ts';
import { measureOf } from './measure.ts';

const [ordinance] = (await loadCorpus()).corpus.documents;
if (!ordinance) throw new Error('no ordinance');
const draft = measureOf({
  id: 'draft',
  kind: 'consultation',
  links: [{ number: 34, score: 0.9, link: 'implements', why: '' }],
});
const covered = coverage(ordinance, [measureOf(), draft], new Date('2026-11-22T00:00:00Z'));
const known = new Set(
  readFileSync(new URL('../../src/ledger/picture/fonts/characters.txt', import.meta.url), 'utf8'),
);

test.each(locales)('has a glyph for every character it writes (%s)', (locale) => {
  const svg = coverageSvg(covered, pictureWords(covered, translator(locale)));
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '');
  expect(texts.length).toBeGreaterThan(200);
  expect([...new Set(texts.join(''))].filter((character) => !known.has(character))).toEqual([]);
});

test('keeps its text readable on its own ground: at least 4.5 to 1', () => {
  const svg = coverageSvg(covered, pictureWords(covered, translator('zh-CN')));
  const pairs = [
    ...svg.matchAll(/<rect[^>]*fill="(#\w{6})"[^>]*stroke-width[^>]*\/><text[^>]*fill="(#\w{6})"/g),
  ].map(([, ground, ink]) => [ground ?? '', ink ?? ''] as const);
  expect(pairs.length).toBeGreaterThan(70);
  for (const [ground, ink] of pairs) {
    const legend = ink === '#5a625d';
    expect(contrast(legend ? '#faf8f3' : ground, ink)).toBeGreaterThanOrEqual(4.5);
  }
});

test('is drawn as a PNG of the size it has', async () => {
  const svg = coverageSvg(covered, pictureWords(covered, translator('zh-CN')));
  const png = Buffer.from(await drawPng(svg));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const height = Number(/height="(\d+)"/.exec(svg)?.[1]);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1240, height]);
});

test('is drawn once, however many ask for it', async () => {
  const svg = coverageSvg(covered, pictureWords(covered, translator('zh-CN')));
  const first = drawPng(svg);
  expect(drawPng(svg)).toBe(first);
  await first;
  expect(drawPng(svg)).toBe(first);
});

test.each(locales)('says in words what it shows, within what Discord takes (%s)', (locale) => {
  const alt = pictureAlt(covered, translator(locale));
  expect(alt).toContain('第三章');
  expect(alt.length).toBeLessThanOrEqual(1024);
});

/** Relative luminance and contrast as WCAG 2 defines them. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
