import './compileCache.mjs';

// Run once after `npm ci`: compiles what the bot and the command line are made of into the cache, so that already the first
// start is quick and small. It starts nothing. Node keeps a cache for each set of its options: they are the same in every
// script of package.json. A Node that cannot run Tiaoli at all says so at `npm start`, not here.
if (Number.parseInt(process.versions.node, 10) >= 26) {
  const modules = [
    './main.ts',
    './cli.ts',
    './watch/tick.ts',
    './link/link.ts',
    '../corpus/topics.ts',
    '../sandbox/index.ts',
  ];
  await Promise.all(modules.map((module) => import(module)));
}
