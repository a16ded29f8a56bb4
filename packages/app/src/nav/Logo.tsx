import { useSidebarOpenState, Link } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

function LogoMark() {
  return (
    <svg width="25" height="25" viewBox="0 0 32 32" aria-hidden="true">
      <rect x="10" y="3" width="12" height="5.5" rx="2.75" fill="#3fbf7f" />
      <rect x="6.5" y="10" width="19" height="5.5" rx="2.75" fill="#4d86e8" />
      <rect x="3" y="17" width="26" height="5.5" rx="2.75" fill="#8fb0ff" />
      <rect x="10" y="24" width="12" height="5.5" rx="2.75" fill="#4a525d" />
    </svg>
  );
}

/** The product's mark and, where the sidebar is open, its name. */
export function Logo() {
  const { isOpen } = useSidebarOpenState();
  const title = useApi(configApiRef).getOptionalString('app.title') ?? 'Planes';
  return (
    <Link to="/" underline="none" aria-label={`${title}, home`}>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1.5,
          height: 64,
          pl: isOpen ? 2.75 : 0,
          width: isOpen ? 'auto' : 72,
          justifyContent: isOpen ? 'flex-start' : 'center',
          color: theme => theme.palette.navigation.selectedColor,
        }}
      >
        <LogoMark />
        {isOpen && (
          <Typography component="span" variant="h5" color="inherit">
            {title}
          </Typography>
        )}
      </Box>
    </Link>
  );
}
