// Text into the clipboard, also where the browser has no clipboard to offer (plain http, old phones).
const selected = (text: string): boolean => {
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.className = 'unseen';
  // Behind an open dialog nothing can be selected.
  const at = document.querySelector('dialog[open]') ?? document.body;
  at.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
};

export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return selected(text);
  }
};
