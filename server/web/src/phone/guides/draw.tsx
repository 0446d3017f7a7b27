// The hand that all pictures of the guides are drawn with: one round stroke, one accent, nothing that
// stands for a real app's screen.
import type { ComponentChildren } from 'preact';

export const Picture = ({ children }: { children: ComponentChildren }) => (
  <svg class="drawing" viewBox="0 0 200 110" aria-hidden="true" focusable="false">
    {children}
  </svg>
);

type At = { x: number; y: number };

export const Phone = ({ x, y, children }: At & { children?: ComponentChildren }) => (
  <g transform={`translate(${x} ${y})`}>
    <rect class="paper" width="52" height="92" rx="9" />
    <path d="M21 7h10" />
    {children}
  </g>
);

/** A blank line of text, or a strong one. */
export const Line = ({ x, y, w, strong }: At & { w: number; strong?: boolean }) => <path class={strong ? 'strong' : 'faint'} d={`M${x} ${y}h${w}`} />;

export const Arrow = ({ x, y }: At) => <path class="accent" d={`M${x} ${y}h26m-9-9 9 9-9 9`} />;

export const Tick = ({ x, y }: At) => (
  <g transform={`translate(${x} ${y})`}>
    <circle class="good" r="14" />
    <path class="on-fill" d="m-6 0 4.500 5 8-9" />
  </g>
);

export const Cross = ({ x, y }: At) => (
  <g transform={`translate(${x} ${y})`}>
    <circle class="bad" r="14" />
    <path class="on-fill" d="m-5-5 10 10m0-10-10 10" />
  </g>
);

export const Lens = ({ x, y }: At) => (
  <g transform={`translate(${x} ${y})`}>
    <circle class="glass" r="17" />
    <path class="accent" d="M12 12l13 13" />
  </g>
);

/** A square code that leads nowhere. */
export const Code = ({ x, y }: At) => (
  <g transform={`translate(${x} ${y})`}>
    <rect class="paper" width="58" height="58" rx="4" />
    <path class="blocks" d="M8 8h14v14H8zM36 8h14v14H36zM8 36h14v14H8zM28 10h4v8h-4zM28 24h8v5h-8zM40 28h10v5H40zM30 36h6v6h-6zM42 40h8v4h-8zM36 46h5v5h-5z" />
  </g>
);

export const Person = ({ x, y, accent }: At & { accent?: boolean }) => (
  <g class={accent ? 'tinted' : undefined} transform={`translate(${x} ${y})`}>
    <circle class="paper" cx="0" cy="-14" r="13" />
    <path class="paper" d="M-24 34c0-20 10-29 24-29s24 9 24 29z" />
  </g>
);

/** What somebody says or sends. */
export const Bubble = ({ x, y, w, h, children }: At & { w: number; h: number; children?: ComponentChildren }) => (
  <g transform={`translate(${x} ${y})`}>
    <path class="paper" d={`M8 0h${w - 16}a8 8 0 0 1 8 8v${h - 16}a8 8 0 0 1-8 8H24l-12 11v-11H8a8 8 0 0 1-8-8V8a8 8 0 0 1 8-8z`} />
    {children}
  </g>
);

/** As wide as there is room for, whatever font the phone has. */
export const Words = ({ x, y, w, children }: At & { w: number; children: string }) => (
  <text x={x} y={y} textLength={w} lengthAdjust="spacingAndGlyphs">
    {children}
  </text>
);

export const Lotus = ({ x, y }: At) => (
  <g transform={`translate(${x} ${y})`}>
    <path class="petal" d="M-14-3c5 0 10 3 12 11-7 0-11-4-12-11zM14-3c-5 0-10 3-12 11 7 0 11-4 12-11z" />
    <path class="heart" d="M0-14c5 6 5 15 0 22-5-7-5-16 0-22z" />
  </g>
);
