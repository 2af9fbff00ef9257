import { type Document, isScalar, LineCounter, parseDocument, stringify, visit } from 'yaml';
import { fail, ok, type Result } from '../../result.ts';
import { type ConfigurationFile, readConfiguration } from './file.ts';

/** In bytes: far more than any server may have needs. */
export const fileLimit = 512 * 1024;

/**
 * A configuration, or those of several servers, as YAML that people read and change. Ids of Discord stay text: as numbers they would
 * lose digits. What comes twice is written twice.
 */
export const toYaml = (file: object): string =>
  `# Tiaoli\n${stringify(file, { lineWidth: 0, singleQuote: true, aliasDuplicateObjects: false })}`;

/** A configuration from YAML or JSON (which YAML holds); a sentence for each thing that is wrong. Aliases that swell are refused. */
export function fromYaml(text: string): Result<ConfigurationFile, readonly string[]> {
  const value = parseYaml(text);
  return value.ok ? readConfiguration(value.value) : value;
}

/** The configurations of several servers by their ids, as the command line exports them: `{tiaoli: 1, guilds: {"123…": {…}}}`. */
export function fromServersYaml(
  text: string,
): Result<Readonly<Record<string, ConfigurationFile>>, readonly string[]> {
  const value = parseYaml(text);
  if (!value.ok) return value;
  const document = value.value;
  if (typeof document !== 'object' || document === null || !('guilds' in document))
    return fail(['file: has no "guilds"']);
  const { guilds } = document;
  if (typeof guilds !== 'object' || guilds === null || Array.isArray(guilds))
    return fail(['guilds: an object from server ids is expected']);
  const faults: string[] = [];
  const files: Record<string, ConfigurationFile> = {};
  for (const [id, given] of Object.entries(guilds)) {
    const read = readConfiguration(given);
    if (!/^\d{1,20}$/.test(id)) faults.push(`guilds.${id}: no id of a server`);
    else if (read.ok) files[id] = read.value;
    else faults.push(...read.error.map((fault) => `guilds.${id}.${fault}`));
  }
  return faults.length > 0 ? fail(faults) : ok(files);
}

/** In a time that grows with the text alone: the library's own look for keys that come twice, and at every error, takes minutes. */
function parseYaml(text: string): Result<unknown, readonly string[]> {
  const lineCounter = new LineCounter();
  const at = (offset: number): string => {
    const { line, col } = lineCounter.linePos(offset);
    return `line ${line}, column ${col}`;
  };
  try {
    const document = parseDocument(text.replace(/^\ufeff/, ''), {
      ...{ schema: 'core', uniqueKeys: false, prettyErrors: false, lineCounter },
    });
    const [error] = document.errors;
    if (error) return fail([`file: ${error.message} (${at(error.pos[0])})`]);
    const twice = keyTwice(document);
    if (twice) return fail([`file: ${twice.key} comes twice (${at(twice.offset)})`]);
    return ok(document.toJS({ maxAliasCount: 20 }));
  } catch (error) {
    // More aliases than allowed; lists within lists within lists, without an end.
    if (error instanceof ReferenceError || error instanceof RangeError)
      return fail([`file: ${error.message}`]);
    throw error;
  }
}

/** A key that a map has twice, of which one would be lost. */
function keyTwice(document: Document) {
  const found: { readonly key: string; readonly offset: number }[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) {
          found.push({ key: name, offset: key.range?.[0] ?? 0 });
          return visit.BREAK;
        }
        seen.add(name);
      }
      return undefined;
    },
  });
  return found[0];
}
