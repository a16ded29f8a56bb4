import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import useAsync from 'react-use/esm/useAsync';

/** Who asked for a test: the reader, another user, or a service. */
export function Requester(props: { entityRef?: string }) {
  const { entityRef } = props;
  const identityApi = useApi(identityApiRef);
  const { value: identity } = useAsync(
    () => identityApi.getBackstageIdentity(),
    [identityApi],
  );
  if (!entityRef) {
    return <>a service</>;
  }
  if (entityRef === identity?.userEntityRef) {
    return <>you</>;
  }
  return (
    // Colour alone does not tell a link from the words around it.
    <Box component="span" sx={{ '& a': { textDecoration: 'underline' } }}>
      <EntityRefLink entityRef={entityRef} hideIcon />
    </Box>
  );
}
