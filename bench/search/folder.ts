import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One character in so many is replaced, so that copies have a vocabulary of their own. */
const SPOILT = 16;

/**
 * Fills `folder` with `count` laws: those of `source` again and again, each copy with other characters here and there.
 * The same arguments make the same folder.
 */
export async function makeFolder(folder: string, count: number, source: string): Promise<void> {
  const names = (await readdir(source)).filter((name) => /\.(?:md|txt)$/.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(source, name), 'utf8')));
  const letters = [...texts.join('').replace(/\P{Script=Han}/gu, '')];
  const random = randomFrom(1);
  await mkdir(folder, { recursive: true });
  for (let made = 0; made < count; made += 1) {
    const text = texts[made % texts.length] ?? '';
    // Inside long runs of characters only: labels and headings stay what they are.
    const copy = text.replace(/(?<=\p{Script=Han}{8})\p{Script=Han}(?=\p{Script=Han}{3})/gu, (letter) =>
      made >= texts.length && random() < 1 / SPOILT
        ? (letters[Math.floor(random() * letters.length)] ?? letter)
        : letter,
    );
    await writeFile(join(folder, `law-${String(made).padStart(5, '0')}.md`), copy);
  }
}

/** Numbers in [0, 1), the same ones for the same seed (a linear congruential generator; Numerical Recipes). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
