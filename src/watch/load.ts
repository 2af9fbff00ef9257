import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FeedDefinition } from './types.ts';

export interface LoadedFeeds {
  readonly feeds: readonly FeedDefinition[];
  /** Sentences for people, one for each file that was left out and why. */
  readonly problems: readonly string[];
}

/** What a team's own definition must be; checked with zod, which is loaded only where there are some. */
async function definitionSchema() {
  const { z } = await import('zod');
  const text = z.string().trim().min(1);
  const html = z.strictObject({
    kind: z.literal('html'),
    item: text,
    title: text,
    link: text,
    date: text.optional(),
    docNumber: text.optional(),
    summary: text.optional(),
    skipUnless: text.optional(),
    linkPattern: text.refine(isPattern, { error: 'not a regular expression' }).optional(),
  });
  return z.strictObject({
    id: z.string().regex(/^[\w-]{1,64}$/, { error: 'letters, digits, _ and - alone, at most 64' }),
    name: text,
    authority: text,
    level: z.enum(['national', 'municipal', 'district', 'other']),
    page: z.url(),
    url: z.url(),
    reader: z.discriminatedUnion('kind', [html, z.strictObject({ kind: z.literal('rss') })]),
    paceMinutes: z.number().min(0.1).max(10_080),
    confidence: z.enum(['high', 'medium', 'low']),
    headers: z.record(z.string(), z.string()).optional(),
  });
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function parseJson(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: error.message };
    throw error;
  }
}

/**
 * The built-in sources with those of a folder (`FEEDS_DIR`): one `.json` file each, of the shape of `FeedDefinition`. A file of
 * the folder whose id is a built-in one's takes its place. What cannot be used is left out and named, and stops nothing.
 */
export async function addDefinitions(
  builtIn: readonly FeedDefinition[],
  extraDir: string | null | undefined,
): Promise<LoadedFeeds> {
  if (!extraDir) return { feeds: builtIn, problems: [] };
  const problems: string[] = [];
  const names = await readdir(extraDir).catch((error: NodeJS.ErrnoException) => {
    problems.push(`FEEDS_DIR: ${extraDir} cannot be read (${error.code}).`);
    return [];
  });
  const schema = await definitionSchema();
  const own = new Map<string, FeedDefinition>();
  for (const name of names.filter((name) => name.endsWith('.json')).sort()) {
    const file = join(extraDir, name);
    const json = parseJson(await readFile(file, 'utf8'));
    if ('problem' in json) {
      problems.push(`${file} is not JSON: ${json.problem}`);
      continue;
    }
    const checked = schema.safeParse(json.value);
    if (!checked.success) {
      const issues = checked.error.issues.map(
        ({ path, message }) => `${path.join('.') || 'definition'}: ${message}`,
      );
      problems.push(`${file} is no source definition: ${issues.join('; ')}`);
    } else if (own.has(checked.data.id))
      problems.push(`${file}: another file has the id ${checked.data.id} already.`);
    else own.set(checked.data.id, checked.data as FeedDefinition);
  }
  return { feeds: [...builtIn.filter(({ id }) => !own.has(id)), ...own.values()], problems };
}
