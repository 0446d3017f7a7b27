const DAY_MS = 86_400_000;

/** Whole days that an invitation still lasts; 0 on its last. */
export const daysLeft = (expiresAt: string, now: Date): number => Math.max(0, Math.floor((new Date(expiresAt).getTime() - now.getTime()) / DAY_MS));
