export type Shared = 'shared' | 'copied' | 'failed';

export const copy = async (text: string): Promise<Shared> => {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'failed';
  }
};

/** By the phone's own share sheet where it has one; in Zalo's browser it may not: then a copy. */
export const share = async (text: string): Promise<Shared> => {
  if (typeof navigator.share === 'function') {
    try {
      await navigator.share({ text });
      return 'shared';
    } catch (refused) {
      if (refused instanceof DOMException && refused.name === 'AbortError') return 'shared';
    }
  }
  return copy(text);
};
