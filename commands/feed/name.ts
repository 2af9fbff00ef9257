import type { FeedDefinition } from '../../src/watch/types.ts';

/** The source that is meant by what is typed: its id, its address, or its name where no other has the same. */
export function findSource<Source extends Pick<FeedDefinition, 'id' | 'url' | 'name'>>(
  sources: readonly Source[],
  typed: string,
): Source | undefined {
  const wanted = typed.trim();
  const named = sources.filter(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  return (
    sources.find(({ id, url }) => id === wanted || url === wanted) ??
    (named.length === 1 ? named[0] : undefined)
  );
}
