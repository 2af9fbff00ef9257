import { type Document, type ErrorCode, isScalar, LineCounter, parseDocument, stringify, visit } from 'yaml';
import { fail, ok, type Result } from '../../result.ts';
import { type FaultCode, faultAt, type ImportFault } from './fault.ts';
import { type ConfigurationFile, readConfiguration } from './file.ts';

/** In bytes: far more than any server may have needs. */
export const fileLimit = 512 * 1024;

/**
 * A configuration, or those of several servers, as YAML that people read and change. Ids of Discord stay text: as numbers they would
 * lose digits. What comes twice is written twice.
 */
export const toYaml = (file: object): string =>
  `# Tiaoli\n${stringify(file, { lineWidth: 0, singleQuote: true, aliasDuplicateObjects: false })}`;

/** A configuration from YAML or JSON (which YAML holds); or all that is wrong. Aliases that swell are refused. */
export function fromYaml(text: string): Result<ConfigurationFile, readonly ImportFault[]> {
  const value = parseYaml(text);
  return value.ok ? readConfiguration(value.value) : value;
}

/** The configurations of several servers by their ids, as the command line exports them: `{tiaoli: 1, guilds: {"123…": {…}}}`. */
export function fromServersYaml(
  text: string,
): Result<Readonly<Record<string, ConfigurationFile>>, readonly ImportFault[]> {
  const value = parseYaml(text);
  if (!value.ok) return value;
  const document = value.value;
  if (!isObject(document)) return fail([faultAt('', 'type', { expected: 'object' })]);
  const { guilds } = document;
  if (guilds === undefined) return fail([faultAt('guilds', 'missing')]);
  if (!isObject(guilds)) return fail([faultAt('guilds', 'type', { expected: 'object' })]);
  const faults: ImportFault[] = [];
  const files: Record<string, ConfigurationFile> = {};
  for (const [id, given] of Object.entries(guilds)) {
    const here = `guilds.${id}`;
    const read = readConfiguration(given);
    if (!/^\d{1,20}$/.test(id)) faults.push(faultAt(here, 'bad-id'));
    else if (read.ok) files[id] = read.value;
    else
      for (const { where, code, about } of read.error)
        faults.push(faultAt(where === '' ? here : `${here}.${where}`, code, about));
  }
  return faults.length > 0 ? fail(faults) : ok(files);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the library calls a file's faults that people can tell apart; all others are `yaml`. */
const YAML_FAULTS: Readonly<Partial<Record<ErrorCode, FaultCode>>> = {
  BAD_INDENT: 'yaml-indent',
  BLOCK_AS_IMPLICIT_KEY: 'yaml-indent',
  TAB_AS_INDENT: 'yaml-tab',
  MISSING_CHAR: 'yaml-mark',
  BAD_ALIAS: 'yaml-aliases',
  MULTIPLE_DOCS: 'yaml-documents',
  RESOURCE_EXHAUSTION: 'yaml-deep',
};

/** In a time that grows with the text alone: the library's own look for keys that come twice, and at every error, takes minutes. */
function parseYaml(text: string): Result<unknown, readonly ImportFault[]> {
  const lineCounter = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  try {
    const document = parseDocument(text.replace(/^\ufeff/, ''), {
      ...{ schema: 'core', uniqueKeys: false, prettyErrors: false, lineCounter },
    });
    const [error] = document.errors;
    if (error) return fail([faultAt('', YAML_FAULTS[error.code] ?? 'yaml', at(error.pos[0]))]);
    const twice = keyTwice(document);
    if (twice) return fail([faultAt('', 'key-twice', { key: twice.key, ...at(twice.offset) })]);
    return ok(document.toJS({ maxAliasCount: 20 }));
  } catch (error) {
    // More aliases than allowed, or of nothing.
    if (error instanceof ReferenceError) return fail([faultAt('', 'yaml-aliases')]);
    // Lists within lists within lists, without an end.
    if (error instanceof RangeError) return fail([faultAt('', 'yaml-deep')]);
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
