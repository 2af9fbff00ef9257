/**
 * The sandbox as a process of its own: `node sandbox/main.ts [--port 7575] [--token TOKEN]`. Once it listens it prints one line
 * of JSON with `port`, `apiUrl`, `token` and `page`; it ends on SIGINT and SIGTERM.
 */
import { parseArgs } from 'node:util';
import { startSandbox } from './index.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '7575' }, token: { type: 'string' } },
});
const sandbox = await startSandbox({
  port: Number(values.port),
  ...(values.token !== undefined && { token: values.token }),
});
const { port, apiUrl, token } = sandbox;
process.stdout.write(`${JSON.stringify({ port, apiUrl, token, page: `http://localhost:${port}/` })}\n`);

const stop = () => void sandbox.close().then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
