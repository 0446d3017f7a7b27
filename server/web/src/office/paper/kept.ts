// The sheet being typed outlives a reload of its tab. Counts only, and each person's own.
import { me } from '../../account/account';
import type { Entry } from './entry';

const key = (): string => `paper ${me.peek()?.user.id ?? ''}`;

export const keepEntry = (entry: Entry): void => {
  try {
    // One that is being changed stands on the server, and is opened from there.
    if (entry.etag === null) sessionStorage.setItem(key(), JSON.stringify(entry));
  } catch {
    // Without room, or where it is forbidden, the sheet is on screen still.
  }
};

/** Of a team, or whosever it is; null when there is none. */
export const keptEntry = (team?: number): Entry | null => {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key()) ?? 'null') as Entry | null;
    return kept && (team === undefined || kept.form.team_id === team) ? kept : null;
  } catch {
    return null;
  }
};
