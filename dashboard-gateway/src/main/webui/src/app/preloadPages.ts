import { router } from './router';

/** By then the first page has what it needs. */
const AFTER_MS = 2_000;

/** Fetches the code of every page ahead, so that all of them open at once, also while the gateway is away. */
export function preloadPages(): void {
  setTimeout(() => {
    for (const route of Object.values(router.routesById)) {
      const component = route.options.component as { preload?: () => Promise<void> } | undefined;
      // A page that does not come now is fetched when it is asked for, and says so if it fails then.
      component?.preload?.().catch(() => undefined);
    }
  }, AFTER_MS);
}
