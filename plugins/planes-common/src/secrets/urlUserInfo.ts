const USER_INFO = /:\/\/([^\s/?#"'<>]{1,1024})@/g;
const SCHEME_LENGTH = 'https'.length;

/** Whether what stands before the host of a URL is a secret; `git` in `ssh://git@host` is none. */
function isSecret(userInfo: string, text: string, offset: number): boolean {
  const scheme = text.slice(Math.max(0, offset - SCHEME_LENGTH), offset);
  return userInfo.includes(':') || /https?$/i.test(scheme);
}

/** Puts something else in the place of users and passwords in the URLs of a text. @public */
export function replaceUserInfo(text: string, by: string): string {
  return text.includes('://')
    ? text.replace(USER_INFO, (match: string, userInfo: string, at: number) =>
        isSecret(userInfo, text, at) ? `://${by}` : match,
      )
    : text;
}
