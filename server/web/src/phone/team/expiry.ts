const DAY_MS = 86_400_000;

/** Days that an invitation still lasts, as people count them; 0 in its last hours. */
export const daysLeft = (expiresAt: string, now: Date): number => Math.max(0, Math.round((new Date(expiresAt).getTime() - now.getTime()) / DAY_MS));
