import { expect, test } from 'vitest';
import { isPlainSelector } from '../../src/ledger/ownFeed.ts';

test.each([
  ['ul.list > li:nth-child(2) a@href', true, 'places and attributes'],
  ['td:first-child || span.date', true, 'the first that yields'],
  ['https://a.gov.cn/{id}.html', true, 'a link made of fields: its colon is no pseudo-class'],
  ['div:has(~ div:has(~ div))', false, 'looks at all that follows, for each'],
  ['li:not(:has(b))', false, 'looks within each'],
  ['a:CONTAINS("x")', false, 'reads all text within each, in any case of letters'],
  ['a'.repeat(201), false, 'longer than anybody writes'],
])('takes %s: %s (%s)', (selector, isPlain) => {
  expect(isPlainSelector(selector)).toBe(isPlain);
});
