import { useRouteRefParams } from '@backstage/core-plugin-api';
import { Container, Header } from '@backstage/ui';
import { useRun } from '../../hooks/useRun';
import { runRouteRef } from '../../routes';
import { RunsRefusal } from '../RunsRefusal';
import { RunStatus } from '../RunStatus';

/** One run. */
export function RunPage() {
  const { uid } = useRouteRefParams(runRouteRef);
  const { value, error, retry } = useRun(uid);
  return (
    <main>
      <Header title={value?.item.ref.name ?? 'Workflow run'} />
      <Container>
        {error && !value && <RunsRefusal error={error} onRetry={retry} />}
        {value && <RunStatus phase={value.item.phase} />}
      </Container>
    </main>
  );
}
