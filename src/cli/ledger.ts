import { articleList, readArticles } from '../chat/articles.ts';
import { coverage as cover } from '../ledger/coverage.ts';
import { exportMeasure, measuresAsCsv } from '../ledger/export.ts';
import { gather } from '../ledger/gather.ts';
import { nobodys } from '../ledger/see.ts';
import { openTexts } from './openTexts.ts';
import { show, type Verb } from './verb.ts';
import { withStore } from './withStore.ts';

/** `{measures:[{id, title, kind, issuer, place, docNumber, date, …, followUp, url, articles:[{number, link, score, why}]}]}`, newest first; 1 for what names no article. */
export const measures: Verb = {
  usage: 'measures [ARTICLE] [--format csv] [--json]',
  options: ['format'],
  positionals: [0, 1],
  run: (input) =>
    withStore(input, async (store) => {
      const { args, options, t, complain, print } = input;
      const [asked] = args;
      if (options.format !== undefined && options.format !== 'csv') {
        complain(t('cli.option-bad', { option: '--format', value: options.format, expected: 'csv' }));
        return 2;
      }
      using texts = await openTexts(input);
      if (!texts) return 1;
      const articles = asked === undefined ? undefined : readArticles(asked, texts.corpus);
      if (articles === null) {
        const last = texts.corpus.documents[0]?.law.units.at(-1)?.number ?? '';
        complain(t('articles.unreadable', { articles: asked ?? '', last }));
        return 1;
      }
      const effective = texts.corpus.documents[0]?.info.dates.effective ?? '';
      const all = await gather(store, nobodys, articles ? { articles } : {});
      const found = all.map((measure) => exportMeasure(measure, effective));
      if (options.format === 'csv') {
        print(measuresAsCsv(found).trimEnd());
        return 0;
      }
      show(input, { measures: found }, () =>
        found.length === 0
          ? t('cli.measures.none')
          : found
              .map(({ date, title, url, kind, issuer, docNumber, articles }) =>
                t('cli.measures.line', {
                  date: date ?? t('measure.undated'),
                  title,
                  facts: [
                    t(`kind.${kind}`),
                    issuer,
                    docNumber,
                    articles.length > 0
                      ? articleList(
                          articles.map(({ number }) => number).sort((a, b) => a - b),
                          t,
                        )
                      : null,
                  ]
                    .filter(Boolean)
                    .join(' · '),
                  url,
                }),
              )
              .join('\n'),
      );
      return 0;
    }),
};

/** `{day, chapters, places, departments, totals}` as in `src/ledger/coverage.ts`. */
export const coverage: Verb = {
  usage: 'coverage [--json]',
  positionals: [0, 0],
  run: (input) =>
    withStore(input, async (store) => {
      using texts = await openTexts(input);
      const ordinance = texts?.corpus.documents[0];
      if (!ordinance) return 1;
      const covered = cover(ordinance, await gather(store, nobodys), new Date());
      const { plain } = await import('../chat/markdown.ts');
      const { totalsText, articlesText } = await import('../chat/views/coverage.ts');
      show(input, covered, () =>
        [
          plain(totalsText(covered, input.t)),
          ...articlesText(covered, input.t).map((block) => ('text' in block ? plain(block.text) : '')),
        ].join('\n\n'),
      );
      return 0;
    }),
};
