import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import {
  HISTORY_WINDOWS,
  HistoryWindow,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { readWindow, WINDOW_LABELS } from './historyWindows';

export interface WindowSwitchProps {
  value: HistoryWindow;
  onChange: (window: HistoryWindow) => void;
}

/** Chooses the span of time that is shown. */
export function WindowSwitch(props: WindowSwitchProps) {
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label="Time span"
      value={props.value}
      onChange={(_, value: string | null) => {
        // Pressing what is chosen already would leave nothing chosen.
        if (value !== null) {
          props.onChange(readWindow(value));
        }
      }}
    >
      {HISTORY_WINDOWS.map(window => (
        <ToggleButton key={window} value={window}>
          {WINDOW_LABELS[window]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
