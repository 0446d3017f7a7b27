const IDLE_MS = 15 * 60_000;

/** Whether nobody has touched the phone for a while. A clock that was set back keeps nobody in. */
export const isLong = (now: number, then: number): boolean => Math.abs(now - then) > IDLE_MS;
