import { readdir, readFile, stat } from 'node:fs/promises';
import { join, parse as parsePath } from 'node:path';
import type { z } from 'zod';
import { readKind } from '../src/corpus/parse/kind.ts';
import { parseLaw } from '../src/corpus/parse/parse.ts';
import { readText, refuseSize } from '../src/corpus/parse/refuse.ts';
import type { CorpusDocument, DocumentInfo } from '../src/corpus/types.ts';
import { fail, ok, type Result } from '../src/result.ts';
import type { Captions, Known, Topics } from './shapes.ts';

/** The names that a document's text may have in its folder. */
const TEXT_NAMES = ['text.md', 'text.txt'];

/**
 * A document's folder: its text, what is known of it in `document.json`, our captions in `captions.json`. What is `ours` is taken as it
 * is; what others wrote is checked.
 */
export async function loadFolder(
  folder: string,
  { ours = false }: { readonly ours?: boolean } = {},
): Promise<Result<CorpusDocument, string>> {
  const names = await readdir(folder);
  const text = TEXT_NAMES.find((name) => names.includes(name));
  if (text === undefined) return fail(`There is no ${TEXT_NAMES.join(' or ')} in the folder.`);
  const read = async <S extends keyof Shapes>(shape: S, name: string): Promise<Result<Shapes[S], string>> =>
    names.includes(name) ? readJson(join(folder, name), shape, ours) : ok({});
  const known = await read('known', 'document.json');
  if (!known.ok) return known;
  const captions = await read('captions', 'captions.json');
  if (!captions.ok) return captions;
  const topics = await read('topics', 'topics.json');
  if (!topics.ok) return topics;
  const loaded = await loadText(join(folder, text), parsePath(folder).base, known.value, captions.value);
  return loaded.ok ? ok({ ...loaded.value, keywords: keywordsOf(topics.value) }) : loaded;
}

/** `企业+研发` is two words. */
function keywordsOf(topics: Topics): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(topics).map(([number, { about, terms, hints }]) => [
      number,
      [about, ...terms.flatMap((term) => term.split('+')), ...hints],
    ]),
  );
}

/** A text of which nothing is known but its file's name. */
export async function loadFile(file: string): Promise<Result<CorpusDocument, string>> {
  return loadText(file, parsePath(file).name, {}, {});
}

async function loadText(
  file: string,
  name: string,
  known: Known,
  captions: Captions,
): Promise<Result<CorpusDocument, string>> {
  const oversize = refuseSize((await stat(file)).size);
  if (oversize) return fail(oversize.message);
  const text = readText(await readFile(file));
  if (!text.ok) return fail(text.error.message);
  const law = parseLaw(text.value);
  const title = known.title ?? (law.title || name);
  const info: DocumentInfo = {
    id: slug(name),
    aliases: [],
    issuer: null,
    status: 'unknown',
    dates: {},
    source: parsePath(file).base,
    script: readScript(text.value),
    ...known,
    title,
  };
  const named = law.title === '' ? { ...law, title, kind: readKind(title, law.dates) } : law;
  return ok({ info, law: named, captions: new Map(Object.entries(captions)) });
}

interface Shapes {
  readonly known: Known;
  readonly captions: Captions;
  readonly topics: Topics;
}

async function readJson<S extends keyof Shapes>(
  file: string,
  shape: S,
  ours: boolean,
): Promise<Result<Shapes[S], string>> {
  const content = await readFile(file, 'utf8');
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail(`${parsePath(file).base} is not JSON: ${error.message}`);
  }
  if (ours) return ok(json as Shapes[S]);
  const shapes = await import('./shapes.ts');
  const schema: z.ZodType<unknown> = shapes[shape];
  const parsed = schema.safeParse(json);
  return parsed.success
    ? ok(parsed.data as Shapes[S])
    : fail(`${parsePath(file).base}: ${shapes.complaint(parsed.error)}`);
}

/** `海淀区 办法（试行）` → `海淀区-办法-试行` */
const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'document';

/** Told by letters that every legal text uses and that the scripts write differently. */
function readScript(text: string): DocumentInfo['script'] {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  return count(/[條應當國為與實發]/g) > count(/[条应当国为与实发]/g) ? 'traditional' : 'simplified';
}
