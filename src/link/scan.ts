/**
 * Scanning: every word of a fixed list in a text, in one pass (Aho–Corasick over UTF-16).
 */

export interface Hit {
  /** Index of the word in the list the scanner was made of. */
  readonly word: number;
  readonly from: number;
  readonly to: number;
}

interface Node {
  readonly next: Map<number, Node>;
  /** The longest proper suffix of this node that is in the tree. */
  fail: Node | null;
  /** The nearest node on the way of `fail` that ends a word. */
  shorter: Node | null;
  word: number;
}

/** A function that finds every occurrence of every word, overlapping ones too, in order of their ends. */
export function createScanner(words: readonly string[]): (text: string) => Hit[] {
  const root = grow(words);
  return (text) => {
    const hits: Hit[] = [];
    let node = root;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      let next = node.next.get(code);
      while (next === undefined && node.fail !== null) {
        node = node.fail;
        next = node.next.get(code);
      }
      node = next ?? root;
      for (let end: Node | null = node.word >= 0 ? node : node.shorter; end !== null; end = end.shorter)
        hits.push({ word: end.word, from: at + 1 - (words[end.word] ?? '').length, to: at + 1 });
    }
    return hits;
  };
}

function grow(words: readonly string[]): Node {
  const root: Node = { next: new Map(), fail: null, shorter: null, word: -1 };
  words.forEach((text, word) => {
    let node = root;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      let next = node.next.get(code);
      if (next === undefined) {
        next = { next: new Map(), fail: root, shorter: null, word: -1 };
        node.next.set(code, next);
      }
      node = next;
    }
    if (node !== root) node.word = word;
  });
  // Breadth first: the failure of a node is found from that of its parent.
  const queue = [...root.next.values()];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const [code, child] of node.next) {
      let fail = node.fail;
      while (fail !== null && !fail.next.has(code)) fail = fail.fail;
      child.fail = fail?.next.get(code) ?? root;
      child.shorter = child.fail.word >= 0 ? child.fail : child.fail.shorter;
      queue.push(child);
    }
  }
  return root;
}
