// Which addresses the phone app answers itself, from the page that it keeps.
const NOT_OURS = ['api', 'van-phong', 'assets', 'healthz', 'readyz', 'metrics'];

/** Downloads and files have a dot; the office and the server's own addresses go their own way. */
export const isScreen = (path: string): boolean => {
  const parts = path.split('/');
  return !NOT_OURS.includes((parts[1] ?? '').toLowerCase()) && !(parts[parts.length - 1] ?? '').includes('.');
};
