import { PlaneRegistry } from '@openchoreo-planes/backstage-plugin-planes-common';
import { Code, Fact } from '@openchoreo-planes/backstage-plugin-planes-react';

/** The container registries of a plane, with the names of their secrets. */
export function Registries(props: { registries: readonly PlaneRegistry[] }) {
  if (props.registries.length === 0) {
    return null;
  }
  return (
    <Fact label="Registries" wide>
      {props.registries.map(({ prefix, secretName }) => (
        <div key={prefix}>
          <Code>{prefix}</Code>
          {secretName && (
            <>
              , secret <Code>{secretName}</Code>
            </>
          )}
        </div>
      ))}
    </Fact>
  );
}
