import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weighDecisions } from '../../src/ledger/learn.ts';
import { see, seeUndecided } from '../../src/ledger/see.ts';
import { type Choice, flag, settle } from '../../src/ledger/settle.ts';
import type { Decision } from '../../src/ledger/types.ts';
import type { Measure } from '../../src/store/port.ts';
import { guildWith, linkTo, measureWith } from './sample.ts';

const at = '2026-11-20T00:00:00.000Z';
const decide = (measure: Measure, choice: Choice, before: readonly Decision[] = []): Decision =>
  settle(measure.id, seeUndecided(measure, guildWith(before)), choice, 'moderator-1', at);
const numbers = (links: readonly { number: number }[]): readonly number[] =>
  links.map(({ number }) => number);

describe('how a measure stands in a server', () => {
  const measure = measureWith([linkTo(40, 0.7), linkTo(23, 0.55, ['人工智能']), linkTo(9, 0.3, ['实验室'])]);

  it('stands as the linker left it where moderators set nothing', () => {
    expect(see(measure, guildWith([]))).toEqual({
      relevance: 'relevant',
      standing: 'told',
      links: measure.links,
      doubtful: measure.doubtful,
      decision: null,
      learnt: [],
    });
  });

  it.each([
    ['a higher threshold sends to review what is told elsewhere', { tell: 0.9 }, 'review', [], [40, 23, 9]],
    ['a lower one tells what waits elsewhere', { tell: 0.3 }, 'told', [40, 23, 9], []],
    ['what is below review is kept to itself', { tell: 0.9, review: 0.8 }, 'kept', [], []],
  ] as const)('%s', (_, settings, standing, links, doubtful) => {
    const seen = see(measure, guildWith([], settings));
    expect([seen.standing, numbers(seen.links), numbers(seen.doubtful)]).toEqual([standing, links, doubtful]);
  });

  it.each([
    ['right', { verdict: 'right' }, 'told', [23, 40]],
    ['other articles', { verdict: 'other', articles: [60, 40] }, 'told', [40, 60]],
    ['wrong', { verdict: 'wrong' }, 'kept', []],
    ['irrelevant', { verdict: 'irrelevant' }, 'kept', []],
  ] as const)('stands by the decision “%s” and by nothing else', (_, choice, standing, links) => {
    const decision = decide(measure, choice);
    const seen = see(measure, guildWith([decision]));
    expect([seen.standing, numbers(seen.links), seen.doubtful]).toEqual([standing, links, []]);
    expect(seen.decision).toEqual(decision);
  });

  it('keeps the evidence of an article that a moderator confirms, and has none for one that a moderator names', () => {
    const seen = see(measure, guildWith([decide(measure, { verdict: 'other', articles: [40, 60] })]));
    expect(seen.links.map(({ number, why }) => [number, why])).toEqual([
      [40, '算力'],
      [60, ''],
    ]);
  });

  it('stands as before where a member flagged it', () => {
    const flagged = guildWith([flag(measure.id, 'member-1', at)]);
    expect(see(measure, flagged)).toEqual(see(measure, guildWith([])));
  });

  it('tells what waited once a moderator says that it is right', () => {
    const doubtful = measureWith([linkTo(40, 0.4)]);
    expect(see(doubtful, guildWith([])).standing).toBe('review');
    expect(see(doubtful, guildWith([decide(doubtful, { verdict: 'right' })])).standing).toBe('told');
  });
});

describe('what decisions teach', () => {
  const first = measureWith([linkTo(40, 0.6)]);
  const next = measureWith([linkTo(40, 0.6)], { id: 'measure-2' });

  it('lowers the same words the next time, and says by how many decisions', () => {
    const seen = see(next, guildWith([decide(first, { verdict: 'wrong' })]));
    expect(seen.standing).toBe('review');
    expect(seen.doubtful[0]?.score).toBeCloseTo(0.4);
    expect(seen.learnt).toEqual([{ article: 40, right: 0, wrong: 1, from: 0.6 }]);
  });

  it('raises them where they were called right', () => {
    const doubtful = measureWith([linkTo(40, 0.4)]);
    const seen = see(
      measureWith([linkTo(40, 0.4)], { id: 'measure-2' }),
      guildWith([decide(doubtful, { verdict: 'right' })]),
    );
    expect([seen.standing, seen.links[0]?.score]).toEqual(['told', expect.closeTo(0.6)]);
  });

  it('gives an article that a moderator named for these words to the next that has them, after a look and then by itself', () => {
    const taught = [decide(first, { verdict: 'other', articles: [34] })];
    const once = see(next, guildWith(taught));
    expect(numbers(once.doubtful)).toContain(34);
    const again = { ...decide(next, { verdict: 'other', articles: [34] }, taught) };
    const twice = see(measureWith([linkTo(40, 0.6)], { id: 'measure-3' }), guildWith([...taught, again]));
    expect(numbers(twice.links)).toEqual([34]);
    expect(twice.links[0]?.why).toBe('算力');
  });

  it('leaves other words, articles that are written out, and links without words as they are', () => {
    const taught = guildWith([decide(first, { verdict: 'wrong' })]);
    const { words: _, ...wordless } = linkTo(40, 0.6);
    for (const link of [linkTo(40, 0.6, ['数据']), { ...linkTo(40, 0.97), link: 'cites' as const }, wordless])
      expect(see(measureWith([link], { id: 'measure-2' }), taught).links).toEqual([link]);
  });

  it('keeps every score between nought and one, and never lowers it for a decision that agrees', () => {
    const score = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    const verdicts = fc.array(fc.boolean(), { maxLength: 40 });
    fc.assert(
      fc.property(score, verdicts, (from, rights) => {
        const decisions = (list: readonly boolean[]): readonly Decision[] =>
          list.map((right, index) => ({
            ...decide(first, { verdict: right ? 'right' : 'wrong' }),
            measureId: `other-${index}`,
          }));
        const scoreAfter = (list: readonly boolean[]) =>
          weighDecisions([linkTo(40, from)], decisions(list)).links[0]?.score ?? -1;
        expect(scoreAfter(rights)).toBeGreaterThan(0);
        expect(scoreAfter(rights)).toBeLessThan(1);
        expect(scoreAfter([...rights, true])).toBeGreaterThanOrEqual(scoreAfter(rights) - 1e-9);
        expect(scoreAfter([...rights, false])).toBeLessThanOrEqual(scoreAfter(rights) + 1e-9);
      }),
    );
  });
});
