// All the teams behind the desk's number.
import { useEffect } from 'preact/hooks';
import type { IdleTeam } from '../../api/types';
import { usePages } from '../../data/usePages';
import { EmptyState, Icon } from '../../ui';
import { t } from './i18n';
import { Paged } from '../Paged';
import { Remind, RemindButton } from '../remind/Remind';
import { workUnit } from '../shell/current';
import { Filters } from '../shell/Filters';
import { hrefOf } from '../shell/pages';
import { IdleTeams, readIdle } from './IdleTeams';
import { PaperHead } from './PaperHead';
import { countWork, work } from './work';

const ONE_PAGE = 50;

export const IdleScreen = () => {
  const unit = workUnit.value;
  const pages = usePages<IdleTeam>((cursor) => readIdle(unit, ONE_PAGE, cursor), [unit]);
  useEffect(() => void countWork(), [unit]);
  const { n, days } = work.value?.teams_idle ?? { n: pages.items?.length ?? 0, days: 30 };
  const title = t('idle.title', { n, days });
  return (
    <>
      <Filters whole asOf={work.value?.as_of} />
      <div class="page-head">
        <div>
          <a class="back-link unprinted" href={hrefOf('desk')}>
            <Icon name="chevron-left" size={16} />
            {t('idle.back')}
          </a>
          <h1>{title}</h1>
          <p class="quiet">{t('idle.lead')}</p>
        </div>
        {n > 0 && <RemindButton kind="teams" />}
        <PaperHead asOf={work.value?.as_of} shown={pages.items?.length ?? 0} n={n} />
      </div>
      <Paged pages={pages} empty={<EmptyState icon="check" title={t('idle.empty', { days })} />}>
        {(teams) => <IdleTeams teams={teams} label={title} />}
      </Paged>
      <Remind whole />
    </>
  );
};
