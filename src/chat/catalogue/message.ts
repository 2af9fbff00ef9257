/** The languages we speak. Law text is never translated: it stays in its own. */
export const locales = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof locales)[number];

/** One message in every language; `{name}` marks a parameter, the same ones in each (a test demands it). */
export type Message = Readonly<Record<Locale, string>>;
export type Messages = Readonly<Record<string, Message>>;

/** The parameters of a template: `'{a} of {b}'` → `'a' | 'b'`. */
type ParameterNames<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterNames<Rest>
  : never;

/** The rest arguments that a message of the catalogue asks for: none, or one record of its parameters. */
export type ParametersOf<M extends Message, Value> = [ParameterNames<M['zh-CN']>] extends [never]
  ? []
  : [parameters: Readonly<Record<ParameterNames<M['zh-CN']>, Value>>];

/** Puts the parameters in their places; a missing one is a bug and throws. */
export function fill(template: string, parameters: Readonly<Record<string, unknown>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (!(name in parameters)) throw new Error(`message parameter {${name}} is missing in: ${template}`);
    return String(parameters[name]);
  });
}

/** Discord's and the system's language tags → ours: `zh-TW`, `zh_HK.UTF-8` → zh-TW; other `zh` → zh-CN; all else English. */
export function localeOf(tag: string | null | undefined): Locale {
  if (!tag?.toLowerCase().startsWith('zh')) return 'en';
  return /^zh[-_](tw|hk|mo|hant)/i.test(tag) ? 'zh-TW' : 'zh-CN';
}
