import { PlanesQuery } from '@openchoreo-planes/backstage-plugin-planes-common';
import { PlanesList } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useRegisterAccess } from '../../live/useRegisterAccess';
import { RegisterButton } from '../RegisterButton';
import { ExportButton } from './export/ExportButton';

/** What one can do with the planes as a whole. */
export function FleetActions(props: { list: PlanesList; query: PlanesQuery }) {
  const access = useRegisterAccess();
  const { value, error } = props.list;
  // Where there are no planes, the page itself invites to register one.
  const offersRegistration = value ? value.counts.all > 0 : Boolean(error);
  return (
    <>
      {value && value.totalItems > 0 && <ExportButton query={props.query} />}
      {offersRegistration && <RegisterButton access={access} />}
    </>
  );
}
