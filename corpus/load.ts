import { readdir, readFile, stat } from 'node:fs/promises';
import { join, parse as parsePath } from 'node:path';
import { z } from 'zod';
import { readKind } from '../src/corpus/parse/kind.ts';
import { parseLaw } from '../src/corpus/parse/parse.ts';
import { readText, refuseSize } from '../src/corpus/parse/refuse.ts';
import { type CorpusDocument, type DocumentInfo, STATUSES } from '../src/corpus/types.ts';
import { fail, ok, type Result } from '../src/result.ts';

/** What `document.json` may say; whatever it leaves out is taken from the text. */
const Known = z.strictObject({
  id: z
    .string()
    .regex(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u, 'letters and digits, joined by -')
    .exactOptional(),
  title: z.string().min(1).exactOptional(),
  aliases: z.array(z.string().min(1)).exactOptional(),
  issuer: z.string().nullable().exactOptional(),
  status: z.enum(STATUSES).exactOptional(),
  dates: z
    .strictObject({
      adopted: z.iso.date().exactOptional(),
      published: z.iso.date().exactOptional(),
      effective: z.iso.date().exactOptional(),
    })
    .exactOptional(),
  url: z.url({ protocol: /^https?$/ }).exactOptional(),
  source: z.string().exactOptional(),
  script: z.enum(['simplified', 'traditional']).exactOptional(),
  draftOf: z.string().exactOptional(),
});
type Known = z.infer<typeof Known>;

const Captions = z.record(z.string(), z.string().min(1));

/** What searching takes from `topics.json`; linking reads the rest. */
const Topics = z.record(
  z.string(),
  z.object({ about: z.string(), terms: z.array(z.string()), hints: z.array(z.string()) }),
);

/** The names that a document's text may have in its folder. */
const TEXT_NAMES = ['text.md', 'text.txt'];

/** A document's folder: its text, what is known of it in `document.json`, our captions in `captions.json`. */
export async function loadFolder(folder: string): Promise<Result<CorpusDocument, string>> {
  const names = await readdir(folder);
  const text = TEXT_NAMES.find((name) => names.includes(name));
  if (text === undefined) return fail(`There is no ${TEXT_NAMES.join(' or ')} in the folder.`);
  const known = names.includes('document.json')
    ? await readJson(join(folder, 'document.json'), Known)
    : ok({});
  if (!known.ok) return known;
  const captions = names.includes('captions.json')
    ? await readJson(join(folder, 'captions.json'), Captions)
    : ok({});
  if (!captions.ok) return captions;
  const topics = names.includes('topics.json') ? await readJson(join(folder, 'topics.json'), Topics) : ok({});
  if (!topics.ok) return topics;
  const loaded = await loadText(join(folder, text), parsePath(folder).base, known.value, captions.value);
  return loaded.ok ? ok({ ...loaded.value, keywords: keywordsOf(topics.value) }) : loaded;
}

/** `企业+研发` is two words. */
function keywordsOf(topics: z.infer<typeof Topics>): ReadonlyMap<string, readonly string[]> {
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
  captions: Readonly<Record<string, string>>,
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

async function readJson<T>(file: string, schema: z.ZodType<T>): Promise<Result<T, string>> {
  const content = await readFile(file, 'utf8');
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail(`${parsePath(file).base} is not JSON: ${error.message}`);
  }
  const parsed = schema.safeParse(json);
  return parsed.success ? ok(parsed.data) : fail(`${parsePath(file).base}: ${z.prettifyError(parsed.error)}`);
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
