import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** More places than this are not gone back to. */
const MAX_PLACES = 100;

/**
 * Where the keyboard is after a change of page: Back leads to the link that was followed, as the browser does between
 * documents; a new page begins at its start.
 */
export function useFocusOfPage(): void {
  const router = useRouter();
  useEffect(() => {
    const followed = new Map<string, string>();
    const forgetLeaving = router.subscribe('onBeforeNavigate', ({ fromLocation }) => {
      const link = document.activeElement?.getAttribute('href');
      if (fromLocation && link !== null && link !== undefined) {
        remember(followed, fromLocation.state.__TSR_key ?? '', link);
      }
    });
    const forgetArrival = router.subscribe('onRendered', ({ toLocation, pathChanged }) => {
      if (pathChanged) {
        // A chart is drawn once it knows its width, which is after its page was rendered and before it is painted.
        requestAnimationFrame(() => focusOn(followed.get(toLocation.state.__TSR_key ?? '')));
      }
    });
    return () => {
      forgetLeaving();
      forgetArrival();
    };
  }, [router]);
}

function focusOn(link: string | undefined): void {
  const content = document.getElementById('content');
  const target =
    link === undefined ? null : content?.querySelector<HTMLElement>(`a[href="${CSS.escape(link)}"]`);
  if (target) {
    target.focus({ preventScroll: true });
  } else if (!content?.contains(document.activeElement)) {
    // A page that has put the keyboard somewhere itself, as one with a form does, keeps it there.
    content?.focus({ preventScroll: true });
  }
}

function remember(places: Map<string, string>, key: string, link: string): void {
  places.delete(key);
  places.set(key, link);
  const [oldest] = places.keys();
  if (places.size > MAX_PLACES && oldest !== undefined) {
    places.delete(oldest);
  }
}
