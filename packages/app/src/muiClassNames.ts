import { unstable_ClassNameGenerator as ClassNameGenerator } from '@mui/material/className';

// MUI computes its class-name constants when a component module is evaluated. The prefix has to be in place
// by then, or selectors inside MUI miss the prefixed class names that the Backstage theme generates.
ClassNameGenerator.configure(componentName =>
  componentName.startsWith('v5-') ? componentName : `v5-${componentName}`,
);
