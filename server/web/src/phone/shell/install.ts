// An icon on the home screen: offered by the browser itself on Android, by hand on an iPhone.
import { signal } from '@preact/signals';

type Offer = Event & { prompt(): Promise<void>; userChoice: Promise<{ outcome: string }> };

/** The browser's own offer, kept until somebody wants it. */
export const offer = signal<Offer | null>(null);

export const isInstalled = (): boolean =>
  matchMedia('(display-mode: standalone)').matches || (navigator as { standalone?: boolean }).standalone === true;

/** Safari has no offer: there it is two taps in its menu. */
export const isByHand = (): boolean => /\b(iPhone|iPad|iPod)\b/.test(navigator.userAgent) && !isInstalled();

export const startInstall = (): void => {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer.value = event as Offer;
  });
  addEventListener('appinstalled', () => (offer.value = null));
};

export const install = async (): Promise<void> => {
  const asked = offer.value;
  offer.value = null;
  await asked?.prompt();
};
