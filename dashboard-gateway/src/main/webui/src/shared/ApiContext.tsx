import { createContext, use } from 'react';
import type { Api } from './api';

export const ApiContext = createContext<Api | null>(null);

export function useApi(): Api {
  const api = use(ApiContext);
  if (!api) {
    throw new Error('useApi needs a signed-in person');
  }
  return api;
}
