import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryRecord, Outcome } from '../../../src/store/port.ts';
import { decide } from '../../../src/watch/decide/decide.ts';
import { pageState } from '../../../src/watch/detail/merge.ts';
import { canonicalUrl } from '../../../src/watch/identity/canonicalise.ts';
import type { Entry, Visit } from '../../../src/watch/types.ts';
import { entry, feed, link, Memory, NOW, subscription, watching } from '../memory.ts';

const A = feed('a');
const B = feed('b');
const verdicts = (outcome: Outcome) =>
  Object.fromEntries(outcome.entries.map(({ entry: { url }, verdict }) => [url, verdict]));
const MEASURE = '关于支持概念验证平台建设的若干政策措施';

describe('an entry', () => {
  it('of a source that is read for the first time is learned, and its measure kept, but nobody is told', () => {
    const outcome = new Memory().visit(A, [
      entry('https://a.cn/1', MEASURE),
      entry('https://a.cn/2', '关于放假的通知'),
    ]);
    expect(verdicts(outcome)).toEqual({ 'https://a.cn/1': 'learned', 'https://a.cn/2': 'learned' });
    expect(outcome.measures).toMatchObject([{ title: MEASURE, links: [{ number: 23 }] }]);
    expect(outcome.alerts).toEqual([]);
  });

  it.each<[string, Partial<Entry>, string, EntryRecord['verdict']]>([
    ['new and to the point', {}, MEASURE, 'told'],
    ['about something else', {}, '关于放假的通知', 'irrelevant'],
    ['dated more than sixty days ago: a migrated page', { date: '2024-02-22' }, MEASURE, 'learned'],
    ['dated fifty-nine days ago', { date: '2026-07-23' }, MEASURE, 'told'],
    ['without a date', { date: null }, MEASURE, 'told'],
    ['an interpretation', {}, '《概念验证平台管理办法》政策解读', 'told'],
  ])('%s is %4$s', (_, part, title, verdict) => {
    const outcome = watching(A).visit(A, [entry('https://a.cn/1', title, part)]);
    expect(outcome.entries).toMatchObject([{ verdict, reason: { code: expect.any(String) } }]);
    expect(outcome.alerts).toHaveLength(verdict === 'told' ? 1 : 0);
  });

  it.each([
    ['in one batch, the cut one first', true],
    ['when it was told already, whose message is edited', false],
  ])('has its whole title where a list cut it and another shows it whole: %s', (_, together) => {
    const whole = '关于支持概念验证平台建设和运行的若干政策措施';
    const cut = entry('https://a.cn/1', `${whole.slice(0, 18)}…`, { date: '2026-09-14' });
    const other = entry('https://b.cn/1', whole, { date: '2026-09-15' });
    const memory = watching(A);
    const outcomes = together
      ? [memory.visit(A, [cut, other])]
      : [memory.visit(A, [cut]), memory.visit(A, [cut, other])];
    expect(outcomes.flatMap(({ alerts }) => alerts)).toHaveLength(1);
    expect(outcomes.at(-1)?.measures).toMatchObject([{ title: whole, url: 'https://a.cn/1' }]);
    expect(outcomes.at(-1)?.edits).toEqual(together ? [] : memory.told);
  });

  it('whose words changed is a revision, told once to those who follow its measure, and no news', () => {
    const memory = watching(A);
    memory.visit(A, [entry('https://a.cn/1', MEASURE)]);
    const [id] = memory.told;
    const revised = [entry('https://a.cn/1', `${MEASURE}（修订）`)];
    const outcome = memory.visit(A, revised);
    expect(outcome).toMatchObject({
      entries: [{ verdict: 'revision', measureId: id }],
      measures: [],
      alerts: [{ kind: 'revision', measureId: id, about: { parts: 'title' } }],
      deliveries: [{ subscriptionId: 'all' }],
      edits: [id],
    });
    expect(memory.visit(A, revised)).toMatchObject({ entries: [], alerts: [], edits: [] });
    expect(memory.told).toEqual([id]);
  });

  it('whose words changed is no revision to who subscribed after it was told', () => {
    const memory = watching(A);
    memory.visit(A, [entry('https://a.cn/1', MEASURE)]);
    memory.subscriptions.push({ ...subscription('later', []), createdAt: '2026-09-20T00:00:01.000Z' });
    const outcome = memory.visit(A, [entry('https://a.cn/1', `${MEASURE}（修订）`)]);
    expect(outcome.deliveries).toMatchObject([{ subscriptionId: 'all' }]);
  });

  it.each([
    [`${MEASURE}09-15`, MEASURE, 0, 'a row’s day that was read into the title'],
    [`15 2026-09 ${MEASURE}`, MEASURE, 0, 'a leaf of a calendar before it'],
    [`标题：${MEASURE} 时间：`, MEASURE, 0, 'labels that were read into the title'],
    [`${MEASURE}2025`, MEASURE, 1, 'a year, which is of the title'],
    [`${MEASURE}（更正）`, MEASURE, 1, 'words'],
  ])('from %j to %j tells %d revisions: %s', (before, after, revisions) => {
    const memory = watching(A);
    memory.visit(A, [entry('https://a.cn/1', before)]);
    expect(memory.visit(A, [entry('https://a.cn/1', after)]).alerts).toHaveLength(revisions);
  });

  /** Shows the first text, then others so many hours later; when which changes are told, in hours, and of which parts. */
  const tellings = (steps: readonly (readonly [number, Partial<Entry>])[], first: Partial<Entry> = {}) => {
    const memory = watching(A);
    const show = (hours: number, part: Partial<Entry>) =>
      memory.visit(A, [entry('https://a.cn/1', MEASURE, part)], new Date(NOW.getTime() + hours * 3_600_000));
    show(-1, first);
    for (const [hours, part] of steps) show(hours, part);
    expect(show(1_000, steps.at(-1)?.[1] ?? {}).entries).toEqual([]);
    const hoursTo = (at: string): number => (Date.parse(at) - NOW.getTime()) / 3_600_000;
    return [...memory.sent.values()].flatMap(({ alertId, dueAt }) => {
      const { kind, createdAt, about } = memory.alerts.get(alertId) ?? {};
      if (kind !== 'revision') return [];
      expect(createdAt).toBe(dueAt);
      return [[hoursTo(dueAt), about?.parts]];
    });
  };
  const titled = (text: string): Partial<Entry> => ({ title: `${MEASURE}（${text}）` });
  const paged = (text: string, effectiveOn: string | null = null): Partial<Entry> => {
    const detail = {
      ...{ title: null, issuer: null, docNumber: null, signedOn: null, published: null, effectiveOn },
      ...{ consultation: null, attachments: [], text: `概念验证${text}` },
    };
    return { detail, page: pageState(detail) };
  };

  it.each<[string, (readonly [number, string])[], number[]]>([
    ['once', [[0, '甲']], [0]],
    [
      'back and forth, days apart: each time',
      [
        [0, '甲'],
        [48, '乙'],
        [96, '甲'],
        [144, '乙'],
      ],
      [0, 48, 96, 144],
    ],
    [
      'back and forth within a day: nothing more of what was told',
      [
        [0, '甲'],
        [2, '乙'],
        [4, '甲'],
      ],
      [0],
    ],
    [
      'back, forth and back: that it is other than told',
      [
        [0, '甲'],
        [2, '乙'],
        [4, '甲'],
        [6, '乙'],
      ],
      [0, 24],
    ],
    [
      'back, forth, and later back: then',
      [
        [0, '甲'],
        [2, '乙'],
        [4, '甲'],
        [30, '乙'],
      ],
      [0, 30],
    ],
    [
      'without end: once a day, the last of it too',
      [
        [0, '甲'],
        [1, '乙'],
        [2, '丙'],
        [25, '丁'],
      ],
      [0, 24, 48],
    ],
    [
      'for the last time as the day ends: then',
      [
        [0, '甲'],
        [1, '乙'],
        [24, '丙'],
      ],
      [0, 24, 48],
    ],
    [
      'a day later: then',
      [
        [0, '甲'],
        [24, '乙'],
      ],
      [0, 24],
    ],
  ])('whose words changed %s', (_, steps, told) => {
    const shown = steps.map(([hours, text]) => [hours, titled(text)] as const);
    expect(tellings(shown).map(([hours]) => hours)).toEqual(told);
    const read = steps.map(([hours, text]) => [hours, paged(text)] as const);
    expect(tellings(read, paged('第一版')).map(([hours]) => hours)).toEqual(told);
  });

  it('however it changes, has who looks whenever told see something else, at most once a day, and in the end what is there', () => {
    const step = fc.record({
      text: fc.constantFrom('甲', '乙', '丙'),
      hours: fc.constantFrom(5, 10, 25),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), fc.boolean(), (steps, isPage) => {
        let time = 0;
        const shown = steps.map(({ text, hours }) => {
          time += hours;
          return [time, text] as const;
        });
        const show = isPage ? paged : titled;
        const told = tellings(
          shown.map(([hours, text]) => [hours, show(text)] as const),
          show('甲'),
        ).map(([hours]) => Number(hours));
        const seenAt = (at: number): string => shown.findLast(([hours]) => hours <= at)?.[1] ?? '甲';
        const seen = ['甲', ...told.map(seenAt)];
        for (const [index, text] of seen.entries()) if (index > 0) expect(text).not.toBe(seen[index - 1]);
        for (const [index, at] of told.entries())
          if (index > 0) expect(at - (told[index - 1] ?? 0)).toBeGreaterThanOrEqual(24);
        expect(seen.at(-1)).toBe(seenAt(1_000));
      }),
    );
  });

  it('that goes on changing is told of with all its parts that did', () => {
    const steps = [
      [0, paged('二')],
      [1, paged('二', '2026-10-01')],
      [2, { ...titled('修订'), ...paged('三', '2026-10-01') }],
    ] as const;
    expect(tellings(steps, paged('一'))).toEqual([
      [0, 'text'],
      [24, 'title,text,dates'],
    ]);
  });

  it('of which only the list’s summary changed is not told of, and holds up nothing that is', () => {
    const steps = [
      [0, { summary: '二' }],
      [5, { summary: '二', ...paged('二') }],
    ] as const;
    expect(tellings(steps, { summary: '一', ...paged('一') })).toEqual([[5, 'text']]);
  });

  it('whose words changed on another page than the measure’s own tells nothing', () => {
    const memory = watching(A, B);
    memory.visit(A, [entry('https://a.cn/1', MEASURE)]);
    memory.visit(B, [entry('https://b.cn/1', MEASURE)]);
    expect(memory.visit(B, [entry('https://b.cn/1', `${MEASURE}（修订）`)]).alerts).toEqual([]);
  });

  it('that came to mean something is told', () => {
    const memory = watching(A);
    memory.visit(A, [entry('https://a.cn/1', '通知')]);
    expect(memory.visit(A, [entry('https://a.cn/1', MEASURE)]).alerts).toHaveLength(1);
  });

  it('learned as nothing, at whose address a measure stands later, is told', () => {
    const memory = new Memory();
    memory.visit(A, [entry('https://a.cn/now', '关于放假的通知', { date: '2026-09-01' })]);
    const shown = [entry('https://a.cn/now', MEASURE)];
    expect(memory.visit(A, shown)).toMatchObject({
      entries: [{ verdict: 'told' }],
      alerts: [{ kind: 'news' }],
    });
    expect(memory.visit(A, shown).entries).toEqual([]);
  });

  it.each([
    ['mended', '关于支持平台建设的若干政策措施', MEASURE, {}],
    [
      'as it was, and a text besides',
      '关于印发若干措施的通知',
      '关于印发若干措施的通知',
      { summary: '概念验证' },
    ],
  ])('learned as nothing, whose title is %s, is no news', (_, before, title, part) => {
    const memory = new Memory();
    memory.visit(A, [entry('https://a.cn/1', before)]);
    expect(memory.visit(A, [entry('https://a.cn/1', title, part)]).alerts).toEqual([]);
  });

  it('at whose address another document stands now is told anew, and the one before stays what it was', () => {
    const memory = watching(A);
    const [first, second, third] = [
      '概念验证平台建设管理办法',
      '概念验证中心认定与资助办法',
      '人才引进落户指南',
    ];
    const stand = (title: string | undefined, date: string, part: Partial<Entry> = {}) =>
      memory.visit(
        A,
        [entry('https://a.cn/now', `北京市${title}`, { date, ...part })],
        new Date(`${date}T09:00:00Z`),
      );
    stand(first, '2026-09-12', { page: { textHash: 'x' } });
    expect(stand(second, '2026-09-20')).toMatchObject({
      entries: [{ verdict: 'told', entry: { date: '2026-09-20' } }],
      measures: [
        {
          title: `北京市${second}`,
          date: '2026-09-20',
          keys: expect.arrayContaining(['url:https://a.cn/now 2']),
        },
      ],
      alerts: [{ kind: 'news' }],
    });
    expect(memory.entries.get('https://a.cn/now')?.entry.page).toBeUndefined();
    stand(third, '2026-09-22');
    expect(memory.told).toHaveLength(3);
    const revised = stand(`${third}（修订）`, '2026-09-23');
    expect(revised).toMatchObject({ entries: [{ verdict: 'revision', measureId: memory.told[2] }] });
    expect(new Set(memory.measures.values().map(({ title, date }) => `${title} ${date}`))).toEqual(
      new Set([`北京市${first} 2026-09-12`, `北京市${second} 2026-09-20`, `北京市${third} 2026-09-22`]),
    );
  });

  it('with another title on the day it had is a revision', () => {
    const memory = watching(A);
    memory.visit(A, [entry('https://a.cn/1', '北京市概念验证平台建设管理办法')]);
    const outcome = memory.visit(A, [entry('https://a.cn/1', '人才引进落户指南')]);
    expect(outcome.entries).toMatchObject([{ verdict: 'revision' }]);
  });

  it('taken for a repost, whose page shows another number, is told', () => {
    const memory = watching(A, B);
    memory.visit(A, [entry('https://a.cn/1', MEASURE, { docNumber: '京科发〔2026〕1号' })]);
    const waiting = entry('https://b.cn/1', MEASURE, { page: { textHash: null } });
    expect(memory.visit(B, [waiting]).entries).toMatchObject([{ verdict: 'repost' }]);
    const read = { ...waiting, page: { textHash: 'x' }, docNumber: '京科发〔2026〕2号' };
    expect(memory.visit(B, [read])).toMatchObject({
      entries: [{ verdict: 'told' }],
      alerts: [{ kind: 'news' }],
    });
    expect(memory.visit(B, [read]).entries).toEqual([]);
  });

  it('taken for a repost, whose page tells of something else, is told', () => {
    const memory = watching(A, B);
    const [text, other] = [
      '第一条为了规范概念验证平台建设，制定本办法。',
      '一、对获得认定的机构给予一次性奖励。',
    ];
    memory.visit(A, [entry('https://a.cn/1', MEASURE, { summary: text.repeat(20) })]);
    const waiting = entry('https://b.cn/1', MEASURE, { page: { textHash: null } });
    expect(memory.visit(B, [waiting]).entries).toMatchObject([{ verdict: 'repost' }]);
    const read = { ...waiting, page: { textHash: 'x' }, summary: other.repeat(20) };
    expect(memory.visit(B, [read])).toMatchObject({
      entries: [{ verdict: 'told' }],
      alerts: [{ kind: 'news' }],
    });
  });

  it.each<[string, string, Partial<Entry>]>([
    ['its date', MEASURE, { date: '2026-09-19' }],
    ['a status mark', `[已结束]${MEASURE}`, {}],
    ['what the page says of itself', MEASURE, { summary: '支持概念验证。 【打印本页】 【关闭窗口】' }],
    ['spaces', `关于支持 ${MEASURE.slice(4)}`, {}],
  ])('of which only %s changed is left alone', (_, title, part) => {
    const memory = watching(A);
    memory.visit(A, [
      entry('https://a.cn/1', MEASURE, part.summary === undefined ? {} : { summary: '支持概念验证。' }),
    ]);
    expect(memory.visit(A, [entry('https://a.cn/1', title, part)]).entries).toEqual([]);
  });

  it('shown by two sources in different words does not become a revision at every visit', () => {
    const memory = watching(A, B);
    memory.visit(A, [entry('https://a.cn/1', MEASURE)]);
    expect(memory.visit(B, [entry('https://a.cn/1', MEASURE, { summary: '全文' })]).entries).toEqual([]);
  });
});

