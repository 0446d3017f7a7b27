// Where the keyboard begins in a dialog. The browser takes the first thing that can be reached, which
// is the ✕: a space typed there would close what was just opened.

const FIELD = '.dialog-content :is(input:not([type=hidden]), select, textarea, .picker)';

/** Where one types to find or to fill in; with a finger the keyboard on the screen would hide the rest. */
const firstField = (dialog: HTMLElement): HTMLElement | null => {
  if (matchMedia('(pointer: coarse)').matches) return null;
  const first = dialog.querySelector<HTMLElement>(FIELD);
  return first?.matches('[type=radio]') ? (first.closest('fieldset')?.querySelector<HTMLElement>(':checked') ?? first) : first;
};

const heading = (dialog: HTMLElement): HTMLElement | null => {
  const title = dialog.querySelector<HTMLElement>('.dialog-head h2');
  if (title) title.tabIndex = -1;
  return title;
};

/** Only as it opens: whoever goes to the ✕ later means it. */
export const watchDialogs = (): void => {
  const entered = new WeakSet<Element>();
  document.addEventListener('focusin', ({ target }) => {
    const dialog = target instanceof HTMLElement ? target.closest('dialog') : null;
    if (!dialog || entered.has(dialog)) return;
    entered.add(dialog);
    if ((target as HTMLElement).closest('.dialog-head')) (firstField(dialog) ?? heading(dialog))?.focus();
  });
  // It does not rise to the document, but passes it on its way down.
  document.addEventListener('close', ({ target }) => target instanceof Element && entered.delete(target), true);
};
