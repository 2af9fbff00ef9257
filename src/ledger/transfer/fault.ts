import type { z } from 'zod';
import type { TopicFault } from '../readTopic.ts';

/**
 * What can be wrong with a file. `topic`: as `about.fault` says, the code of a topic's fault; `refused`: as `about.cause` does, the
 * cause for which an address is not visited; `type`: `about.expected` is one of `valueTypes`.
 */
export type FaultCode =
  | (typeof ruleCodes)[number]
  | 'above'
  | 'below'
  | 'choice'
  | 'empty'
  | 'everyone'
  | 'key-twice'
  | 'limit'
  | 'missing'
  | 'no-article'
  | 'no-channel'
  | 'no-source'
  | 'no-topic'
  | 'opml-none'
  | 'opml-no-address'
  | 'refused'
  | 'shape'
  | 'too-long'
  | 'too-many'
  | 'topic'
  | 'topic-followed'
  | 'twice'
  | 'type'
  | 'unknown-field'
  | 'yaml'
  | 'yaml-aliases'
  | 'yaml-deep'
  | 'yaml-documents'
  | 'yaml-indent'
  | 'yaml-mark'
  | 'yaml-tab';

/** One thing that is wrong: the catalogue words it, `import.fault.<code>`, by what `about` names. What is quoted may be anything. */
export interface ImportFault {
  /** The place as the file writes it, `subscriptions.0.channel`; nothing for the file itself. */
  readonly where: string;
  readonly code: FaultCode;
  readonly about: Readonly<Record<string, string | number>>;
}

export const faultAt = (where: string, code: FaultCode, about: ImportFault['about'] = {}): ImportFault => ({
  where,
  code,
  about,
});

export const topicFaultAt = (where: string, { code, about }: TopicFault): ImportFault =>
  faultAt(where, 'topic', { ...about, fault: code });

/** The rules of the file's shape that say as their message which fault it is to break them. */
const ruleCodes = ['bad-id', 'bad-selector', 'bad-time', 'bad-url', 'bad-zone', 'thresholds-cross'] as const;
export type RuleCode = (typeof ruleCodes)[number];

/** What a value is expected to be, as the schema calls it. */
export const valueTypes = ['array', 'boolean', 'int', 'number', 'object', 'string'] as const;

/** A fault from what the schema found, which was told to report what it was given. */
export function faultOf(issue: z.core.$ZodIssue): ImportFault {
  const where = issue.path.map(String).join('.');
  const is = (code: FaultCode, about: ImportFault['about'] = {}): ImportFault => faultAt(where, code, about);
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.input === undefined) return is('missing');
      const expected = valueTypes.find((type) => type === issue.expected);
      return expected === undefined ? is('shape') : is('type', { expected });
    }
    case 'too_big': {
      const most = Number(issue.maximum);
      if (issue.origin === 'string') return is('too-long', { most });
      return is(issue.origin === 'array' ? 'too-many' : 'above', { most });
    }
    case 'too_small':
      return issue.origin === 'string' ? is('empty') : is('below', { least: Number(issue.minimum) });
    case 'invalid_value':
      if (issue.input === undefined) return is('missing');
      return is('choice', { options: issue.values.map(String).join(', ') });
    case 'invalid_union':
      return 'options' in issue
        ? is('choice', { options: (issue.options ?? []).map(String).join(', ') })
        : is('shape');
    case 'unrecognized_keys':
      return is('unknown-field', { fields: issue.keys.join(', ') });
    default:
      return is(ruleCodes.find((code) => code === issue.message) ?? 'shape');
  }
}
