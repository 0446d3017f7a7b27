// Four states told apart by colour, and by pattern in grey print and to the colour-blind.
import type { CoverState } from '../../api/types';

export const Square = ({ state, label }: { state: CoverState; label?: string }) => (
  <svg
    class={`square square-${state}`}
    width="18"
    height="18"
    viewBox="0 0 18 18"
    focusable="false"
    role={label ? 'img' : undefined}
    aria-label={label}
    aria-hidden={label ? undefined : 'true'}
  >
    <rect x="1" y="1" width="16" height="16" rx="3.5" />
    {state === 'nil' && <path d="M2 10 10 2M2 17 17 2M9 17 17 9" />}
    {state === 'silent' && <path d="M9 5v4.5M9 12.6v.1" />}
  </svg>
);
