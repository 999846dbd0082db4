import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { DrawChart } from '../export/choices';

/** The width of a chart in a file, in CSS pixels, whatever the screen. */
const FILE_WIDTH = 960;
/** A chart's code may still have to come. */
const DRAWN_WITHIN_MS = 10_000;

/**
 * Draws a chart beside the page for a file. The one on the page will not do: it may be as narrow as a phone, have the
 * focus or a pointer on it, or be shown as a table.
 */
export function drawOffScreen(chart: ReactNode): DrawChart {
  return async (task) => {
    const host = document.createElement('div');
    host.inert = true;
    host.setAttribute('aria-hidden', 'true');
    host.style.cssText = `position: absolute; left: -10000px; top: 0; width: ${FILE_WIDTH}px`;
    document.body.append(host);
    const root = createRoot(host);
    try {
      root.render(chart);
      return task(await drawn(host));
    } finally {
      root.unmount();
      host.remove();
    }
  };
}

function drawn(host: HTMLElement): Promise<SVGSVGElement> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const svg = host.querySelector('svg');
      if (svg) {
        observer.disconnect();
        clearTimeout(timer);
        resolve(svg);
      }
    };
    const observer = new MutationObserver(look);
    const timer = setTimeout(() => {
      observer.disconnect();
      reject(new Error('The chart could not be drawn.'));
    }, DRAWN_WITHIN_MS);
    observer.observe(host, { childList: true, subtree: true });
    look();
  });
}
