// Texts of this app alone; the common ones are in src/i18n/vi.ts.
export const vi = {} as const;
