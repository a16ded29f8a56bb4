import {
  AgentInstallation,
  PlaneView,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { useKinds } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useContext } from 'react';
import { RegistrationFormContext } from '../../../form/RegistrationForm';

/** What commands for the agent of a plane are filled in with. */
export function useAgentInstallation(view: PlaneView): AgentInstallation {
  // After a reload, nothing of what was typed is left but what the portal's configuration tells.
  const form = useContext(RegistrationFormContext);
  const { value } = useKinds();
  const { gatewayPlaneType, planeID, ref } = view.plane;
  const controlPlane = value?.controlPlanes.find(
    ({ name }) => name === ref.controlPlane,
  );
  return {
    gatewayPlaneType,
    planeID,
    agentURL: form?.installation.agentURL || controlPlane?.agentURL,
  };
}
