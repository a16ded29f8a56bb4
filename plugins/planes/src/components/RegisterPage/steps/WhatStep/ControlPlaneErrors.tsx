import {
  Notice,
  RelativeTime,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { useRegistrationForm } from '../../form/RegistrationForm';

/** Control planes that could not be read just now, and how old is what is shown of them. */
export function ControlPlaneErrors() {
  const { kinds } = useRegistrationForm();
  return (
    <>
      {kinds.controlPlanes.map(
        ({ name, error, asOf }) =>
          error && (
            <Notice
              key={name}
              severity="warning"
              title={
                <>
                  The control plane {name} cannot be read
                  {asOf ? (
                    <>
                      ; what it serves is as of <RelativeTime time={asOf} />.
                    </>
                  ) : (
                    ', so nothing is known of what it serves.'
                  )}
                </>
              }
            >
              {error}
            </Notice>
          ),
      )}
    </>
  );
}
