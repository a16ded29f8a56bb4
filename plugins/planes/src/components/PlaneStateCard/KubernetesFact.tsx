import { Fact } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useLastTest } from '../../live/useLastTest';

/** The Kubernetes version of the plane's cluster, which connection tests find out. */
export function KubernetesFact(props: { uid: string }) {
  const { value } = useLastTest(props.uid);
  const version = value?.report?.cluster?.version;
  return (
    <Fact label="Kubernetes">{version ?? 'Known after a connection test'}</Fact>
  );
}
