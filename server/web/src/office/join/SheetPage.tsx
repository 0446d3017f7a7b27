// One A4 page of cards, with the marks to cut them apart by.
import type { ComponentChildren } from 'preact';
import { cutMarks } from './paper';
import './sheet.css';

export const SheetPage = ({ children }: { children: ComponentChildren }) => (
  <section class="sheet-page">
    <svg class="cut-marks" viewBox="0 0 210 297" aria-hidden="true">
      <path d={cutMarks} />
    </svg>
    <ul class="sheet-cards">{children}</ul>
  </section>
);
