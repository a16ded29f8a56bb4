import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import Button from '@mui/material/Button';
import { PlanesQuery } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  errorMessage,
  planesApiRef,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { RiFileCopyLine } from '@remixicon/react';
import { useState } from 'react';
import { download } from './download';
import { planesCsv } from './planesCsv';
import { readAllPlanes } from './readAllPlanes';

/** Saves the planes that the filters let through as a file for a spreadsheet. */
export function ExportButton(props: { query: PlanesQuery }) {
  const api = useApi(planesApiRef);
  const alertApi = useApi(alertApiRef);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const planes = await readAllPlanes(api, props.query);
      const day = new Date().toISOString().slice(0, 10);
      download(
        `planes-${day}.csv`,
        'text/csv;charset=utf-8',
        planesCsv(planes),
      );
    } catch (error) {
      const message = errorMessage(toError(error));
      alertApi.post({
        message: `The planes could not be exported: ${message}`,
        severity: 'error',
      });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="outlined"
      startIcon={<RiFileCopyLine size="1em" aria-hidden />}
      disabled={busy}
      onClick={save}
    >
      {busy ? 'Exporting…' : 'Export'}
    </Button>
  );
}
