/**
 * A thread of its own (`draw.ts` starts it): an SVG as `workerData`, its PNG as message. What drawing takes of memory goes with it.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
const font = (name: string): Promise<Buffer> => readFile(new URL(`./fonts/${name}`, import.meta.url));
const [module, regular, bold] = await Promise.all([
  readFile(wasm),
  font('NotoSansSC-Regular.ttf'),
  font('NotoSansSC-Bold.ttf'),
]);
await initWasm(module);
const drawing = new Resvg(String(workerData), {
  font: { fontBuffers: [regular, bold], defaultFontFamily: 'Noto Sans SC', loadSystemFonts: false },
});
parentPort?.postMessage(drawing.render().asPng());
