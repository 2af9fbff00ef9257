/** For each item, the first at or after it that is wanted. */
export function following<T>(
  items: readonly T[],
  isWanted: (item: T) => boolean,
): readonly (T | undefined)[] {
  const found: (T | undefined)[] = [];
  let next: T | undefined;
  for (const item of items.toReversed()) {
    if (isWanted(item)) next = item;
    found.push(next);
  }
  return found.reverse();
}
