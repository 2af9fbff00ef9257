/**
 * The printed form of an address: `ordinance:23`, `ordinance:23.2`, `ordinance:34..36`. Machines keep and exchange this
 * form; people see a label.
 */
import type { Address } from '../types.ts';

export function printAddress(address: Address): string {
  const { document, unit, paragraph, through } = address;
  if (through !== undefined) return `${document}:${unit}..${through}`;
  return paragraph === undefined ? `${document}:${unit}` : `${document}:${unit}.${paragraph}`;
}

/**
 * Reads back what `printAddress` prints, null for anything else. Whether the passage exists is not asked.
 * Takes `ordinance:10-1`, `my rules:3.2`, `x:34..36`; leaves `23.2`, `ordinance:二`, `ordinance:0.0` alone.
 */
export function parseAddress(text: string): Address | null {
  const match = /^(.+):(\d+(?:-\d+)*)(?:\.([1-9]\d*)|\.\.(\d+(?:-\d+)*))?$/s.exec(text);
  if (!match) return null;
  const [, document = '', unit = '', paragraph, through] = match;
  return {
    document,
    unit,
    ...(paragraph === undefined ? {} : { paragraph: Number(paragraph) }),
    ...(through === undefined ? {} : { through }),
  };
}
