// The counts of the rail, kept true while the page stands open: somebody else decides meanwhile, and
// a tab is often left and come back to.
import { useEffect } from 'preact/hooks';
import { place } from '../../router';
import { countWork } from '../desk/work';
import { home } from './areas';
import { workUnit } from './current';
import { useVisible } from './useVisible';

const MINUTE_MS = 60_000;

const count = (): void => {
  if (document.visibilityState === 'visible') void countWork();
};

/** Of the area shown, on every screen that is opened, of the tab when it is looked at again, and each minute. */
export const useCounts = (): void => {
  useEffect(count, [place.value.path, workUnit.value, home.value?.id]);
  useVisible(count);
  useEffect(() => {
    const timer = setInterval(count, MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
};
