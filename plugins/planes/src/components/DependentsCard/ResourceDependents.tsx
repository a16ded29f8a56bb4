import Typography from '@mui/material/Typography';
import { PlaneDependents } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  CardSkeleton,
  errorMessage,
  Notice,
  Polled,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { DependentList } from './DependentList';

/** The environments and workflows that depend on a plane, and what could not be read of them. */
export function ResourceDependents(props: {
  dependents: Polled<PlaneDependents>;
}) {
  const { value, error, retry } = props.dependents;
  if (!value) {
    return error ? (
      <Notice
        severity="error"
        title="What depends on this plane could not be read"
        onRetry={retry}
      >
        {errorMessage(error)}
      </Notice>
    ) : (
      <CardSkeleton lines={2} />
    );
  }
  const { items, counts, problems } = value;
  const unlisted = counts.environments + counts.workflows - items.length;
  return (
    <>
      {problems.map(({ resource, message }) => (
        <Notice
          key={resource}
          severity="warning"
          title={`The portal could not read ${resource}, so there may be more than is shown.`}
        >
          {message}
        </Notice>
      ))}
      {items.length > 0 && <DependentList items={items} />}
      {unlisted > 0 && (
        <Typography variant="body2" color="text.secondary">
          and {unlisted} more
        </Typography>
      )}
    </>
  );
}
