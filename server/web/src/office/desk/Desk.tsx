// D1: what needs doing, as numbers that open their lists; the first page of the office.
import { useLoad } from '../../data/useLoad';
import { longDay } from '../../i18n/formats';
import { Button, EmptyState } from '../../ui';
import { t } from './i18n';
import { Remind, RemindButton } from '../remind/Remind';
import { Loaded } from '../Loaded';
import { today, workUnit } from '../shell/current';
import { Filters } from '../shell/Filters';
import { hrefOf } from '../shell/pages';
import { useVisible } from '../shell/useVisible';
import { Doors, IDLE_PATH, QuietDoors } from './Doors';
import { deskOf } from './doors';
import { IdleTeams, readIdle } from './IdleTeams';
import { readParts, readWork } from './work';

const SOME = 5;

/** Whom to call first; nothing while it loads, as the page is whole without it. */
const SomeIdle = ({ n }: { n: number }) => {
  const unit = workUnit.value;
  const load = useLoad(() => readIdle(unit, SOME), [unit, n]);
  const teams = load.data?.items ?? [];
  if (teams.length === 0) return null;
  return (
    <section aria-label={t('idle.some')}>
      <div class="desk-head">
        <h2 class="desk-title">{t('idle.some')}</h2>
        {n > teams.length && <a href={hrefOf('desk', IDLE_PATH)}>{t('idle.all', { n })}</a>}
      </div>
      <IdleTeams teams={teams} label={t('idle.some')} />
    </section>
  );
};

export const Desk = () => {
  const unit = workUnit.value;
  const load = useLoad(readWork, [unit]);
  const parts = useLoad(readParts, [unit]);
  useVisible(() => (load.reload(), parts.reload()));
  const { n: pending = 0, own = 0 } = load.data?.pending ?? {};
  const waiting = pending - own;
  return (
    <>
      <Filters whole asOf={load.data?.as_of} />
      <div class="page-head">
        <div>
          <h1>{t('desk.title')}</h1>
          <p class="quiet">{longDay(today.value)}</p>
        </div>
        {waiting > 0 && (
          <Button kind="primary" href={hrefOf('review')}>
            {t('desk.start', { n: waiting })}
          </Button>
        )}
      </div>
      <Loaded load={load}>
        {(work) => {
          const { own, others, done } = deskOf(work, parts.data ?? []);
          const { days } = work.teams_idle;
          const silent = others.find(({ name }) => name !== 'returned');
          return (
            <div class="desk">
              {own.length + others.length === 0 && (
                <EmptyState icon="check" title={t('desk.empty')} action={<Button href={hrefOf('coverage')}>{t('desk.empty_action')}</Button>}>
                  {t('desk.empty_hint')}
                </EmptyState>
              )}
              <Doors title={t('desk.own')} doors={own} days={days} />
              <Doors
                title={t('desk.others')}
                doors={others}
                days={days}
                action={silent && <RemindButton kind={silent.name === 'teams' ? 'teams' : 'hamlets'} />}
              />
              <QuietDoors title={t('desk.done')} doors={done} days={days} />
              {work.teams_idle.n > 0 && <SomeIdle n={work.teams_idle.n} />}
              <Remind whole />
            </div>
          );
        }}
      </Loaded>
    </>
  );
};
