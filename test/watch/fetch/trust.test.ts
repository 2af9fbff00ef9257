import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkSource } from '../../../src/watch/check.ts';
import { parseDefinition } from '../../../src/watch/define.ts';
import { createFetcher } from '../../../src/watch/fetch/fetch.ts';
import { extraCasOf } from '../../../src/watch/fetch/trust.ts';
import { readHere } from '../../../src/watch/read/readings.ts';

/** Made for this test alone; they are valid for a hundred years, for localhost and 127.0.0.1. */
const pem = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../fixtures/tls', name), 'utf8');
const certificateOf = (file: string): string => file.slice(file.indexOf('-----BEGIN CERTIFICATE'));
const now = () => new Date('2026-09-11T00:00:00Z');

describe('the certificate of a server', () => {
  const open: { close(): unknown }[] = [];
  afterEach(async () => {
    for (const it of open.splice(0)) await it.close();
  });
  /** A server that shows this file's certificate, and no more of its chain. */
  async function serve(file: string): Promise<(host: string) => string> {
    const server = createServer({ key: pem(file), cert: pem(file) }, (_, response) => {
      response.end('<a href="/t20260910_1.html">关于概念验证平台的通知</a>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push(server);
    const { port } = server.address() as AddressInfo;
    return (host) => `https://${host}:${port}/`;
  }
  const fetching = (url: string, extraCas: ReadonlyMap<string, string>) => {
    const fetcher = createFetcher({
      allowHosts: ['localhost', '127.0.0.1'].map((host) => `${host}:${new URL(url).port}`),
      now,
      extraCas,
    });
    open.push(fetcher);
    return fetcher.fetch({ url });
  };
  const refused = { status: 'failed', cause: 'certificate' };

  it.each(['self-signed.pem', 'leaf.pem'])('is verified where no source says otherwise: %s', async (file) => {
    const at = await serve(file);
    expect(await fetching(at('localhost'), new Map())).toMatchObject(refused);
  });

  it.each([
    ['self-signed.pem', 'self-signed.pem', 'it is its own authority'],
    ['leaf.pem', 'intermediate.pem', 'the server leaves out the link to its authority'],
  ])(
    '%s is trusted with %s for the host that a source names, and for no other: %s',
    async (file, trusted) => {
      const at = await serve(file);
      const tls = { reason: 'the chain is incomplete', ca: certificateOf(pem(trusted)) };
      const extraCas = extraCasOf([{ url: at('localhost'), tls }, { url: at('127.0.0.1') }]);
      expect(await fetching(at('localhost'), extraCas)).toMatchObject({ status: 'ok' });
      expect(await fetching(at('127.0.0.1'), extraCas)).toMatchObject(refused);
    },
  );

  it('is verified for the host of an exception too', async () => {
    const at = await serve('leaf.pem');
    const other = new Map([['localhost', certificateOf(pem('self-signed.pem'))]]);
    expect(await fetching(at('localhost'), other)).toMatchObject(refused);
  });

  it('is trusted in a single look at such a source as well', async () => {
    const at = await serve('leaf.pem');
    const url = at('localhost');
    const tls = { reason: 'the chain is incomplete', ca: pem('intermediate.pem') };
    const options = { allowHosts: [new URL(url).host], now, readings: readHere, rsshubUrl: null };
    expect(await checkSource({ url, reader: null, tls }, options)).toMatchObject({ status: 'ok' });
    expect(await checkSource({ url, reader: null }, options)).toMatchObject(refused);
  });

  it('is named in a definition with its reason, or the definition is refused', async () => {
    const definition = { id: 'a', url: 'https://a.gov.cn/', reader: { kind: 'rss' } };
    const ca = pem('intermediate.pem');
    expect(await parseDefinition({ ...definition, tls: { reason: '缺中间证书', ca } })).toMatchObject({
      ok: true,
    });
    expect(await parseDefinition({ ...definition, tls: { ca } })).toMatchObject({
      ok: false,
      error: /tls\.reason/,
    });
    expect(await parseDefinition({ ...definition, tls: { reason: '缺', ca: 'none' } })).toMatchObject({
      ok: false,
      error: 'tls.ca: not a certificate in PEM',
    });
    expect(await parseDefinition({ ...definition, tls: { reason: '缺', verify: false } })).toMatchObject({
      ok: false,
    });
  });
});
