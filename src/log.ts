/**
 * A log line: what it is about as data, then a sentence. The shape of pino's methods, so that tests can hand in their own. What was
 * thrown is `err`, the one name under which pino writes message and stack; as `error` it would be written as `{}`.
 */
type Write = (
  about: Readonly<Record<string, unknown>> & { readonly error?: never },
  sentence: string,
) => void;

export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}
