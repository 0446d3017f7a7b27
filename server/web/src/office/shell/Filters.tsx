// The head of a screen: what every number under it obeys. A screen shows the controls that
// change something on it, and no others.
import type { ComponentChildren } from 'preact';
import { instant } from '../../i18n/formats';
import { setQuery } from '../../router';
import { Choice } from '../../ui';
import { t } from '../i18n';
import { AreaControl } from './AreaControl';
import { filters, usualState } from './current';
import { MapControl } from './MapControl';
import { Narrowed } from './Narrowed';
import { OwnAreas } from './OwnAreas';
import { PeriodControl } from './PeriodControl';

const StateControl = () => (
  <Choice
    id="state"
    look="segments"
    legend={t('state.which')}
    legendHidden
    hint={t('state.hint')}
    value={filters.value.state}
    onValue={(value) => setQuery({ state: value === usualState.value ? null : value, cell: null, row: null }, { replace: false })}
    options={[
      { value: 'official', label: t('official') },
      { value: 'provisional', label: t('provisional') },
    ]}
  />
);

type Props = {
  period?: 'always' | 'any';
  map?: boolean;
  state?: boolean;
  asOf?: string | undefined;
  anyDate?: boolean;
  clearPeriod?: () => void;
  /** Whether all of the reader's areas are shown where none is chosen. */
  whole?: boolean;
  children?: ComponentChildren;
};

export const Filters = ({ period, map, state, asOf, anyDate, clearPeriod, whole = false, children }: Props) => (
  <div class={children ? 'filters filters-more' : 'filters'} role="group" aria-label={t('filters.label')}>
    <AreaControl whole={whole} />
    {period && <PeriodControl {...(anyDate && { anyDate })} {...(clearPeriod && { clear: clearPeriod })} />}
    {map && <MapControl />}
    {state && <StateControl />}
    {children}
    {period === 'always' && !whole && <OwnAreas />}
    {whole && <Narrowed />}
    {asOf && (
      <p class="as-of quiet">
        {t('as_of')} <br />
        {instant(asOf)}
      </p>
    )}
  </div>
);
