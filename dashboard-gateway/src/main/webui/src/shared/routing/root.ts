import { createRootRoute } from '@tanstack/react-router';

/** What every page's route hangs on. A feature names it as the parent of its routes; the app gives it its frame. */
export const root = createRootRoute();
