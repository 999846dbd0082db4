import type { MouseEvent } from 'react';

/** Where something leads: an address that can be copied or opened elsewhere, and the way there without a reload. */
export interface PageLink {
  readonly href: string;
  readonly follow: () => void;
}

/** Follows a link within the page, and leaves it to the browser to open it in another tab or window. */
export function onFollow(link: PageLink): (event: MouseEvent) => void {
  return (event) => {
    if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      link.follow();
    }
  };
}
