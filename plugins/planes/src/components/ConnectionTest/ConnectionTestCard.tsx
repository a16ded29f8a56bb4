import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import { useCallback, useEffect, useId, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { CardSkeleton } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useLivePlane } from '../../live/useLivePlane';
import { TestButton } from './TestButton';
import { CONNECTION_TEST_ID } from './testLink';
import { TestView } from './TestView';
import { usePlaneTest } from './usePlaneTest';
import { showAndFocus } from './showAndFocus';
import { useTestRequest } from './useTestRequest';

const TITLE = 'Connection test';

function TestOfPlane(props: { uid: string }) {
  const section = useRef<HTMLElement>(null);
  const explanationId = useId();
  const { hash } = useLocation();
  const test = usePlaneTest(props.uid);
  const { permission, start } = test;

  const focus = useCallback(() => {
    if (section.current) {
      showAndFocus(section.current);
    }
  }, []);
  useEffect(() => {
    if (hash === `#${CONNECTION_TEST_ID}`) {
      focus();
    }
  }, [hash, focus]);
  useTestRequest(permission !== 'checking', () => {
    focus();
    if (permission === 'granted') {
      start({ fresh: false });
    }
  });

  return (
    <Box
      component="section"
      ref={section}
      id={CONNECTION_TEST_ID}
      tabIndex={-1}
      aria-label={TITLE}
      // Focus comes here by a link or a button elsewhere, never by the keyboard's order.
      sx={{ '&&:focus-visible': { outline: 'none' } }}
    >
      <EntityInfoCard
        title={TITLE}
        headerActions={<TestButton test={test} explainedBy={explanationId} />}
      >
        <TestView test={test} explanationId={explanationId} />
      </EntityInfoCard>
    </Box>
  );
}

/** Tests the connection to a plane step by step, and shows the last result. */
export function ConnectionTestCard() {
  const { live } = useLivePlane();
  if (live.status === 'loading') {
    return (
      <EntityInfoCard title={TITLE}>
        <CardSkeleton lines={8} />
      </EntityInfoCard>
    );
  }
  if (live.status !== 'ready') {
    return null;
  }
  const { uid } = live.view.plane;
  return <TestOfPlane key={uid} uid={uid} />;
}
