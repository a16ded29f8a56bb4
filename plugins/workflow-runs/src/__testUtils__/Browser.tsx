import { useLocation, useNavigate } from 'react-router-dom';

/** The URL in words, and the browser's back button. */
export function Browser() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return (
    <button onClick={() => navigate(-1)}>
      {`Back from ${pathname}${search}`}
    </button>
  );
}
