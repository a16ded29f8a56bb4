import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { PlaneView } from '@openchoreo-planes/backstage-plugin-planes-common';
import { usePlaneDependents } from '@openchoreo-planes/backstage-plugin-planes-react';
import { PlaneCard } from '../PlaneCard';
import { PlaneLinkList } from '../NameList';
import { dependentFigures } from './dependentFigures';
import { Figures } from './Figures';
import { ResourceDependents } from './ResourceDependents';

function Dependents(props: { view: PlaneView }) {
  const { view } = props;
  const { observes } = view;
  const dependents = usePlaneDependents(view.plane.uid);
  const figures = dependentFigures(view, dependents.value?.counts);
  return (
    <Stack spacing={2}>
      {figures.length > 0 && <Figures figures={figures} />}
      <ResourceDependents dependents={dependents} />
      {observes.length > 0 && (
        <div>
          <Typography
            variant="body2"
            component="h4"
            fontWeight="fontWeightMedium"
          >
            Planes that send their logs and metrics here
          </Typography>
          <PlaneLinkList planes={observes} />
        </div>
      )}
    </Stack>
  );
}

/** What no longer works when a plane is gone: environments, workflows, and the planes that it observes. */
export function DependentsCard() {
  return (
    <PlaneCard title="Depends on this plane" lines={3}>
      {view => <Dependents view={view} />}
    </PlaneCard>
  );
}
