/**
 * Checks of request bodies, with Discord's own codes (docs: reference#error-messages). A check looks at one value and reports
 * what is wrong with it under its path; checks are combined by `object` and `list`. Unknown fields are ignored, as by Discord.
 */
import { type FormErrors, Refusal } from '../rest/refusal.ts';
import { isSnowflake } from '../world/snowflake.ts';

type Path = readonly (string | number)[];

/** Gathers what is wrong with a body. */
export class Report {
  readonly #errors: FormErrors = {};
  #count = 0;

  add(path: Path, code: string, message: string): void {
    this.#count += 1;
    let at = this.#errors;
    for (const step of path) {
      const inner = at[String(step)];
      if (inner !== undefined && !Array.isArray(inner)) at = inner;
      else {
        const made: FormErrors = {};
        at[String(step)] = made;
        at = made;
      }
    }
    const known = at._errors;
    at._errors = [...(Array.isArray(known) ? known : []), { code, message }];
  }

  get clean(): boolean {
    return this.#count === 0;
  }

  /** Ends the request with 50035 when anything was reported. */
  settle(): void {
    if (this.#count > 0) throw new Refusal(400, 50035, 'Invalid Form Body', this.#errors);
  }
}

export type Check = (value: unknown, path: Path, report: Report) => void;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typeError = (type: string): string => `Could not interpret "${type}" as the expected type.`;
const wrongType = (path: Path, report: Report, type: string): void =>
  report.add(path, 'BASE_TYPE_BAD_TYPE', typeError(type));

/**
 * Length limits. Some of Discord's checks count UTF-16 units and some code points, so the larger count must be under the
 * maximum and the smaller one above the minimum: `𠮷` is two towards a maximum and one towards a minimum.
 */
const lengthIn = (text: string, min: number, max: number, path: Path, report: Report): void => {
  if (text.length > max) {
    report.add(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  } else if ([...text].length < min) {
    if (text === '' && min > 0) report.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
    else report.add(path, 'BASE_TYPE_MIN_LENGTH', `Must be ${min} or more in length.`);
  }
};

export const text =
  (max: number, min = 0): Check =>
  (value, path, report) => {
    if (typeof value !== 'string') wrongType(path, report, typeof value);
    else lengthIn(value, min, max, path, report);
  };

/** Integers; integer strings are accepted, as by the API. */
export const integer =
  (min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER): Check =>
  (value, path, report) => {
    const number = typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isInteger(number)) {
      report.add(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`);
    } else if (number < min) {
      report.add(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
    } else if (number > max) {
      report.add(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
    }
  };

export const number: Check = (value, path, report) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    report.add(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not double.`);
  }
};

export const flag: Check = (value, path, report) => {
  if (typeof value !== 'boolean') report.add(path, 'BOOLEAN_TYPE_PARSE', 'Must be either true or false.');
};

export const snowflake: Check = (value, path, report) => {
  if (!isSnowflake(String(value))) {
    report.add(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not snowflake.`);
  }
};

export const oneOf =
  (...allowed: readonly (string | number)[]): Check =>
  (value, path, report) => {
    if (!allowed.some((one) => one === value)) {
      report.add(path, 'BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`);
    }
  };

/** `http:`, `https:` and what else is named; `javascript:alert(1)`, `data:`, `ftp:` and relative ones are refused. */
export const url =
  (max: number, schemes: readonly string[] = ['http:', 'https:']): Check =>
  (value, path, report) => {
    if (typeof value !== 'string') return wrongType(path, report, typeof value);
    lengthIn(value, 1, max, path, report);
    const parsed = URL.canParse(value) ? new URL(value) : null;
    if (parsed === null) report.add(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    else if (!schemes.includes(parsed.protocol)) {
      const named = schemes.map((scheme) => `'${scheme.slice(0, -1)}'`).join(', ');
      report.add(
        path,
        'URL_TYPE_INVALID_SCHEME',
        `Scheme "${parsed.protocol.slice(0, -1)}" is not supported. Scheme must be one of (${named}).`,
      );
    }
  };

/** ISO 8601 with a date and a time: `2026-01-05T09:00:00Z`; not `yesterday`. */
export const timestamp: Check = (value, path, report) => {
  const iso = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;
  if (typeof value !== 'string' || !iso.test(value) || Number.isNaN(Date.parse(value))) {
    report.add(path, 'DATE_TIME_TYPE_PARSE', `Could not parse ${String(value)}. Should be ISO8601.`);
  }
};

export const list =
  (item: Check, max: number, min = 0): Check =>
  (value, path, report) => {
    if (!Array.isArray(value)) {
      report.add(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
    } else if (value.length > max || value.length < min) {
      const bound = value.length > max ? `${max} or fewer` : `between ${min} and ${max}`;
      report.add(path, 'BASE_TYPE_BAD_LENGTH', `Must be ${bound} in length.`);
    } else {
      value.forEach((one, index) => {
        item(one, [...path, index], report);
      });
    }
  };

/** May be left out or null. */
export const optional =
  (check: Check): Check =>
  (value, path, report) => {
    if (value !== undefined && value !== null) check(value, path, report);
  };

/** Must be there. */
export const required =
  (check: Check): Check =>
  (value, path, report) => {
    if (value === undefined || value === null)
      report.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
    else check(value, path, report);
  };

export const object =
  (shape: Readonly<Record<string, Check>>): Check =>
  (value, path, report) => {
    if (!isObject(value)) {
      report.add(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
      return;
    }
    for (const [name, check] of Object.entries(shape)) check(value[name], [...path, name], report);
  };

/** Checks an object as its `type` says; a type that has no place here is refused by `BASE_TYPE_CHOICES`. */
export const byType =
  (kinds: Readonly<Record<number, Check>>): Check =>
  (value, path, report) => {
    if (!isObject(value))
      return report.add(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
    const check = typeof value.type === 'number' ? kinds[value.type] : undefined;
    if (check === undefined) {
      const allowed = Object.keys(kinds).join(', ');
      report.add([...path, 'type'], 'BASE_TYPE_CHOICES', `Value must be one of {${allowed}}.`);
    } else check(value, path, report);
  };

/** No two objects of a list share a value of this field. */
export const unique =
  (field: string, code: string, message: string): Check =>
  (value, path, report) => {
    if (!Array.isArray(value)) return;
    const seen = new Set<unknown>();
    value.forEach((one, index) => {
      if (!isObject(one)) return;
      if (seen.has(one[field])) report.add([...path, index, field], code, message);
      seen.add(one[field]);
    });
  };

/** Several checks of one value. */
export const all =
  (...checks: readonly Check[]): Check =>
  (value, path, report) => {
    for (const check of checks) check(value, path, report);
  };

/** Checks a body and hands it on as what it was checked to be; the one place where JSON becomes a type. */
export const accept = <T>(body: unknown, check: Check): T => {
  const report = new Report();
  check(body, [], report);
  report.settle();
  return body as T;
};
