import { useApp } from '@backstage/core-plugin-api';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { runRouteRef } from '../../routes';

// Each is loaded when it is shown: whoever looks at the list does not wait for the timeline.
const RunsPage = lazy(() =>
  import('../RunsPage').then(m => ({ default: m.RunsPage })),
);
const RunPage = lazy(() =>
  import('../RunPage').then(m => ({ default: m.RunPage })),
);

/** All runs, and the page of each, at their paths. */
export function WorkflowRunsPage() {
  const { NotFoundErrorPage, Progress } = useApp().getComponents();
  return (
    <Suspense fallback={<Progress />}>
      <Routes>
        <Route path="/" element={<RunsPage />} />
        <Route path={runRouteRef.path} element={<RunPage />} />
        <Route path="*" element={<NotFoundErrorPage />} />
      </Routes>
    </Suspense>
  );
}
