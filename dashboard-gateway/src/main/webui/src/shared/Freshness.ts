import { createContext } from 'react';

/** Whether the page is told of changes. Where it is not, what it shows may have been overtaken. */
export const Freshness = createContext(true);
