// A page that lacks a file loads itself again, once: where that does not help, somebody is told.
const RELOADED = 'reloaded';

/** Notes that it was tried; false where it was, or where nothing can be noted. */
export const isFirstTry = (): boolean => {
  try {
    if (sessionStorage.getItem(RELOADED)) return false;
    sessionStorage.setItem(RELOADED, 'yes');
    return true;
  } catch {
    return false;
  }
};

export const worked = (): void => {
  try {
    sessionStorage.removeItem(RELOADED);
  } catch {
    // Then it was not noted either.
  }
};
