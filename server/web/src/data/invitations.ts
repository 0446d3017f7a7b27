// How an invitation is written down: pure.

/** "abcdefghjkmn" -> "ABCD-EFGH-JKMN", as it is typed from a sheet of paper. */
export const typedCode = (token: string): string =>
  token
    .replace(/[^0-9a-z]/gi, '')
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-');

export const inviteLink = (token: string, origin: string = location.origin): string => `${origin}/moi/${token}`;

const LENGTH = 12;
// Of what looks alike on paper, the code has only one.
const ALIKE: Record<string, string> = { O: '0', I: '1', L: '1' };

/** Whatever was typed or pasted (any case, with or without dashes, the whole link): the code, or null. */
export const tokenIn = (typed: string): string | null => {
  const written = typed.split('/moi/').pop() ?? '';
  const token = (written.split(/[?#]/)[0] ?? '')
    .replace(/[^0-9a-z]/gi, '')
    .toUpperCase()
    .replace(/[OIL]/g, (letter) => ALIKE[letter] ?? letter);
  return token.length === LENGTH ? token : null;
};
