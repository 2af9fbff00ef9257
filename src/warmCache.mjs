import './compileCache.mjs';

// Run once after `npm ci`: compiles what the bot and the command line are made of into the cache, so that already the first
// start is quick and small. It starts nothing and writes nothing else. Node keeps a cache for each set of its options: they are the same in every
// script of package.json. A Node that cannot run Tiaoli at all says so at `npm start`, not here.
if (Number.parseInt(process.versions.node, 10) >= 26) {
  const modules = [
    './main.ts',
    './cli.ts',
    '../feeds/index.ts',
    './deliver/outbox.ts',
    './deliver/hold.ts',
    './deliver/render.ts',
    './http/followUps.ts',
    './chat/views/duties.ts',
    './watch/tick.ts',
    './link/link.ts',
    './corpus/summarise/summarise.ts',
    './corpus/related/related.ts',
    './corpus/compare/ask.ts',
    './corpus/citations/find.ts',
    '../corpus/topics.ts',
    '../sandbox/index.ts',
  ];
  await Promise.all(modules.map((module) => import(module)));
  // What every start runs is run once, so that its functions are in the cache too: the texts are read, a store is opened in memory.
  const [{ openTexts }, { openStore }] = await Promise.all([
    import('./openTexts.ts'),
    import('./store/open.ts'),
  ]);
  const texts = await openTexts({ corpusDir: null, databaseUrl: 'file::memory:' });
  if (texts.ok) texts.value.search.search('人才', { limit: 5 });
  const store = await openStore('file::memory:');
  if (store.ok) await store.value.close();
}
