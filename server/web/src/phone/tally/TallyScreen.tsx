// P9: one giant button for each thing that is counted while the session goes on.
import { useEffect, useRef, useState } from 'preact/hooks';
import { loadCatalogue } from '../../data/catalogue';
import { useLoad } from '../../data/useLoad';
import { number } from '../../i18n/formats';
import { inside } from '../../i18n/text';
import { go, place } from '../../router';
import { EmptyState, Loading } from '../../ui';
import { openServices } from '../form/services';
import { t as shellT } from '../i18n';
import { HOME, RECORD } from '../paths';
import { Failed } from '../shell/Failed';
import { Page } from '../shell/Page';
import { store } from '../store/open';
import type { Draft } from '../store/schema';
import { team, teams } from '../team/team';
import { Ends } from './Ends';
import { draftInTheWay, finish } from './finish';
import { tappedName } from './names';
import { OtherDraft } from './OtherDraft';
import { readAgain, since, tallies, tallyOf, tap, undo } from './running';
import { countOf, PEOPLE } from './tally';
import { t } from './texts';
import { useAwake } from './useAwake';

const SHORT_MS = 30;
const TAKEN_BACK_MS = [20, 60, 20];
// Missing on iPhones, and silent where the owner wants silence.
const buzz = (pattern: number | number[]) => void navigator.vibrate?.(pattern);

const Big = ({ what, n, onTap }: { what: string; n: number; onTap: () => void }) => (
  <button class={what === PEOPLE ? 'big-tap big-tap-people' : 'big-tap'} type="button" onClick={onTap}>
    <span class="big-tap-name">
      {tappedName(what)}
      {what === PEOPLE && <span class="big-tap-hint">{t('tally.tap')}</span>}
    </span>
    <span class="big-tap-count">{number(n)}</span>
  </button>
);

type Said = { what: string; isTakenBack: boolean };

const Counting = ({ teamId, home }: { teamId: number; home: string }) => {
  const [said, setSaid] = useState<Said | null>(null);
  const [other, setOther] = useState<Draft | null>(null);
  // From "Kết thúc" on nothing is counted: a tap then would be in the form and here, or in neither.
  const isEnding = useRef(false);
  const tally = tallyOf(teamId);
  const taps = tally?.taps ?? [];
  const services = [...new Set([...openServices(), ...taps.filter((what) => what !== PEOPLE)])];
  useAwake();
  useEffect(() => {
    document.addEventListener('visibilitychange', readAgain);
    return () => document.removeEventListener('visibilitychange', readAgain);
  }, []);

  const add = (what: string) => {
    if (isEnding.current) return;
    tap(teamId, what);
    buzz(SHORT_MS);
    setSaid({ what, isTakenBack: false });
  };
  const takeBack = () => {
    const what = isEnding.current ? null : undo(teamId);
    if (what === null) return;
    buzz(TAKEN_BACK_MS);
    setSaid({ what, isTakenBack: true });
  };
  const end = async (anyway: boolean) => {
    const kept = store.value;
    if (!kept || isEnding.current) return;
    isEnding.current = true;
    try {
      const inTheWay = anyway ? null : await draftInTheWay(kept);
      const counted = tallyOf(teamId);
      if (inTheWay || !counted) return setOther(inTheWay);
      await finish(kept, counted);
      go(RECORD);
    } finally {
      isEnding.current = false;
    }
  };
  const takenBack = said?.isTakenBack ? t('tally.undone', { what: inside(tappedName(said.what)) }) : null;
  const counted = said && !said.isTakenBack ? t('tally.counted', { what: tappedName(said.what), n: countOf(taps, said.what) }) : null;
  return (
    <Page
      title={t('tally.title')}
      back={HOME}
      aside={<span class="quiet small">{tally ? `${home} · ${since(tally)}` : home}</span>}
      foot={<Ends isEmpty={taps.length === 0} takenBack={takenBack} onUndo={takeBack} onEnd={() => end(false)} />}
    >
      <div class={services.length > 2 ? 'tally tally-pairs' : 'tally'}>
        {[PEOPLE, ...services].map((what) => (
          <Big key={what} what={what} n={countOf(taps, what)} onTap={() => add(what)} />
        ))}
      </div>
      <p class="unseen" role="status">
        {counted}
      </p>
      <OtherDraft draft={other} mayReplace={!tally?.written} onClose={() => setOther(null)} onReplace={() => void end(true)} />
    </Page>
  );
};

export const TallyScreen = () => {
  const { data, failure, reload } = useLoad(loadCatalogue, []);
  const wanted = Number(place.value.query.get('to'));
  const own = teams().find(({ id }) => id === wanted) ?? team.value;
  if (own && data && tallies.value) return <Counting key={own.id} teamId={own.id} home={own.home.name} />;
  return (
    <Page title={t('tally.title')} back={HOME}>
      {!own ? <EmptyState icon="people" title={shellT('home.no_team')} /> : failure ? <Failed why={failure} onRetry={reload} /> : <Loading />}
    </Page>
  );
};
