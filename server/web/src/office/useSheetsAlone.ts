// On paper there are the cards or sheets of a screen and nothing else; other screens print as they are.
import { useEffect } from 'preact/hooks';
import './sheets-alone.css';

export const useSheetsAlone = (): void =>
  useEffect(() => {
    const page = document.documentElement;
    page.classList.add('prints-cards');
    return () => page.classList.remove('prints-cards');
  }, []);
