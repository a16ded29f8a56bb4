/** A page with nothing but a run's timeline; `?nodes=10000&dark`. */
import { createUnifiedTheme, UnifiedThemeProvider } from '@backstage/theme';
import CssBaseline from '@mui/material/CssBaseline';
import Paper from '@mui/material/Paper';
import { timeline } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  createPalette,
  darkColours,
  lightColours,
} from '../../packages/app/src/theme/palette';
import { createComponentStyles } from '../../packages/app/src/theme/components';
import { typography } from '../../packages/app/src/theme/typography';
import {
  RunTimeline,
  Span,
} from '../../plugins/workflow-runs/src/components/Timeline';
import { createRunNodes, RUN_NODES_WORKFLOW } from '../lib/runNodes';

const params = new URLSearchParams(window.location.search);
const colours = params.has('dark') ? darkColours : lightColours;
const theme = createUnifiedTheme({
  palette: createPalette(colours),
  typography,
  components: createComponentStyles(colours),
});
const nodes = createRunNodes(Number(params.get('nodes') ?? 100));
const now = Math.max(
  ...nodes.map(({ finishedAt }) => Date.parse(finishedAt ?? '1970-01-01')),
);
const begunAt = performance.now();
const clock = () => now + performance.now() - begunAt;

function Page() {
  const [selectedId, setSelectedId] = useState<string>();
  const [shownWindow, setWindow] = useState<Span>();
  const [model] = useState(() => {
    const made = timeline({
      nodes,
      workflow: RUN_NODES_WORKFLOW,
      now: clock(),
    });
    performance.mark('modelled');
    return made;
  });
  useEffect(() => {
    // The frame after the next one begins when that has been painted.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => performance.mark('painted')),
    );
  }, []);
  return (
    <Paper sx={{ m: 2 }}>
      <RunTimeline
        name={RUN_NODES_WORKFLOW.name}
        timeline={model}
        now={clock}
        selectedId={selectedId}
        onSelect={setSelectedId}
        window={shownWindow}
        onWindow={setWindow}
      />
    </Paper>
  );
}

const container = document.getElementById('root');
if (container) {
  performance.mark('data');
  createRoot(container).render(
    <UnifiedThemeProvider theme={theme}>
      <CssBaseline />
      <Page />
    </UnifiedThemeProvider>,
  );
}
