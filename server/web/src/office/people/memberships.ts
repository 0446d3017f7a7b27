// The teams of somebody: pure.
type Time = { team: { id: number }; left_on: string | null };

/** Those that they are in, or will be. */
export const openTeams = (times: readonly Time[], today: string): Set<number> =>
  new Set(times.filter(({ left_on }) => left_on === null || left_on > today).map(({ team }) => team.id));

/** Whether they would be in none, once they leave this one. */
export const isOnlyTeam = (team: number, times: readonly Time[], today: string): boolean => {
  const open = openTeams(times, today);
  return open.size === 1 && open.has(team);
};
