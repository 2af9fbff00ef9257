import { fileURLToPath } from 'node:url';
import { fail, type Result } from '../result.ts';
import type { Store } from './port.ts';
import type { StoreProblem } from './problem.ts';

export type { StoreProblem, StoreProblemCode } from './problem.ts';

/**
 * Opens the store named by `DATABASE_URL`: `file:data/tiaoli.db` (a path as it is, relative to the working directory),
 * `file:///var/lib/tiaoli.db`, `file::memory:`. It is made if missing and brought to the present schema.
 * `exclusive` is for the bot itself: nobody else may hold it so at the same time (`in-use`), and it ends with the process.
 * The terminal's verbs leave it out and may read and write beside a running bot.
 */
export async function openStore(
  url: string,
  options: { readonly exclusive?: boolean } = {},
): Promise<Result<Store, StoreProblem>> {
  if (/^postgres(ql)?:/.test(url)) {
    return fail({ code: 'unsupported-yet', path: withoutCredentials(url), detail: '' });
  }
  const path = filePath(url);
  if (path === null) return fail({ code: 'bad-url', path: withoutCredentials(url), detail: '' });
  const { openSqlite } = await import('./sqlite/open.ts');
  return openSqlite(path, { exclusive: options.exclusive ?? false });
}

/** The file of a database that is one; null for any other address. */
export function databasePath(url: string): string | null {
  const path = filePath(url);
  return path === ':memory:' ? null : path;
}

/** `file:` and the path as it is, or a URL `file://…`, whose path is decoded. Null where it is neither. */
function filePath(url: string): string | null {
  if (!url.startsWith('file:')) return null;
  const rest = url.slice('file:'.length);
  if (!rest.startsWith('//')) return rest === '' ? null : rest;
  try {
    return fileURLToPath(url);
  } catch (error) {
    // A host other than this one, a broken escape, or no URL at all.
    if (error instanceof TypeError || error instanceof URIError) return null;
    throw error;
  }
}

/** What may be shown of an address: never its user name, password or parameters. */
function withoutCredentials(url: string): string {
  const parsed = URL.parse(url);
  return parsed?.host ? `${parsed.protocol}//${parsed.host}${parsed.pathname}` : url.replace(/^.*@/, '');
}
