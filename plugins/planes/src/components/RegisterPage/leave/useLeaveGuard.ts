import { useCallback, useEffect, useRef, useState } from 'react';

/** A link that was clicked while something would be lost. */
export interface HeldLink {
  /** Stays on the page. */
  stay: () => void;
  /** Goes where the link leads. */
  leave: () => void;
}

function leavesPage(event: MouseEvent): HTMLAnchorElement | undefined {
  const { target, button } = event;
  const modified =
    event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  const link =
    target instanceof Element
      ? target.closest<HTMLAnchorElement>('a[href]')
      : null;
  if (!link || button !== 0 || modified || event.defaultPrevented) {
    return undefined;
  }
  const opensElsewhere =
    (link.target !== '' && link.target !== '_self') ||
    link.hasAttribute('download');
  const url = new URL(link.href, window.location.href);
  return !opensElsewhere &&
    url.origin === window.location.origin &&
    url.pathname !== window.location.pathname
    ? link
    : undefined;
}

/**
 * Asks before the page is left: holds links of the portal back, and lets the browser ask before it closes or reloads.
 *
 * @remarks
 * The portal's router cannot hold a navigation back, so clicks are caught before it hears of them.
 *
 * @param active - whether anything would be lost
 * @returns the link that waits for an answer
 */
export function useLeaveGuard(active: boolean): HeldLink | undefined {
  const [held, setHeld] = useState<HTMLAnchorElement>();
  const letPass = useRef(false);
  useEffect(() => {
    if (!active) {
      return undefined;
    }
    const onClick = (event: MouseEvent) => {
      const link = letPass.current ? undefined : leavesPage(event);
      if (link) {
        event.preventDefault();
        event.stopPropagation();
        setHeld(link);
      }
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      // Some browsers ask only so.
      event.returnValue = true;
    };
    document.addEventListener('click', onClick, { capture: true });
    window.addEventListener('beforeunload', onUnload);
    return () => {
      document.removeEventListener('click', onClick, { capture: true });
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [active]);
  const stay = useCallback(() => setHeld(undefined), []);
  const leave = useCallback(() => {
    setHeld(undefined);
    letPass.current = true;
    // As if it were clicked again, so that whatever the link does beside navigating is done.
    held?.click();
    letPass.current = false;
  }, [held]);
  return held && { stay, leave };
}
