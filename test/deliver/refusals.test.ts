import { expect, onTestFinished, test, vi } from 'vitest';
import { startSandbox } from '../../sandbox/index.ts';
import { createCall } from '../../src/chat/call.ts';
import { problemOf } from '../../src/chat/sendProblem.ts';

test('falls silent before Discord shuts it out for being refused too often, and speaks again when that is forgotten', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  await using sandbox = await startSandbox();
  const call = createCall(sandbox.token, sandbox.apiUrl, async () => undefined, 5);
  const { signal } = new AbortController();
  const ask = () =>
    call('get', `/channels/${sandbox.cast.channels.hidden.id}`, { signal }).catch((error) =>
      problemOf(error),
    );
  for (let n = 0; n < 5; n += 1) expect(await ask()).toMatchObject({ trouble: 'no-access' });
  expect(await ask()).toMatchObject({ kind: 'retry', code: 'rate-limited', retryAfterMs: 600_000 });
  expect(sandbox.rest.log).toHaveLength(5);
  vi.setSystemTime(Date.now() + 601_000);
  expect(await ask()).toMatchObject({ trouble: 'no-access' });
});
