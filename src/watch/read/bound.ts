/** What no list page of an official site comes near, and what parsers need minutes or gigabytes for. */
export const MAX_TAGS = 150_000;
export const MAX_DEPTH = 400;

/** Elements without an end tag, and those whose end tag may be left out. */
const UNCLOSED =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|li|p|dt|dd|td|th|tr|option)$/i;

/** Takes `<ul class="x">`, `</ul>`, `<br/>`; leaves alone comments, CDATA and declarations. */
const TAG = /<(\/?)([a-z][^\s/<>]*)[^<>]*>/gi;

/** Whether markup may be given to a parser: neither too many elements nor too deep a nest of them. Linear in the text. */
export function isBounded(markup: string): boolean {
  const open: string[] = [];
  let tags = 0;
  for (const [tag, closing, name = ''] of markup.matchAll(TAG)) {
    tags += 1;
    if (tags > MAX_TAGS) return false;
    if (closing) {
      const at = open.lastIndexOf(name);
      if (at !== -1) open.length = at;
    } else if (!tag.endsWith('/>') && !UNCLOSED.test(name)) {
      open.push(name);
      if (open.length > MAX_DEPTH) return false;
    }
  }
  return true;
}
