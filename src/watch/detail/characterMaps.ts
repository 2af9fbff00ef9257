/**
 * The character maps that PDF files of Chinese word processors name without holding them, for fonts that are not embedded. A map leads
 * from the codes of a text to the glyphs of a font, and another from those to Unicode; where only the text is wanted, the glyphs may be
 * numbered by their Unicode itself, and both maps follow from what a `TextDecoder` knows.
 */
const UNICODE = /^Uni(?:GB|CNS|JIS|KS)-(?:UCS2|UTF16)-[HV]$/;
const CHINESE = /^(?:GBK-EUC|GBKp-EUC|GBK2K|GB-EUC|GBpc-EUC)-[HV]$/;
const TO_UNICODE = /^Adobe-(?:GB1|CNS1|Japan1|Korea1)-UCS2$/;

const hex = (code: number, digits: number): string => `<${code.toString(16).padStart(digits, '0')}>`;
const cmap = (name: string, space: string, body: string): string =>
  `/CIDInit /ProcSet findresource begin begincmap /CMapName /${name} def ${space} ${body} endcmap end`;
const TWO_BYTES = '1 begincodespacerange <0000> <ffff> endcodespacerange';

/** GBK, one or two bytes a character. */
function chinese(name: string): string {
  const decoder = new TextDecoder('gbk');
  const lines = ['1 begincidrange <00> <7f> 0 endcidrange'];
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    const row: string[] = [];
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      const code = text.codePointAt(0) ?? 0xfffd;
      if (text.length === 1 && code !== 0xfffd) row.push(`${hex(lead * 256 + trail, 4)} ${code}`);
    }
    lines.push(`${row.length} begincidchar ${row.join(' ')} endcidchar`);
  }
  const space = '2 begincodespacerange <00> <80> <8140> <fefe> endcodespacerange';
  return cmap(name, space, lines.join('\n'));
}

/** What pdf.js asks for such maps (`BinaryDataFactory`), for one file; it gives them as their text, unpacked (`cMapPacked: false`). */
export class CharacterMaps {
  #numbered = false;

  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const text = this.#textOf(filename);
    if (text === null) throw new Error(`there is no ${filename} here`);
    return new TextEncoder().encode(text);
  }

  #textOf(name: string): string | null {
    if (UNICODE.test(name) || CHINESE.test(name)) {
      this.#numbered = true;
      return CHINESE.test(name)
        ? chinese(name)
        : cmap(name, TWO_BYTES, '1 begincidrange <0000> <ffff> 0 endcidrange');
    }
    // Glyphs that a file numbers itself are not numbered by their Unicode.
    if (!TO_UNICODE.test(name) || !this.#numbered) return null;
    return cmap(name, TWO_BYTES, '1 beginbfrange <0000> <ffff> <0000> endbfrange');
  }
}