describe('an entry of two sources', () => {
  it('that meant nothing as a bare title is told when the other gives its text', () => {
    const memory = watching(A, B);
    memory.visit(A, [entry('https://a.cn/1', '关于印发若干措施的通知')]);
    expect(memory.visit(A, [entry('https://a.cn/1', '关于印发若干措施的通知')]).entries).toEqual([]);
    const outcome = memory.visit(B, [
      entry('https://a.cn/1', '关于印发若干措施的通知', { summary: '支持概念验证' }),
    ]);
    expect(outcome.alerts).toHaveLength(1);
    expect(memory.visit(A, [entry('https://a.cn/1', '关于印发若干措施的通知')]).entries).toEqual([]);
  });

  it('that a new source learned as nothing is told when one watched for longer gives its text', () => {
    const memory = watching(B);
    memory.visit(A, [entry('https://a.cn/1', '关于印发若干措施的通知')]);
    const full = [entry('https://a.cn/1', '关于印发若干措施的通知', { summary: '支持概念验证' })];
    const later = new Date('2026-09-21T00:00:00Z');
    expect(memory.visit(B, full, later).alerts).toHaveLength(1);
    expect(memory.visit(B, full, later).entries).toEqual([]);
    expect(memory.visit(A, [entry('https://a.cn/1', '关于印发若干措施的通知')], later).entries).toEqual([]);
  });

  it('that both learned as nothing at their first readings is no news, whichever gives its text', () => {
    const memory = new Memory();
    const bare = [entry('https://a.cn/1', '关于印发若干措施的通知')];
    memory.visit(A, bare);
    memory.visit(B, bare, new Date('2026-09-20T00:10:00Z'));
    const full = [entry('https://a.cn/1', '关于印发若干措施的通知', { summary: '支持概念验证' })];
    expect(memory.visit(B, full, new Date('2026-09-21T00:00:00Z')).alerts).toEqual([]);
  });
});

