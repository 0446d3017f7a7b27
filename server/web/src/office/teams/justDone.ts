import { signal } from '@preact/signals';

/** The team that the list has just added; its own page says so. */
export const justAdded = signal<number | null>(null);
/** The name of a team that was just deleted; the list says so. */
export const justDeleted = signal<string | null>(null);
