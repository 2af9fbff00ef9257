/** ICU's segmenters for Chinese, each made when it is first asked for: their dictionary is 3 MB that many a bot never needs. */
const made = new Map<'word' | 'grapheme', Intl.Segmenter>();

export function segmenter(granularity: 'word' | 'grapheme'): Intl.Segmenter {
  const before = made.get(granularity);
  if (before) return before;
  const fresh = new Intl.Segmenter('zh', { granularity });
  made.set(granularity, fresh);
  return fresh;
}