describe('an entry that a source’s first reading did not show', () => {
  const LATER = new Date('2026-09-21T00:00:00Z');
  const doc = (n: number, date: string | null) =>
    entry(`https://a.cn/${n}`, `概念验证平台支持措施之${n}号专项办法细则`, { date });
  const known = [doc(9, '2026-09-18'), doc(8, '2026-09-10')];
  const enacted = feed('laws', { dates: 'enacted' });

  it.each<[string, readonly Entry[], readonly Entry[], number]>([
    ['slid in below what was there', known, [...known, doc(1, '2026-08-30'), doc(2, '2026-08-20')], 0],
    [
      'slid in as one was taken down',
      [...known, doc(7, '2026-09-09')],
      [doc(9, '2026-09-18'), doc(8, '2026-09-10'), doc(1, '2026-08-30')],
      0,
    ],
    ['slid in below what is new', known, [doc(3, '2026-09-21'), ...known, doc(1, '2026-08-30')], 1],
    ['stands below, but is of a day since', known, [...known, doc(1, '2026-09-20')], 1],
    ['stands below, but nobody dated it', known, [...known, doc(1, null)], 1],
    ['is dated before, but put on top: posted late', known, [doc(1, '2026-09-01'), ...known], 1],
    [
      'is dated before, but put in between',
      known,
      [doc(9, '2026-09-18'), doc(1, '2026-09-01'), doc(8, '2026-09-10')],
      1,
    ],
    [
      'is dated before, but younger than what stands above it: below a row that is kept at the top',
      [doc(9, '2026-01-18'), doc(8, '2026-09-10')],
      [doc(9, '2026-01-18'), doc(1, '2026-09-12')],
      1,
    ],
    [
      'is dated before, on a page that does not join what was there',
      known,
      [doc(1, '2026-08-30'), doc(2, '2026-08-20')],
      2,
    ],
    ['was there while the list was empty by mistake', [], [doc(1, '2026-09-19'), doc(2, '2026-08-01')], 0],
    [
      'came since to a list that was empty by mistake',
      [],
      [doc(1, '2026-09-20'), doc(2, '2026-08-02'), doc(3, '2026-08-01')],
      1,
    ],
    ['is the first of a list that was empty', [], [doc(1, '2026-09-20')], 1],
    ['is the first of a list that was empty, dated by its signature', [], [doc(1, '2026-09-01')], 1],
    ['is one of the first few, posted late', [], [doc(1, '2026-09-19'), doc(2, '2026-09-15')], 2],
  ])('and %s is told so many times: %4$d', (_, first, then, times) => {
    const memory = new Memory();
    memory.visit(A, first);
    for (let look = 0; look < 3; look += 1) {
      memory.visit(A, then, LATER);
      expect(memory.told).toHaveLength(times);
    }
  });

  it('is told where rows are dated by enactment, wherever it stands', () => {
    const memory = new Memory();
    memory.visit(enacted, known);
    memory.visit(enacted, [...known, doc(1, '2026-03-01')], LATER);
    expect(memory.told).toHaveLength(1);
  });

  it('is not told either when its words or its page mean something later', () => {
    const memory = new Memory();
    memory.visit(A, known);
    const waiting = entry('https://a.cn/1', '通知', { date: '2026-08-30', page: { textHash: null } });
    memory.visit(A, [...known, waiting], LATER);
    memory.visit(A, [...known, { ...waiting, title: MEASURE, page: { textHash: 'x' } }], LATER);
    expect(memory.told).toEqual([]);
  });

  it('and another source’s first reading learned since is not told either', () => {
    const memory = new Memory();
    memory.visit(A, known);
    memory.visit(B, [doc(1, '2026-08-30')], new Date('2026-09-20T12:00:00Z'));
    for (let look = 0; look < 3; look += 1) memory.visit(A, [...known, doc(1, '2026-08-30')], LATER);
    expect(memory.told).toEqual([]);
  });
});

