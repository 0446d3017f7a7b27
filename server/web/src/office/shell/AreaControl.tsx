import { useState } from 'preact/hooks';
import { me } from '../../account/account';
import { api, ok } from '../../api/client';
import type { UnitDetail } from '../../api/types';
import { day } from '../../i18n/formats';
import { setQuery } from '../../router';
import { Loading } from '../../ui';
import { Finder } from '../Finder';
import { t } from '../i18n';
import { useLoad } from '../../data/useLoad';
import { fullName } from '../../data/units';
import { useRested } from '../useRested';
import { findUnits, hasSeveral, home, isPast, unitDetail } from './areas';
import { Control } from './Control';
import { filters, shownMap, unitId } from './current';

type ListProps = { title?: string; units: readonly UnitDetail[]; choose: (unit: UnitDetail) => void; chosen?: number | null; next?: UnitDetail | undefined };

const UnitList = ({ title, units, choose, chosen = unitId.value, next }: ListProps) =>
  units.length === 0 ? null : (
    <>
      {title && <h3 class="quiet small">{title}</h3>}
      <ul class="options">
        {units.map((unit) => (
          <li key={unit.id}>
            <button type="button" class={unit === next ? 'is-next' : undefined} aria-pressed={unit.id === chosen} onClick={() => choose(unit)}>
              <span>{fullName(unit)}</span>
              <span class="quiet small">{unit.level === 'commune' && unit.parent ? unit.parent.name : t(`level.${unit.level}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );

type SearchProps = { on: string; choose: (unit: UnitDetail) => void; isFit?: (unit: UnitDetail) => boolean; id?: string };

/** A unit of some day, by its name. */
export const UnitSearch = ({ on, choose, isFit = () => true, id = 'unit-search', children }: SearchProps & { children?: preact.ComponentChildren }) => {
  const [typed, setTyped] = useState('');
  const wanted = useRested(typed.trim());
  const found = useLoad(() => (wanted === '' ? Promise.resolve([]) : findUnits(wanted, on)), [wanted, on]);
  const isOld = found.loading || wanted !== typed.trim();
  const units = isOld ? [] : (found.data?.filter(isFit) ?? []);
  return (
    <Finder id={id} label={t('area.search')} typed={typed} onTyped={setTyped} found={units} nameOf={fullName} choose={choose}>
      {(next) => {
        if (typed.trim() === '') return children ?? <p class="hint">{t('area.hint')}</p>;
        if (isOld) return <Loading />;
        return units.length === 0 ? <p class="quiet">{t('field.nothing_found')}</p> : <UnitList units={units} choose={choose} next={next} />;
      }}
    </Finder>
  );
};

/** An area of before the reform says until when it was one. `present`: work is done on today's land,
 *  where such an area would have its teams here and its hamlets there. */
type OwnProps = { choose: (unit: UnitDetail) => void; all: (() => void) | null; isAll: boolean; present: boolean };

const Own = ({ choose, all, isAll, present }: OwnProps) => {
  const own = me.value?.areas.length ? me.value.areas : home.value ? [home.value] : [];
  const details = useLoad(() => Promise.all(own.map(({ id }) => unitDetail(id))), []);
  const units = (details.data ?? []).filter((unit) => !present || !isPast(unit)).map((unit) => ({
    ...unit,
    full_name: isPast(unit) ? t('area.until', { name: unit.name, date: day(unit.valid_to ?? '') }) : unit.name,
  }));
  return (
    <>
      {all && (
        <ul class="options">
          <li>
            <button type="button" aria-pressed={isAll} onClick={all}>
              {t('area.all_own')}
            </button>
          </li>
        </ul>
      )}
      <UnitList title={t('area.own')} units={units} choose={choose} {...(isAll && { chosen: null })} />
    </>
  );
};

const Below = ({ of, choose }: { of: number; choose: (unit: UnitDetail) => void }) => {
  const on = shownMap.value;
  const children = useLoad(
    () => ok(api.GET('/api/v1/units/{unit_id}/children', { params: { path: { unit_id: of }, query: { on } } })),
    [of, on],
  );
  const detail = useLoad(() => unitDetail(of), [of]);
  if (!children.data || !detail.data) return null;
  return <UnitList title={t('area.below', { name: detail.data.name })} units={children.data.items} choose={choose} />;
};

/** `whole`: without a choice the screen shows all of somebody's areas, else the first of them. */
export const AreaControl = ({ whole = false }: { whole?: boolean }) => {
  const unit = unitId.value;
  const isAll = whole && hasSeveral.value && filters.value.unit === null;
  const detail = useLoad(() => (unit === null ? Promise.resolve(null) : unitDetail(unit)), [unit]);
  return (
    <Control id="area" label={t('area')} value={isAll ? t('area.all_own') : detail.data?.id === unit ? fullName(detail.data) : '…'}>
      {(close) => {
        const choose = (chosen: { id: number }) => {
          setQuery({ unit: String(chosen.id), by: null, cell: null, row: null }, { replace: false });
          close();
        };
        const all = () => {
          setQuery({ unit: null }, { replace: false });
          close();
        };
        return (
          <UnitSearch on={shownMap.value} choose={choose}>
            <Own choose={choose} all={whole && hasSeveral.value ? all : null} isAll={isAll} present={whole} />
            {unit !== null && !isAll && <Below of={unit} choose={choose} />}
          </UnitSearch>
        );
      }}
    </Control>
  );
};
