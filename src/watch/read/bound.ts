/** What no list page of an official site comes near, and what parsers need minutes or gigabytes for. */
export const MAX_TAGS = 150_000;
export const MAX_DEPTH = 400;

/** Elements that hold none. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
/** Elements whose end tag may be left out. */
const LEFT_OPEN = /^(?:li|p|dt|dd|td|th|tr|option)$/;
const P = /^p$/;
/** Which of them the start of another closes, where they are the last that is open. */
const CLOSED_BY: ReadonlyMap<string, RegExp> = new Map([
  ...['p', 'div', 'ul', 'ol', 'dl', 'table', 'form', 'h1', 'h2', 'h3'].map((name) => [name, P] as const),
  ...['li', 'option', 'th'].map((name) => [name, new RegExp(`^${name}$`)] as const),
  ...['dt', 'dd'].map((name) => [name, /^d[dt]$/] as const),
  ['tr', /^t[rhd]$/],
  ['td', /^t[hd]$/],
]);

/** Takes `<ul class="x">`, `</ul>`, `<br/>`; leaves alone comments, CDATA and declarations. */
const TAG = /<(\/?)([a-z][^\s/<>]*)[^<>]*>/gi;

/**
 * Whether markup may be given to a parser: neither too many elements nor too deep a nest of them. An end tag closes what stands open
 * within its element, and names have no case: `<LI><FONT>…</li>`. Linear in the text.
 */
export function isBounded(markup: string): boolean {
  const open: string[] = [];
  /** How many of each name are open. */
  const counts = new Map<string, number>();
  let tags = 0;
  /** Of those that are open, the ones whose end tag may not be left out. */
  let depth = 0;
  const close = (name: string): void => {
    open.pop();
    counts.set(name, (counts.get(name) ?? 1) - 1);
    if (!LEFT_OPEN.test(name)) depth -= 1;
  };
  for (const [tag, closing, written = ''] of markup.matchAll(TAG)) {
    tags += 1;
    if (tags > MAX_TAGS) return false;
    const name = written.toLowerCase();
    const count = counts.get(name) ?? 0;
    if (closing) {
      for (let last: string | undefined; count > 0 && last !== name; ) {
        last = open.at(-1) ?? name;
        close(last);
      }
    } else if (!tag.endsWith('/>') && !VOID.test(name)) {
      for (let last = open.at(-1); last !== undefined && CLOSED_BY.get(name)?.test(last); last = open.at(-1))
        close(last);
      open.push(name);
      counts.set(name, count + 1);
      if (!LEFT_OPEN.test(name)) depth += 1;
      if (depth > MAX_DEPTH || open.length > 2 * MAX_DEPTH) return false;
    }
  }
  return true;
}
