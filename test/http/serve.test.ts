import { get } from 'node:http';
import { expect, test } from 'vitest';
import { serve } from '../../src/http.ts';

test('answers what names no path with 400, and nobody is told of an error', async () => {
  const errors: unknown[] = [];
  const port = 20_000 + (process.pid % 20_000);
  const server = await serve(
    async (request) => new URL(request.url ?? '/', 'http://localhost').pathname === '/never',
    port,
    (error) => errors.push(error),
  );
  if (!server.ok) throw new Error('the port is in use');
  const statusOf = (path: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      get({ port, path }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });
  expect(await statusOf('//')).toBe(400);
  expect(await statusOf('/other')).toBe(404);
  expect(errors).toEqual([]);
  await server.value.close();
});
