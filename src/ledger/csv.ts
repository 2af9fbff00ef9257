/**
 * Comma-separated values (RFC 4180) that spreadsheets open as they are: a byte-order mark says that it is UTF-8, and no cell of
 * ours is taken for a formula, whatever a page had for a title.
 */
export function toCsv(
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  return `\ufeff${[header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** What a spreadsheet would run: `=HYPERLINK(…)`, `+1`, `@SUM`, behind white space too. A number of ours stays one. */
const FORMULA = /^[\s\u3000]*[=+\-@＝＋－＠]/;

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
