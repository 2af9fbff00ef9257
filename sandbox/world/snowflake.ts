const DISCORD_EPOCH = 1_420_070_400_000;

/** The snowflake that carries this time and this sequence number. */
export const snowflakeAt = (ms: number, sequence = 0): string =>
  ((BigInt(Math.max(0, Math.floor(ms) - DISCORD_EPOCH)) << 22n) | BigInt(sequence & 0x3f_ffff)).toString();

/** The time inside a snowflake, in milliseconds since the epoch. */
export const timeOf = (id: string): number => Number(BigInt(id) >> 22n) + DISCORD_EPOCH;

/** Orders ids by age: negative when `a` is older. Ids are decimal strings without leading zeros. */
export const olderFirst = (a: string, b: string): number =>
  a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/** Makes ids that never repeat and always grow, even while the clock stands still or goes back. */
export const snowflakes = (now: () => number): (() => string) => {
  let last = 0n;
  return () => {
    const fresh = BigInt(snowflakeAt(now()));
    last = fresh > last ? fresh : last + 1n;
    return last.toString();
  };
};

/** What may stand where Discord expects an id: `1234567890123456789`; not `0x1`, `-1` or 30 digits. */
export const isSnowflake = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{1,20}$/.test(value) && BigInt(value) < 1n << 64n;
