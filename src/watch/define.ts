import { X509Certificate } from 'node:crypto';
import { fail, ok, type Result } from '../result.ts';
import { sendable } from './fetch/headers.ts';
import { anyArticleLinks } from './read/articleLinks.ts';
import type { FeedDefinition, Reader } from './types.ts';

function isPattern(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

/** The shapes that people write by hand. zod is loaded only where somebody wrote some. */
async function shapes() {
  const { z } = await import('zod');
  const text = z.string().trim().min(1);
  const pattern = text.refine(isPattern, { error: 'not a regular expression' });
  const fields = {
    item: text,
    title: text,
    link: text,
    date: text.exactOptional(),
    docNumber: text.exactOptional(),
    summary: text.exactOptional(),
    linkPattern: pattern.exactOptional(),
  };
  const reader = z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('html'), ...fields, skipUnless: text.exactOptional() }),
    z.object({ kind: z.literal('json'), ...fields }),
    z.object({ kind: z.literal('rss') }),
  ]);
  const detailApi = z.strictObject({
    match: pattern,
    url: z.string().startsWith('http'),
    content: text.exactOptional(),
    title: text.exactOptional(),
    date: text.exactOptional(),
    issuer: text.exactOptional(),
    docNumber: text.exactOptional(),
    signedOn: text.exactOptional(),
    effectiveOn: text.exactOptional(),
    file: z.strictObject({ url: z.string().startsWith('http'), path: text }).exactOptional(),
  });
  const definition = z.strictObject({
    id: z.string().regex(/^[\w-]{1,64}$/, { error: 'letters, digits, _ and - alone, at most 64' }),
    name: text.exactOptional(),
    authority: text.exactOptional(),
    level: z.enum(['national', 'municipal', 'district', 'other']).default('other'),
    page: z.url().exactOptional(),
    url: z.url(),
    reader,
    paceMinutes: z.number().min(0.1).max(10_080).default(30),
    confidence: z.enum(['high', 'medium', 'low']).default('medium'),
    headers: z
      .record(z.string(), z.string())
      .superRefine((headers, context) => {
        for (const [name, value] of Object.entries(headers))
          if (sendable(name, value) === null)
            context.addIssue({ code: 'custom', path: [name], message: 'cannot be sent as a header' });
      })
      .exactOptional(),
    post: z
      .strictObject({ as: z.enum(['form', 'json']), fields: z.record(z.string(), z.unknown()) })
      .exactOptional(),
    tls: z
      .strictObject({
        reason: text,
        ca: z.string().refine(isCertificate, { error: 'not a certificate in PEM' }),
      })
      .exactOptional(),
    via: z.literal('buildstatic').exactOptional(),
    dates: z.literal('enacted').exactOptional(),
    olderPages: z
      .string()
      .regex(/\{n(?:\+1)?\}/, { error: '{n} or {n+1} is expected in it' })
      .exactOptional(),
    detail: z
      .strictObject({
        title: text.exactOptional(),
        content: text.exactOptional(),
        date: text.exactOptional(),
        json: detailApi.exactOptional(),
      })
      .exactOptional(),
  });
  const explain = (error: {
    readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
  }) =>
    error.issues.map(({ path, message }) => `${path.map(String).join('.') || 'it'}: ${message}`).join('; ');
  return { reader, definition, explain };
}

/**
 * Checks a source's definition as a team writes it; the error names every field that is wrong. `id`, `url` and `reader` are enough:
 * the name is then the id, the page the URL, the authority the name.
 */
export async function parseDefinition(value: unknown): Promise<Result<FeedDefinition, string>> {
  const { definition, explain } = await shapes();
  const checked = definition.safeParse(value);
  if (!checked.success) return fail(explain(checked.error));
  const name = checked.data.name ?? checked.data.id;
  return ok({ authority: name, page: checked.data.url, ...checked.data, name });
}

/** Selectors of an HTML page where some are not given: its article links. */
const htmlDefaults = (given: object): object =>
  'item' in given ? { title: 'a@title || a', link: 'a@href' } : anyArticleLinks;

/**
 * The reader somebody asks for: `as` alone, or with `selectors` in the notation of `HtmlReader` and `JsonReader`. What a selector
 * leaves out, or gives as null, is filled in as far as it can be. Null leaves it to the page.
 */
export async function parseReader(
  as: string | undefined,
  selectors: unknown,
): Promise<Result<Reader | null, string>> {
  if (as === undefined && selectors === undefined) return ok(null);
  if (
    selectors !== undefined &&
    (typeof selectors !== 'object' || selectors === null || Array.isArray(selectors))
  )
    return fail('selectors: an object is expected');
  const given = Object.fromEntries(Object.entries(selectors ?? {}).filter(([, value]) => value !== null));
  const kind = as ?? 'html';
  if (kind === 'json' && selectors === undefined) return ok((await import('./read/json.ts')).jsonFeed);
  const { reader, explain } = await shapes();
  const checked = reader.safeParse({ ...(kind === 'html' ? htmlDefaults(given) : {}), ...given, kind });
  return checked.success ? ok(checked.data) : fail(explain(checked.error));
}
