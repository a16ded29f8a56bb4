import { Code } from '../FactList/Code';
import { Notice } from './Notice';

/** Props of {@link PermissionNotice}. @public */
export interface PermissionNoticeProps {
  /** What the user may not do: "You may not see the state of planes". */
  title: string;
  permission: { readonly name: string };
  /** For `aria-describedby` of what the permission is missing for. */
  id?: string;
}

/**
 * Which permission is missing, and who can give it.
 *
 * @public
 */
export function PermissionNotice(props: PermissionNoticeProps) {
  const { title, permission, id } = props;
  return (
    <div id={id}>
      <Notice severity="info" title={title}>
        It needs the permission <Code>{permission.name}</Code>. Ask those who
        run this portal for it.
      </Notice>
    </div>
  );
}
