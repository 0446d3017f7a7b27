// A unit that did not exist on the day asked for: the way to those that did.
import { useEffect } from 'preact/hooks';
import type { ApiProblem } from '../../api/client';
import type { Unit } from '../../api/types';
import { day } from '../../i18n/formats';
import { setQuery } from '../../router';
import { Button, EmptyState, Loading } from '../../ui';
import { t } from './i18n';
import { unitDetail } from '../shell/areas';
import { shownMap, unitId } from '../shell/current';
import { useLoad } from '../../data/useLoad';
import { fullName } from '../../data/units';

const isUnit = (value: unknown): value is Unit => typeof value === 'object' && value !== null && 'id' in value && 'name' in value;

/** What a unit that is not on the day's map is there. */
export const counterpartsOf = (failure: ApiProblem): Unit[] => {
  const given = failure.body['counterparts'];
  return Array.isArray(given) ? given.filter(isUnit) : [];
};

export const NotOnMap = ({ failure }: { failure: ApiProblem }) => {
  const counterparts = counterpartsOf(failure);
  const unit = unitId.value;
  const detail = useLoad(() => (unit === null ? Promise.resolve(null) : unitDetail(unit)), [unit]);
  const [only, ...others] = counterparts;
  // The province before and after the merger has one name: there is nothing to choose.
  const isPlain = only !== undefined && others.length === 0 && only.name === detail.data?.name;
  useEffect(() => {
    if (isPlain) setQuery({ unit: String(only.id) });
  }, [isPlain]);
  if (isPlain) return <Loading />;
  return (
    <EmptyState
      icon="calendar"
      title={t('not_on_map', { name: detail.data ? fullName(detail.data) : t('this_area'), date: day(shownMap.value) })}
      action={
        <div class="row choices-center">
          {counterparts.map((counterpart, i) => (
            <Button key={counterpart.id} kind={i === 0 ? 'primary' : 'secondary'} onClick={() => setQuery({ unit: String(counterpart.id), by: null }, { replace: false })}>
              {fullName(counterpart)}
            </Button>
          ))}
          <Button onClick={() => setQuery({ map: 'now' }, { replace: false })}>
            {t('not_on_map.now')}
          </Button>
        </div>
      }
    >
      {t('not_on_map.text')}
    </EmptyState>
  );
};
