import { useApp } from '@backstage/core-plugin-api';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { editRouteRef, registerRouteRef } from '../../routes';

// Each is loaded when it is shown: whoever looks at the planes does not wait for the forms.
const FleetPage = lazy(() =>
  import('../FleetPage').then(m => ({ default: m.FleetPage })),
);
const RegisterPage = lazy(() =>
  import('../RegisterPage').then(m => ({ default: m.RegisterPage })),
);
const EditPlanePage = lazy(() =>
  import('../EditPlanePage').then(m => ({ default: m.EditPlanePage })),
);

/** All planes, and the forms that register and change them, each at its path. */
export function PlanesPage() {
  const { NotFoundErrorPage, Progress } = useApp().getComponents();
  return (
    <Suspense fallback={<Progress />}>
      <Routes>
        <Route path="/" element={<FleetPage />} />
        <Route path={registerRouteRef.path} element={<RegisterPage />} />
        <Route path={editRouteRef.path} element={<EditPlanePage />} />
        <Route path="*" element={<NotFoundErrorPage />} />
      </Routes>
    </Suspense>
  );
}
