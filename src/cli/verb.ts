import type { Translate } from '../chat/catalogue/index.ts';
import type { Config } from '../config.ts';
import type { Progress } from '../progress.ts';

/** One verb of the command line. */
export interface Verb {
  /** As shown in the usage: `article REF`. */
  readonly usage: string;
  /** Options with a value; `--json` is every verb's. */
  readonly options?: readonly string[];
  /** How many positional arguments it takes. */
  readonly positionals: readonly [least: number, most: number];
  run(input: VerbInput): Promise<ExitCode>;
}

export interface VerbInput {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string | undefined>>;
  readonly json: boolean;
  readonly config: Config;
  readonly t: Translate;
  /** Standard output: the result, and nothing else. */
  readonly print: (text: string) => void;
  /** Standard error: what went wrong. */
  readonly complain: (text: string) => void;
  /** How far a long work is, on standard error. */
  readonly onProgress: Progress;
}

/** 0: done. 1: failed, or names nothing. 2: bad usage. */
export type ExitCode = 0 | 1 | 2;

/** One JSON document, or what people read. */
export function show({ json, print }: VerbInput, document: unknown, text: () => string): void {
  print(json ? JSON.stringify(document) : text());
}
