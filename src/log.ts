/** A log line: what it is about as data, then a sentence. The shape of pino's methods, so that tests can hand in their own. */
type Write = (about: Readonly<Record<string, unknown>>, sentence: string) => void;

export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}