describe('a measure that a new source’s first reading learned', () => {
  const TODAY = '2026-09-20';
  const LATER = new Date('2026-09-21T00:00:00Z');
  const shown = (url: string, date: string | null) => entry(url, MEASURE, { date });

  it.each<[string, string, string | null, string | null, number]>([
    ['its own address', 'https://b.cn/1', TODAY, TODAY, 1],
    ['the same address', 'https://a.cn/1', TODAY, TODAY, 1],
    ['a later date', 'https://b.cn/1', TODAY, '2026-09-21', 1],
    ['no date, where the first has one', 'https://b.cn/1', TODAY, null, 1],
    ['a date before the new source came', 'https://b.cn/1', '2026-09-10', '2026-09-10', 1],
    ['a later date than it had before the new source came', 'https://b.cn/1', '2026-09-10', '2026-09-21', 1],
    ['such a date at the same address', 'https://a.cn/1', '2026-09-10', '2026-09-21', 1],
    ['no date at all', 'https://b.cn/1', null, null, 1],
    ['the date of an old document', 'https://b.cn/1', '2026-07-10', '2026-07-10', 0],
    ['a new date on an old document', 'https://b.cn/1', '2026-07-10', '2026-09-21', 0],
    ['a new date on an old document at the same address', 'https://a.cn/1', '2026-07-10', '2026-09-21', 0],
    ['an old date on a document that seemed new', 'https://b.cn/1', TODAY, '2026-07-10', 0],
  ])('and a long-watched one shows with %s is told so many times: %5$d', (_, url, learned, date, times) => {
    const memory = watching(B);
    memory.visit(A, [shown('https://a.cn/1', learned)]);
    expect(memory.told).toHaveLength(0);
    for (let look = 0; look < 3; look += 1) {
      memory.visit(B, [shown(url, date)], LATER);
      memory.visit(A, [shown('https://a.cn/1', learned)], LATER);
      expect(memory.told).toHaveLength(times);
    }
  });

  it.each(['https://a.cn/1', 'https://b.cn/1'])(
    'is old news to a source that showed it, too, at its first reading (%s)',
    (url) => {
      const memory = new Memory();
      memory.visit(A, [shown('https://a.cn/1', TODAY)]);
      memory.visit(B, [shown(url, TODAY)], new Date('2026-09-20T00:10:00Z'));
      for (const title of [MEASURE, `[置顶]${MEASURE}`, `${MEASURE}（修订）`]) {
        memory.visit(A, [{ ...shown('https://a.cn/1', TODAY), title }], LATER);
        memory.visit(B, [{ ...shown(url, TODAY), title }], LATER);
      }
      expect(memory.told).toEqual([]);
    },
  );

  it.each<[string, string | null, string, number]>([
    ['dated before it was first read, which had shown it then', '2026-09-10', 'https://b.cn/old', 0],
    ['without a date, which had shown it then', null, 'https://b.cn/old', 0],
    ['dated before it was first read, which had not', '2026-09-10', 'https://c.cn/1', 1],
    ['without a date, which had not', null, 'https://c.cn/1', 1],
  ])('and a source shows under a new address, %s, is told so many times: %4$d', (_, date, there, times) => {
    const memory = new Memory();
    const C = feed('c');
    memory.visit(A, [shown('https://a.cn/1', date)]);
    const first = shown(there, date);
    memory.visit(there.startsWith('https://b.cn') ? B : C, [first]);
    memory.visit(B, []);
    for (let look = 0; look < 3; look += 1) {
      memory.visit(B, [shown('https://b.cn/new', date)], LATER);
      expect(memory.told).toHaveLength(times);
    }
  });

  it('is no news to a source one of whose own rows is mended into it, nor when all is shown again', () => {
    const memory = new Memory();
    memory.visit(
      B,
      [entry('https://b.cn/0', '关于支持平台建设的若干政策措施')],
      new Date('2026-09-20T00:00:00Z'),
    );
    memory.visit(A, [shown('https://a.cn/1', TODAY)], new Date('2026-09-20T05:00:00Z'));
    const both = [shown('https://a.cn/1', TODAY), shown('https://b.cn/0', TODAY)];
    for (const rows of [both, both.toReversed(), both]) {
      memory.visit(B, rows, LATER);
      expect(memory.told).toEqual([]);
    }
  });

  it('is told by the source that learned it neither later nor under another address', () => {
    const memory = watching(B);
    memory.visit(A, [shown('https://a.cn/1', TODAY)]);
    memory.visit(A, [shown('https://a.cn/2', TODAY), shown('https://a.cn/1', '2026-09-21')], LATER);
    expect(memory.told).toEqual([]);
  });
});

