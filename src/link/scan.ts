/**
 * Scanning: every word of a fixed list in a text, in one pass (Aho–Corasick over UTF-16).
 */

export interface Hit {
  /** Index of the word in the list the scanner was made of. */
  readonly word: number;
  readonly from: number;
  readonly to: number;
}

/** Nodes are numbers; 0 is the root, and -1 is none. One map for all steps weighs a fraction of one for each node. */
interface Tree {
  /** From `node * 0x10000 + code unit` to the next node. */
  readonly next: ReadonlyMap<number, number>;
  /** The node of the longest proper suffix that is in the tree. */
  readonly fail: Int32Array;
  /** The nearest node on the way of `fail` that ends a word. */
  readonly shorter: Int32Array;
  /** The word that ends here. */
  readonly word: Int32Array;
}

const STEP = 0x10000;

/** A function that finds every occurrence of every word, overlapping ones too, in order of their ends. */
export function createScanner(words: readonly string[]): (text: string) => Hit[] {
  const { next, fail, shorter, word } = grow(words);
  const lengths = words.map((text) => text.length);
  return (text) => {
    const hits: Hit[] = [];
    let node = 0;
    for (let at = 0; at < text.length; at += 1) {
      node = follow(next, fail, node, text.charCodeAt(at));
      for (
        let end = (word[node] ?? -1) >= 0 ? node : (shorter[node] ?? -1);
        end >= 0;
        end = shorter[end] ?? -1
      ) {
        const found = word[end] ?? -1;
        hits.push({ word: found, from: at + 1 - (lengths[found] ?? 0), to: at + 1 });
      }
    }
    return hits;
  };
}

/** The node after `node` by a code unit: its own child, or that of the longest suffix that has one. */
function follow(next: ReadonlyMap<number, number>, fail: Int32Array, node: number, code: number): number {
  for (let from = node; ; from = fail[from] ?? 0) {
    const to = next.get(from * STEP + code);
    if (to !== undefined) return to;
    if (from === 0) return 0;
  }
}

function grow(words: readonly string[]): Tree {
  const next = new Map<number, number>();
  /** Of every node but the root, which is -1: where it hangs, by which code unit. */
  const steps: number[] = [-1];
  const ends: number[] = [-1];
  words.forEach((text, index) => {
    let node = 0;
    for (let at = 0; at < text.length; at += 1) {
      const step = node * STEP + text.charCodeAt(at);
      node = next.get(step) ?? steps.push(step) - 1;
      next.set(step, node);
      if (ends.length < steps.length) ends.push(-1);
    }
    if (node !== 0) ends[node] = index;
  });
  const word = Int32Array.from(ends);
  const fail = new Int32Array(steps.length);
  const shorter = new Int32Array(steps.length).fill(-1);
  // Breadth first: the failure of a node is found from that of its parent.
  for (const node of byDepth(steps)) {
    const parent = Math.floor((steps[node] ?? 0) / STEP);
    const suffix = parent === 0 ? 0 : follow(next, fail, fail[parent] ?? 0, (steps[node] ?? 0) % STEP);
    fail[node] = suffix;
    shorter[node] = (word[suffix] ?? -1) >= 0 ? suffix : (shorter[suffix] ?? -1);
  }
  return { next, fail, shorter, word };
}

/** Every node but the root, those nearer to the root first; a parent always has a smaller number than its children. */
function byDepth(steps: readonly number[]): number[] {
  const depth = new Int32Array(steps.length);
  for (let node = 1; node < steps.length; node += 1)
    depth[node] = (depth[Math.floor((steps[node] ?? 0) / STEP)] ?? 0) + 1;
  return steps
    .map((_, node) => node)
    .slice(1)
    .sort((a, b) => (depth[a] ?? 0) - (depth[b] ?? 0));
}
