import type { Unit } from '../types.ts';
import type { Heading } from './headings.ts';
import type { ItemMarker } from './label/marker.ts';
import type { Line } from './lines.ts';

/** What a line is in the structure of the text. */
export type Role =
  | { readonly kind: 'heading'; readonly heading: Heading }
  | { readonly kind: 'unit'; readonly unit: Pick<Unit, 'kind' | 'label' | 'number'> }
  | { readonly kind: 'text'; readonly marker: ItemMarker | null };

/** A line with its role and its text, labels removed. Empty for a heading that is a name and nothing more. */
export interface Block {
  readonly line: Line;
  readonly role: Role;
  readonly text: string;
}

/** It begins with a marker of its own, or is a row of a table: it belongs to the paragraph above it. */
export const isListed = ({ role, text }: Block): boolean =>
  role.kind === 'text' && (role.marker !== null || text.startsWith('|'));
