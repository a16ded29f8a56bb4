import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { asksForTest, withoutTestRequest } from './testLink';

/**
 * Answers a URL that asks for a test, once: the request is removed from the URL.
 *
 * @param ready - whether the request can be answered yet
 */
export function useTestRequest(ready: boolean, onRequest: () => void): void {
  const { search, hash } = useLocation();
  const navigate = useNavigate();
  const requested = ready && asksForTest(search);
  useEffect(() => {
    if (requested) {
      navigate({ search: withoutTestRequest(search), hash }, { replace: true });
      onRequest();
    }
  }, [requested, search, hash, navigate, onRequest]);
}
