import Link from '@mui/material/Link';
import MuiBreadcrumbs from '@mui/material/Breadcrumbs';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';

/**
 * A page on the way to this one; without an address, this one.
 *
 * @public
 */
export interface Breadcrumb {
  label: string;
  href?: string;
}

/**
 * Props of {@link Breadcrumbs}.
 *
 * @public
 */
export interface BreadcrumbsProps {
  items: readonly Breadcrumb[];
}

/**
 * The way to this page.
 *
 * @public
 */
export function Breadcrumbs(props: BreadcrumbsProps) {
  return (
    <MuiBreadcrumbs
      aria-label="Breadcrumb"
      sx={{ pt: 1.5, fontSize: 'body2.fontSize' }}
    >
      {props.items.map(({ label, href }) =>
        href === undefined ? (
          <Typography key={label} variant="body2" color="text.secondary">
            {label}
          </Typography>
        ) : (
          <Link
            key={label}
            component={RouterLink}
            to={href}
            variant="body2"
            color="text.secondary"
            underline="hover"
          >
            {label}
          </Link>
        ),
      )}
    </MuiBreadcrumbs>
  );
}
