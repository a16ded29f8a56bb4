import { useHref } from 'react-router-dom';

/**
 * The name under which the browser keeps a draft.
 *
 * @param mode - `new`, or what is changed
 */
export function useDraftKey(mode: string): string {
  // Several portals may be at different paths of one host.
  const portal = useHref('/');
  return `openchoreo-planes:registration:${portal}:${mode}`;
}
