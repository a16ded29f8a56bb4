import { InputError, isError } from '@backstage/errors';

/**
 * Says why the credentials of a kubeconfig are not to be had; without what its `exec` command printed, which may be the
 * credential itself.
 */
export function credentialsError(error: unknown): InputError {
  const { code, path } = isError(error) ? error : { code: '', path: '' };
  if (typeof code === 'string' && code !== '') {
    return new InputError(
      typeof path === 'string' && path !== ''
        ? `The file '${path}' of the kubeconfig cannot be read (${code})`
        : `The credentials of the kubeconfig cannot be obtained (${code})`,
    );
  }
  return new InputError(
    "The 'exec' command of the kubeconfig gave no credentials: it failed, or printed no ExecCredential; run it by hand to see why",
  );
}
