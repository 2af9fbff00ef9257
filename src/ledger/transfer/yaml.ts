import { parse, stringify, YAMLParseError } from 'yaml';
import { fail, type Result } from '../../result.ts';
import { type ConfigurationFile, readConfiguration } from './file.ts';

/** Far more than any server may have needs. */
export const fileLimit = 512 * 1024;

/** A configuration as YAML that people read and change. Ids of Discord stay text: as numbers they would lose digits. */
export const toYaml = (file: ConfigurationFile): string =>
  `# Tiaoli\n${stringify(file, { lineWidth: 0, singleQuote: true })}`;

/** A configuration from YAML or JSON (which YAML holds); a sentence for each thing that is wrong. Aliases that swell are refused. */
export function fromYaml(text: string): Result<ConfigurationFile, readonly string[]> {
  if (text.length > fileLimit) return fail([`file: longer than ${fileLimit} characters`]);
  try {
    return readConfiguration(parse(text.replace(/^\ufeff/, ''), { maxAliasCount: 20, schema: 'core' }));
  } catch (error) {
    if (error instanceof YAMLParseError) return fail([`file: ${error.message}`]);
    // More aliases than allowed.
    if (error instanceof ReferenceError) return fail([`file: ${error.message}`]);
    throw error;
  }
}
