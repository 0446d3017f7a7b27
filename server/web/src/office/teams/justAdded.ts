import { signal } from '@preact/signals';

/** The team that the list has just added; its own page says so. */
export const justAdded = signal<number | null>(null);
