import { icons, type IconName } from './icons';

export type { IconName };

type Props = { name: IconName; size?: number; label?: string };

/** Silent beside a word; with `label` it speaks for itself. */
export const Icon = ({ name, size = 24, label }: Props) => (
  <svg
    class="icon"
    width={size}
    height={size}
    viewBox="0 0 24 24"
    role={label ? 'img' : undefined}
    aria-label={label}
    aria-hidden={label ? undefined : 'true'}
    focusable="false"
  >
    <path d={icons[name]} />
  </svg>
);

/** The mark: a lotus over the water line of Đồng Tháp. The same drawing is public/favicon.svg. */
export const Lotus = ({ size = 32 }: { size?: number }) => (
  <svg class="lotus" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path class="lotus-outer" d="M3.5 13.5C8 13 12.6 15.6 14.6 22.5 8.6 22.3 4.4 19.2 3.5 13.5Z" />
    <path class="lotus-outer" d="M28.5 13.5C24 13 19.4 15.6 17.4 22.5 23.4 22.3 27.6 19.2 28.5 13.5Z" />
    <path class="lotus-middle" d="M7.8 8.5C12.6 10.4 15.3 15.5 15.3 22.5 9.9 20.4 7.2 15 7.8 8.5Z" />
    <path class="lotus-middle" d="M24.2 8.5C19.4 10.4 16.7 15.5 16.7 22.5 22.1 20.4 24.8 15 24.2 8.5Z" />
    <path class="lotus-heart" d="M16 4.5C20.3 9.5 20.6 16.5 16 22.5 11.4 16.5 11.7 9.5 16 4.5Z" />
    <path class="lotus-water" d="M5 25.5H27V27.7H5Z" />
  </svg>
);
