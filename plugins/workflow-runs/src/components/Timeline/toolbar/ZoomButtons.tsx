import Button from '@mui/material/Button';
import { RiAddLine, RiSubtractLine } from '@remixicon/react';
import { ReactNode } from 'react';
import type { PlotStore } from '../state/PlotStore';

const ZOOM = 2;

function ToolButton(props: {
  label?: string;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <Button
      size="small"
      variant="outlined"
      color="inherit"
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
      sx={{ minWidth: 28, px: 0.75, borderColor: 'divider' }}
    >
      {props.children}
    </Button>
  );
}

/** Zooms the plot around its middle. */
export function ZoomButtons(props: { plot: PlotStore }) {
  const { plot } = props;
  const zoom = (factor: number) => () => plot.zoom(factor, { glide: true });
  return (
    <>
      <ToolButton label="Zoom out" onClick={zoom(1 / ZOOM)}>
        <RiSubtractLine size="1.25em" aria-hidden />
      </ToolButton>
      <ToolButton onClick={() => plot.fit()}>Fit</ToolButton>
      <ToolButton label="Zoom in" onClick={zoom(ZOOM)}>
        <RiAddLine size="1.25em" aria-hidden />
      </ToolButton>
    </>
  );
}
