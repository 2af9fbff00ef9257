/** A block or a span; which fields it has goes by `type`. */
export interface MarkdownNode {
  readonly type: string;
  readonly text?: string;
  readonly url?: string;
  readonly level?: number;
  readonly language?: string;
  readonly kind?: string;
  readonly id?: string;
  readonly name?: string;
  readonly seconds?: number;
  readonly style?: string;
  readonly children?: readonly MarkdownNode[];
  readonly items?: readonly {
    readonly depth: number;
    readonly number: string | null;
    readonly children: readonly MarkdownNode[];
  }[];
}
export function parse(text: string): MarkdownNode[];
export function spans(text: string, depth?: number): MarkdownNode[];
