// What is likely to be wanted next is fetched while nobody waits for anything. It also spares a tab
// that stays open over an update from asking for files that are gone.
const AFTER_MS = 3000;

type Network = Navigator & { connection?: { saveData?: boolean } };

const rest = (ms: number) => new Promise<void>((done) => void setTimeout(done, ms));
const idle = () =>
  new Promise<void>((done) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => done(), { timeout: AFTER_MS });
    else done();
  });

/** One after the other; who pays by the byte fetches what they open. */
export const fetchAhead = async (fetches: readonly (() => Promise<unknown>)[]): Promise<void> => {
  if ((navigator as Network).connection?.saveData) return;
  await rest(AFTER_MS);
  for (const fetchIt of fetches) {
    await idle();
    await fetchIt().catch(() => {});
  }
};
