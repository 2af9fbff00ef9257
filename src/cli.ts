import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { localeOf, translator } from './chat/catalogue/index.ts';
import { article } from './cli/article.ts';
import { backup } from './cli/backup.ts';
import { compare } from './cli/compare.ts';
import { duties } from './cli/duties.ts';
import { feedCheck } from './cli/feedCheck.ts';
import { coverage, measures } from './cli/ledger.ts';
import { link } from './cli/link.ts';
import { parse } from './cli/parse.ts';
import { related } from './cli/related.ts';
import { search } from './cli/search.ts';
import { summary } from './cli/summary.ts';
import { exportAll, importAll } from './cli/transfer.ts';
import type { ExitCode, Verb } from './cli/verb.ts';
import { why } from './cli/why.ts';
import { configSentence, readConfig } from './config.ts';
import { drawProgress, sayProgress } from './progress.ts';

/** The same abilities from a terminal, for scripts and operators. */
const verbs: Readonly<Record<string, Verb>> = {
  parse,
  article,
  search,
  duties,
  related,
  summary,
  compare,
  link,
  'feed check': feedCheck,
  why,
  measures,
  coverage,
  backup,
  export: exportAll,
  import: importAll,
};

const t = translator(localeOf(process.env.LC_ALL ?? process.env.LANG));
const complain = (text: string): void => void process.stderr.write(`${text}\n`);
const onProgress = process.stderr.isTTY
  ? drawProgress((text) => process.stderr.write(text), t)
  : sayProgress(
      (done, total) => complain(t('texts.reading', { done, total })),
      () => new Date(),
    );
const print = (text: string): void => void process.stdout.write(`${text}\n`);

// Imported by `warmCache.mjs` as well, which only wants it compiled.
if (import.meta.main) {
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  process.exitCode = await main(process.argv.slice(2));
}

async function main(argv: readonly string[]): Promise<ExitCode> {
  const name = Object.keys(verbs).find((name) => name === argv.slice(0, name.split(' ').length).join(' '));
  const verb = name === undefined ? undefined : verbs[name];
  if (name === undefined || !verb) {
    const asked = argv[0] ?? '';
    const wantsHelp = ['', 'help', '--help', '-h'].includes(asked);
    if (!wantsHelp) complain(t('cli.unknown-verb', { verb: asked }));
    const usage = t('cli.usage', {
      verbs: Object.values(verbs)
        .map((verb) => `  ${verb.usage}`)
        .join('\n'),
    });
    if (wantsHelp && asked !== '') print(usage);
    else complain(usage);
    return wantsHelp && asked !== '' ? 0 : 2;
  }

  const given = readArguments(verb, argv.slice(name.split(' ').length));
  if (typeof given === 'string') {
    complain(t('cli.bad-usage', { verb: name, problem: given }));
    complain(`  ${verb.usage}`);
    return 2;
  }

  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  if (!config.ok) {
    complain(configSentence(config.error, t));
    return 1;
  }
  return verb.run({ ...given, config: config.value, t, print, complain, onProgress });
}

/** The arguments of a verb, or what is wrong with them. */
function readArguments(verb: Verb, argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' as const },
        ...Object.fromEntries((verb.options ?? []).map((option) => [option, { type: 'string' as const }])),
      },
    });
    const [least, most] = verb.positionals;
    if (positionals.length < least)
      return t('cli.argument-missing', {
        name: verb.usage.split(' ').find((word) => /^[A-Z]/.test(word)) ?? '',
      });
    const extra = positionals[most];
    if (extra !== undefined) return t('cli.argument-extra', { value: extra });
    const { json, ...options } = values as Readonly<Record<string, string | undefined>> & { json?: boolean };
    return {
      args: positionals,
      options: options as Readonly<Record<string, string | undefined>>,
      json: json === true,
    };
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return error.message;
    throw error;
  }
}
