import { Plane } from '@openchoreo-planes/backstage-plugin-planes-common';
import { Code, Fact } from '@openchoreo-planes/backstage-plugin-planes-react';

/** The URLs of an observability plane. Cluster-internal, most of them, so they are no links. */
export function UrlFacts(props: { plane: Plane }) {
  const { observerURL, rcaAgentURL, finOpsAgentURL } = props.plane;
  const urls = {
    Observer: observerURL,
    'RCA agent': rcaAgentURL,
    'FinOps agent': finOpsAgentURL,
  };
  return (
    <>
      {Object.entries(urls).map(
        ([label, url]) =>
          url && (
            <Fact key={label} label={label} wide>
              <Code>{url}</Code>
            </Fact>
          ),
      )}
    </>
  );
}
