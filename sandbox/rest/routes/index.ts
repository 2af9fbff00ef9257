import type { Route } from '../router.ts';
import { commandRoutes } from './commands.ts';
import { identityRoutes } from './identity.ts';
import { interactionRoutes } from './interactions.ts';
import { messageRoutes } from './messages.ts';
import { threadRoutes } from './threads.ts';

/** Every route of the stand-in. A request to any other is answered 404 and shows in `unknownRoutes`. */
export const allRoutes = (gatewayUrl: () => string): readonly Route[] => [
  ...identityRoutes(gatewayUrl),
  ...messageRoutes,
  ...threadRoutes,
  ...commandRoutes,
  ...interactionRoutes,
];