describe('a repost', () => {
  it.each<[string, Entry, Entry]>([
    [
      'document number',
      entry('https://a.cn/1', '关于印发《概念验证办法》的通知', { docNumber: '京科发〔2026〕1号' }),
      entry('https://b.cn/9', '概念验证有新政（京科发[2026] 1 号）'),
    ],
    [
      'address',
      entry('http://www.a.cn/1.html', MEASURE),
      entry('https://a.cn/1.html?utm_source=wx', '概念验证措施'),
    ],
    ['title', entry('https://a.cn/1', MEASURE), entry('https://b.cn/9', `北京市科学技术委员会${MEASURE}`)],
  ])('is known by its %s, and nobody is told again', (_, first, second) => {
    const memory = watching(A, B);
    memory.visit(A, [first]);
    const outcome = memory.visit(B, [second]);
    expect(outcome.alerts).toEqual([]);
    expect(outcome.measures).toEqual([]);
    expect(memory.told).toHaveLength(1);
  });

  it('months later is still one; the yearly call of the same name is not', () => {
    const memory = watching(A, B);
    memory.visit(
      A,
      [entry('https://a.cn/1', MEASURE, { date: '2026-01-18' })],
      new Date('2026-01-20T00:00:00Z'),
    );
    expect(memory.visit(B, [entry('https://b.cn/1', MEASURE, { date: '2026-09-18' })]).alerts).toEqual([]);
    const nextYear = entry('https://a.cn/2', MEASURE, { date: '2027-01-18' });
    expect(memory.visit(A, [nextYear], new Date('2027-01-20T00:00:00Z')).alerts).toHaveLength(1);
  });

  it('in the same batch is folded into the first published, with the articles of both', () => {
    const outcome = watching(A).visit(A, [
      entry('https://b.cn/9', MEASURE, { date: '2026-09-19', summary: '支持人才' }),
      entry('https://a.cn/1', MEASURE),
    ]);
    expect(verdicts(outcome)).toEqual({ 'https://a.cn/1': 'told', 'https://b.cn/9': 'repost' });
    expect(outcome.measures).toMatchObject([
      { url: 'https://a.cn/1', links: [{ number: 23 }, { number: 45 }] },
    ]);
  });

  it('in another source adds its articles to the known measure, under the identities it has', () => {
    const memory = watching(A, B);
    memory.visit(A, [entry('https://a.cn/1', MEASURE)]);
    const outcome = memory.visit(B, [entry('https://b.cn/9', MEASURE, { summary: '支持人才' })]);
    expect(outcome).toMatchObject({
      measures: [{ id: memory.told[0], keys: [], links: [{ number: 23 }, { number: 45 }] }],
      addedKeys: [{ measureId: memory.told[0], key: 'url:https://b.cn/9' }],
      alerts: [],
    });
  });

  it('is not known by a number that a page of the document shows besides its own', () => {
    const memory = watching(A);
    const own = { docNumber: '京科发〔2026〕1号' };
    memory.visit(A, [entry('https://a.cn/1', MEASURE, own)]);
    const other = { docNumber: '京科发〔2026〕2号' };
    memory.visit(A, [entry('https://a.cn/1', MEASURE, { ...other, page: { textHash: 'x' } })]);
    expect(memory.visit(A, [entry('https://a.cn/2', MEASURE, other)]).entries).toMatchObject([
      { verdict: 'told' },
    ]);
  });

  it('is not what a text about the document is', () => {
    const memory = watching(A);
    memory.visit(A, [entry('https://a.cn/1', MEASURE, { docNumber: '京科发〔2026〕1号' })]);
    const about = entry('https://a.cn/2', `《${MEASURE}》解读`, { docNumber: '京科发〔2026〕1号' });
    expect(memory.visit(A, [about]).entries).toMatchObject([{ verdict: 'told' }]);
  });

  it('is not a district’s document of the same name', () => {
    const haidian = feed('hd', { authority: '北京市海淀区人民政府', level: 'district' });
    const chaoyang = feed('cy', { authority: '北京市朝阳区人民政府', level: 'district' });
    const memory = watching(haidian, chaoyang);
    memory.visit(haidian, [entry('https://hd.cn/1', MEASURE)]);
    expect(memory.visit(chaoyang, [entry('https://cy.cn/1', MEASURE)]).alerts).toHaveLength(1);
  });
});

