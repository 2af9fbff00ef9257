/** Keeps the control surface to this machine's own pages and programs. */
import type { IncomingMessage } from 'node:http';

/** `localhost:7575`, `127.0.0.1:7575`; not `sandbox.example:7575`, which a hostile name server may point at us. */
const LOCAL_HOST = /^(localhost|127\.0\.0\.1)(:\d+)?$/;

/** Why a request is turned away; `undefined` for one that may pass. */
export const objection = (request: IncomingMessage): string | undefined => {
  const { host = '', origin, 'content-type': type = '' } = request.headers;
  if (!LOCAL_HOST.test(host)) return 'only localhost is answered';
  if (origin !== undefined && origin !== `http://${host}`) return 'only the sandbox page may ask';
  const writes = request.method !== 'GET' && request.method !== 'HEAD';
  if (writes && !type.startsWith('application/json')) return 'the body must be application/json';
  return undefined;
};
