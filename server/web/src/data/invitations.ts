// How an invitation is written down: pure.

/** "abcdefghjkmn" -> "ABCD-EFGH-JKMN", as it is typed from a sheet of paper. */
export const typedCode = (token: string): string =>
  token
    .replace(/[^0-9a-z]/gi, '')
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-');

export const inviteLink = (token: string, origin: string = location.origin): string => `${origin}/moi/${token}`;