describe('deliveries', () => {
  it('go to those who follow an article of the measure, or everything, once to each target', () => {
    const memory = watching(A);
    memory.subscriptions.splice(
      0,
      1,
      subscription('23', [23]),
      subscription('45', [45]),
      subscription('all', []),
      subscription('again', [23, 24], '23'),
    );
    const { deliveries } = memory.visit(A, [entry('https://a.cn/1', MEASURE)]);
    expect(deliveries.map(({ subscriptionId }) => subscriptionId).sort()).toEqual(['23', 'again', 'all']);
    expect(new Set(deliveries.map(({ id }) => id)).size).toBe(2);
    for (const { id } of deliveries) expect(id).toMatch(/^[\w-]{22}$/);
  });
});

describe('a source', () => {
  const failing = (failures: number, part: Partial<Visit> = {}, jitter = 0) => {
    const memory = watching(A);
    const known = {
      ...memory.known('a'),
      feed: { ...memory.known('a').feed, consecutiveFailures: failures },
    };
    const visit: Visit = {
      status: 'failed',
      cause: 'timeout',
      entries: [],
      validators: {},
      ms: 1,
      bytes: 0,
      notes: [],
      ...part,
    };
    const { nextCheckAt } = decide(known, { feed: A, visit, now: NOW, jitter, link });
    return (Date.parse(nextCheckAt) - NOW.getTime()) / 60_000;
  };
  it.each([
    [0, 60],
    [1, 120],
    [2, 240],
    [3, 360],
    [50, 360],
  ])('that failed %d times before is visited again after %d minutes', (failures, minutes) => {
    expect(failing(failures)).toBe(minutes);
  });

  it('that is well is visited at its pace, a little early', () => {
    expect(failing(5, { status: 'unchanged' })).toBe(30);
    expect(failing(5, { status: 'ok' }, 1)).toBe(27);
  });

  it('that calls its page fresh is left alone for so long, up to an hour', () => {
    expect(failing(0, { status: 'unchanged', freshFor: 45 * 60 })).toBe(45);
    expect(failing(0, { status: 'ok', freshFor: 60 })).toBe(30);
    expect(failing(0, { status: 'ok', freshFor: 1e9 })).toBe(60);
  });

  it('whose entries another always shows first is not silent', () => {
    const memory = new Memory();
    const on = (day: number) => new Date(Date.parse('2026-09-01') + day * 86_400_000);
    const list = (day: number) =>
      Array.from({ length: 8 }, (_, n) => day - n).map((n) =>
        entry(`https://a.cn/${n}`, `会议通知${n}`, { date: on(n).toISOString().slice(0, 10) }),
      );
    for (let day = 0; day < 40; day += 1)
      for (const source of [A, B]) memory.visit(source, list(day), on(day));
    const { arrivals = [], completeFrom } = memory.health.get('b') ?? {};
    expect(arrivals.at(-1)).toBe(on(39).toISOString());
    expect(completeFrom).toBe(on(0).toISOString());
  });

  it('that asked to be left alone is, up to a day', () => {
    expect(failing(0, { retryAfter: 2 * 3600 })).toBe(120);
    expect(failing(0, { retryAfter: 1e9 })).toBe(24 * 60);
  });
});

