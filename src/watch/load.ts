import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../result.ts';
import { parseDefinition } from './define.ts';
import type { FeedDefinition } from './types.ts';

export interface LoadedFeeds {
  readonly feeds: readonly FeedDefinition[];
  /** Sentences for people, one for each file that was left out and why. */
  readonly problems: readonly string[];
}

function parseJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return fail(error.message);
    throw error;
  }
}

const readable = <T>(reading: Promise<T>): Promise<Result<T, string>> =>
  reading.then(ok, (error: NodeJS.ErrnoException) => fail(error.code ?? error.message));

/**
 * The built-in sources with those of a folder (`FEEDS_DIR`): one `.json` file each, of the shape of `FeedDefinition`. A file of
 * the folder whose id is a built-in one's takes its place. What cannot be used is left out and named, and stops nothing.
 */
export async function addDefinitions(
  builtIn: readonly FeedDefinition[],
  extraDir: string | null | undefined,
): Promise<LoadedFeeds> {
  if (!extraDir) return { feeds: builtIn, problems: [] };
  const names = await readable(readdir(extraDir));
  if (!names.ok)
    return { feeds: builtIn, problems: [`FEEDS_DIR: ${extraDir} cannot be read (${names.error}).`] };
  const problems: string[] = [];
  const own = new Map<string, FeedDefinition>();
  for (const name of names.value.filter((name) => name.endsWith('.json')).sort()) {
    const file = join(extraDir, name);
    const text = await readable(readFile(file, 'utf8'));
    const json = text.ok ? parseJson(text.value.replace(/^\ufeff/, '')) : text;
    const definition = json.ok ? await parseDefinition(json.value) : json;
    if (!definition.ok) problems.push(`${file} is no source definition: ${definition.error}`);
    else if (own.has(definition.value.id))
      problems.push(`${file}: another file has the id ${definition.value.id} already.`);
    else own.set(definition.value.id, definition.value);
  }
  return { feeds: [...builtIn.filter(({ id }) => !own.has(id)), ...own.values()], problems };
}
