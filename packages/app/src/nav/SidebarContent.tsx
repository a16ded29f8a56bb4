import {
  Sidebar,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
  useSidebarOpenState,
} from '@backstage/core-components';
import {
  NavContentComponentProps,
  NavContentNavItem,
} from '@backstage/plugin-app-react';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import Typography from '@mui/material/Typography';
import {
  RiAddCircleLine,
  RiApps2Line,
  RiBookOpenLine,
  RiHome5Line,
  RiMenuLine,
  RiNotification3Line,
  RiSearchLine,
  RiSettings3Line,
  RiUser3Line,
} from '@remixicon/react';
import { Logo } from './Logo';

const ICONS: Record<string, () => JSX.Element> = {
  'page:search': () => <RiSearchLine />,
  'page:home': () => <RiHome5Line />,
  'page:catalog': () => <RiApps2Line />,
  'page:techdocs': () => <RiBookOpenLine />,
  'page:scaffolder': () => <RiAddCircleLine />,
  'page:user-settings': () => <RiSettings3Line />,
};

function NavItem(props: NavContentNavItem) {
  const icon = ICONS[props.node.spec.id] ?? (() => props.icon);
  return <SidebarItem to={props.href} text={props.title} icon={icon} />;
}

function SectionLabel(props: { children: string }) {
  const { isOpen } = useSidebarOpenState();
  return (
    <Typography
      component="h2"
      variant="caption"
      sx={{
        pt: 3,
        pb: 1,
        pl: 2.75,
        visibility: isOpen ? 'visible' : 'hidden',
        color: theme => theme.palette.navigation.color,
      }}
    >
      {props.children}
    </Typography>
  );
}

/** The sidebar: what people come for first, what else is installed, and the account below. */
export function SidebarContent(props: NavContentComponentProps) {
  const items = props.navItems.withComponent(NavItem);
  const search = items.take('page:search');
  const home = items.take('page:home');
  const catalog = items.take('page:catalog');
  const settings = items.take('page:user-settings');
  // The notifications plugin brings its own entry, which counts what is unread.
  items.take('page:notifications');
  // The graph is about one entity, whose page links to it.
  items.take('page:catalog-graph');
  const others = items.rest({ sortBy: 'title' });
  return (
    <Sidebar>
      <Logo />
      <SidebarGroup label="Menu" icon={<RiMenuLine />}>
        {search}
        {home}
        {catalog}
        {others.length > 0 && (
          <SidebarScrollWrapper>{others}</SidebarScrollWrapper>
        )}
      </SidebarGroup>
      <SidebarGroup label="Account" icon={<RiUser3Line />}>
        <SectionLabel>Account</SectionLabel>
        <NotificationsSidebarItem icon={() => <RiNotification3Line />} />
        {settings}
      </SidebarGroup>
      <SidebarSpace />
    </Sidebar>
  );
}