describe('what is told', () => {
  const titles = [
    '概念验证平台建设管理办法实施细则',
    '人才引进落户办法',
    '概念验证项目征集通知',
    '关于放假的通知',
    '《概念验证平台办法》解读',
    '北京市概念验证中心认定管理办法（试行）',
    // Like-named ones, of several issuers or none, and calls that come again.
    ...[
      '',
      '北京市海淀区人民政府',
      '朝阳区人民政府办公室',
      '市科委、中关村管委会',
      '北京市科学技术委员会',
    ].map((issuer) => `${issuer}关于印发《概念验证平台支持办法（试行）》的通知`),
    '关于印发《北京市概念验证平台支持办法（试行）》的通知',
    '关于印发《北京市概念验证平台支持办法（试行）…',
    '关于印发《北京市概念验证平台支持办法（试行）》的…',
    '北京市概念验证平台支持办法（试行）',
    '关于组织申报北京市概念验证平台的通知',
  ];
  const numbers = [
    '京科发〔2026〕1号',
    '京科发〔2026〕2号',
    '海政发〔2026〕1号',
    undefined,
    undefined,
    undefined,
  ];
  const texts = [
    undefined,
    undefined,
    '第一条为了规范概念验证平台建设，促进科技成果转化，结合本市实际，制定本办法。'.repeat(10),
    '一、对获得认定的概念验证机构，按照实际投入给予一次性奖励，同一事项不重复享受。'.repeat(10),
    '现组织第二批概念验证平台申报。',
  ];
  const entries = fc.array(
    fc.record({
      n: fc.integer({ min: 1, max: 8 }),
      title: fc.constantFrom(...titles),
      docNumber: fc.constantFrom(...numbers),
      day: fc.constantFrom('2026-09-17', '2026-09-18', '2026-09-19', '2026-08-01', '2026-03-01', null),
      summary: fc.constantFrom(...texts),
    }),
    { maxLength: 8 },
  );
  type Row = {
    readonly n: number;
    readonly title: string;
    readonly docNumber: string | undefined;
    readonly day: string | null;
    readonly summary: string | undefined;
  };
  /** Of the last few some share a file with one of the others, in another column. */
  const pathOf = (n: number): string => (n < 4 ? `${n}` : `${n % 2}/t20260918_482013${Math.floor(n / 2)}`);
  const build = (batch: readonly Row[], site = 'a.cn'): Entry[] =>
    [...new Map(batch.map((one) => [one.n, one])).values()].map(({ n, title, docNumber, day, summary }) =>
      entry(`https://${site}/${pathOf(n)}.html`, title, {
        date: day,
        ...(docNumber === undefined ? {} : { docNumber }),
        ...(summary === undefined ? {} : { summary }),
      }),
    );
  const shuffled = <T>(items: readonly T[], seed: readonly number[]): T[] =>
    items
      .map((item, index) => ({ item, at: seed[index] ?? index }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  const seeds = fc.array(fc.integer(), { minLength: 8, maxLength: 8 });

  it('is the same in whatever order a batch is read', () => {
    fc.assert(
      fc.property(entries, seeds, (batch, seed) => {
        const [one, other] = [watching(A), watching(A)];
        one.visit(A, build(batch));
        other.visit(A, shuffled(build(batch), seed));
        expect(other.told.toSorted()).toEqual(one.told.toSorted());
      }),
    );
  });

  it('is nothing old, and each of what is news once, though a new source learned of it first, in whatever order it is shown again', () => {
    const looks = fc.array(fc.record({ seed: seeds, other: fc.boolean(), redate: fc.boolean() }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        entries,
        fc.constantFrom('2026-06-19', '2026-09-19', '2026-09-20'),
        looks,
        (batch, day, visits) => {
          const memory = watching(B);
          const dated = build(batch).map((one) => ({ ...one, date: day }));
          memory.visit(A, dated);
          for (const { seed, other, redate } of visits) {
            const again = shuffled(dated, seed).map((one) => (redate ? { ...one, date: '2026-09-21' } : one));
            memory.visit(other ? B : A, again, new Date('2026-09-21T00:00:00Z'));
          }
          const isNews = day !== '2026-06-19' && visits.some(({ other }) => other);
          const measures = new Set([...memory.measures.values()].map(({ id }) => id));
          expect(memory.told.toSorted()).toEqual(isNews ? [...measures].sort() : []);
        },
      ),
    );
  });

  it('is nothing more when a batch is replayed, shuffled, re-dated, pinned or reposted by the same and by another source', () => {
    const changes = fc.record({
      seed: seeds,
      redate: fc.boolean(),
      pin: fc.boolean(),
      twin: fc.boolean(),
      other: fc.boolean(),
    });
    fc.assert(
      fc.property(entries, fc.array(changes, { maxLength: 4 }), (batch, visits) => {
        const memory = watching(A, B);
        memory.visit(A, build(batch));
        const told = memory.told.length;
        for (const { seed, redate, pin, twin, other } of visits) {
          const again = shuffled(build(batch), seed).map((one) => {
            const url = twin ? one.url.replace('https://a.cn', 'http://www.a.cn') : one.url;
            return {
              ...one,
              url,
              id: canonicalUrl(url),
              title: pin ? `[置顶]${one.title}` : one.title,
              date: redate ? '2026-09-20' : one.date,
            };
          });
          memory.visit(other ? B : A, again);
        }
        expect(memory.told.length).toBe(told);
      }),
    );
  });

  it('is nothing more when another site reposts the batch, whole or one by one', () => {
    fc.assert(
      fc.property(entries, seeds, fc.boolean(), (batch, seed, whole) => {
        const memory = watching(A, B);
        memory.visit(A, build(batch));
        const told = memory.told.length;
        const reposts = shuffled(build(batch, 'b.cn'), seed);
        for (const visit of whole ? [reposts] : reposts.map((one) => [one])) memory.visit(B, visit);
        expect(memory.told.length).toBe(told);
      }),
      { numRuns: 300 },
    );
  });

  it('is nothing more when a site moves what it has whole, months later, with a new date', () => {
    fc.assert(
      fc.property(entries, seeds, fc.boolean(), (batch, seed, whole) => {
        const memory = watching(A);
        // By number all is known anyway, and by its opening only what is of the same days.
        const whatIsThere = batch
          .filter(({ title, summary = '' }) => summary.length > 300 && !/申报|征集|…/.test(title))
          .map((one) => ({ ...one, docNumber: undefined }));
        memory.visit(A, build(whatIsThere));
        const told = memory.told.length;
        const moved = shuffled(build(whatIsThere, 'a.cn/new'), seed).map((one) => ({
          ...one,
          date: '2027-02-18',
        }));
        for (const visit of whole ? [moved] : moved.map((one) => [one]))
          memory.visit(A, visit, new Date('2027-02-20T00:00:00Z'));
        expect(memory.told.length).toBe(told);
      }),
    );
  });

  it('is every number of a batch, each once, whatever else the documents have in common', () => {
    fc.assert(
      fc.property(entries, (batch) => {
        const memory = watching(A);
        const numbered = build(batch.filter(({ docNumber }) => docNumber !== undefined)).map((one) => ({
          ...one,
          date: '2026-09-18',
        }));
        memory.visit(A, numbered);
        const shown = numbered.filter(({ id }) => memory.entries.get(id)?.measureId);
        const measures = [...memory.measures.values()].filter(({ id }) => memory.told.includes(id));
        const numbers = shown
          .filter(({ title }) => !title.includes('解读'))
          .map(({ docNumber }) => docNumber);
        expect(new Set(measures.map(({ docNumber }) => docNumber))).toEqual(
          new Set([...numbers, ...(numbers.length < shown.length ? [null] : [])]),
        );
      }),
    );
  });
});
