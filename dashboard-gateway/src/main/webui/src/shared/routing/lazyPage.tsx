import type { RouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';

/**
 * A page whose code comes when it is first asked for. The router waits for it, and shows the page's failure when it
 * does not come; asked again, it is fetched again. (The router's own helper reloads the whole document instead, which
 * would throw away every figure on screen when the gateway is merely away.)
 */
export function lazyPage(load: () => Promise<ComponentType>): RouteComponent {
  let Page: ComponentType | undefined;
  const preload = async (): Promise<void> => {
    Page ??= await load();
  };
  function LazyPage() {
    if (!Page) {
      throw new Error('The page was shown before its code had come.');
    }
    return <Page />;
  }
  return Object.assign(LazyPage, { preload });
}
