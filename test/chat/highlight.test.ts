import { expect, test } from 'vitest';
import { highlighted } from '../../src/chat/views/highlight.ts';

test.each([
  [false, false, '> 支持**贷款**，'],
  [true, false, '> …支持**贷款**，'],
  [false, true, '> 支持**贷款**，…'],
  [true, true, '> …支持**贷款**，…'],
])('a quote shows where it is cut (before: %s, behind: %s)', (cutBefore, cutAfter, expected) => {
  const snippet = { text: '支持贷款，', marks: [[2, 4]] as const, cutBefore, cutAfter };
  expect(highlighted(snippet).markdown).toBe(expected);
});
