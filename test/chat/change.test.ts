import { expect, test } from 'vitest';
import { translator } from '../../src/chat/catalogue/index.ts';
import { plain } from '../../src/chat/markdown.ts';
import { auditLines, auditWhat, changeText, isShortened } from '../../src/chat/views/change.ts';
import type { AuditEntry, Change, Subscription } from '../../src/store/port.ts';

const t = translator('zh-CN');
const one: Subscription = {
  id: 's1',
  target: { kind: 'channel', guildId: '1', channelId: '2' },
  ...{ articles: [], topics: [], kinds: [], issuers: [] },
  rhythm: {
    ...{ mode: 'instant', at: '09:00', weekday: 1, atOnce: [], quietHours: null, workdaysOnly: false },
    timeZone: 'Asia/Shanghai',
  },
  ...{ roleId: null, crosspost: false, pausedAt: null, locale: 'zh-CN', createdBy: '1', trouble: null },
  createdAt: '2026-11-01T00:00:00.000Z',
};
const change = (before: Partial<Subscription>, after: Partial<Subscription>): Change => ({
  ...{ what: 'subscription', id: one.id },
  ...{ before: { ...one, ...before }, after: { ...one, ...after } },
});

test.each<[Partial<Subscription>, Partial<Subscription>, string, string]>([
  [{}, { kinds: ['news'] }, '类型 不限 → 消息', 'no kind named: every kind'],
  [{ issuers: ['海淀'] }, {}, '机关 海淀 → 不限', 'no issuer named: every issuer'],
  [{ articles: [23] }, {}, '条文 第23条 → 不限', 'neither article nor topic named: every article'],
  [
    { articles: [23] },
    { topics: ['article:34'] },
    '条文 第23条 → 无；主题',
    'a topic named instead: no article by itself',
  ],
  [{}, { rhythm: { ...one.rhythm, atOnce: ['news'] } }, '立即提醒 无 → 消息', 'no kind is told at once'],
  [{ pausedAt: '2026-11-20T01:00:00.000Z' }, {}, '：恢复', 'it goes on'],
])('from %j to %j reads %s (%s)', (before, after, told) => {
  expect(plain(changeText(change(before, after), t))).toContain(told);
});

test('an entry in full leaves out no field and no change', () => {
  const { rhythm } = one;
  const all = change(
    {},
    {
      ...{ articles: [23], kinds: ['news'], issuers: ['海淀'], roleId: '7', crosspost: true, locale: 'en' },
      rhythm: { ...rhythm, mode: 'weekly', weekday: 5, workdaysOnly: true },
    },
  );
  const entry: AuditEntry = {
    ...{ id: 'a', guildId: '1', at: '2026-11-20T01:00:00.000Z', by: '1', undoes: null, undoneBy: null },
    changes: [all],
  };
  const called = { names: new Map(), topics: null };
  expect(isShortened(entry)).toBe(true);
  expect(isShortened({ ...entry, changes: [change({}, { kinds: ['news'] })] })).toBe(false);
  expect(plain(auditWhat(entry, t, called))).toContain('…');
  const [line = { markdown: '' }, ...more] = auditLines(entry, t, called);
  expect(more).toEqual([]);
  expect(plain(line)).not.toContain('…');
  expect(plain(line)).toContain('仅工作日 否 → 是');
});
