import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fail, ok, type Result } from './result.ts';

/** Answers the bot's own paths; false for any other, which then belongs to somebody else. */
export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Asks one after the other, until one of them answers. */
export const inTurn =
  (...handlers: readonly HttpHandler[]): HttpHandler =>
  async (request, response) => {
    for (const handler of handlers) if (await handler(request, response)) return true;
    return false;
  };

/** Serves the bot's own paths on a port of their own. `port-in-use` names the expected failure. */
export function serve(
  handler: HttpHandler,
  port: number,
  onError: (error: unknown) => void,
): Promise<Result<{ close(): Promise<void> }, 'port-in-use'>> {
  const server = createServer((request, response) => {
    // `GET //` names no path at all.
    if (!URL.canParse(request.url ?? '', 'http://localhost')) {
      response.writeHead(400).end();
      return;
    }
    handler(request, response).then(
      (answered) => {
        if (!answered) response.writeHead(404).end();
      },
      (error: unknown) => {
        onError(error);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      },
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(fail('port-in-use'));
      else reject(error);
    });
    server.listen(port, () =>
      resolve(
        ok({
          close: () =>
            new Promise((closed) => {
              server.close(() => closed());
              server.closeAllConnections();
            }),
        }),
      ),
    );
  });
}
