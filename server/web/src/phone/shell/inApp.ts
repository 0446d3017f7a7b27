// Pages opened from a chat live in that app's own browser: no icon on the home screen, often no copy for
// use without signal, and a storage of its own. It is said, and never stands in the way.
export type InApp = { app: 'Zalo' | 'Facebook'; system: 'android' | 'ios' };

export const inAppOf = (agent: string): InApp | null => {
  const system = /\b(iPhone|iPad|iPod)\b|Zalo iOS\//.test(agent) ? 'ios' : 'android';
  if (/\bZalo (android|iOS)\//i.test(agent)) return { app: 'Zalo', system };
  if (/\b(FBAN|FBAV|FB_IAB)\b/.test(agent)) return { app: 'Facebook', system };
  return null;
};

/** Android's way to hand an address to another app; back to the page itself where there is no Chrome. */
export const chromeAddress = (href: string): string => {
  const { protocol, host, pathname, search } = new URL(href);
  const back = encodeURIComponent(href);
  return `intent://${host}${pathname}${search}#Intent;scheme=${protocol.slice(0, -1)};package=com.android.chrome;S.browser_fallback_url=${back};end`;
};
