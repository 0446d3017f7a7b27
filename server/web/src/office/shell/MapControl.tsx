// Which day's administrative units the numbers are laid out on.
import { useState } from 'preact/hooks';
import { day } from '../../i18n/formats';
import { setQuery } from '../../router';
import { Button, Choice } from '../../ui';
import { DayInput } from '../DayInput';
import { t } from '../i18n';
import { Control } from './Control';
import { filters, shownMap, today } from './current';
import { isDay, PROGRAMME_START } from './periods';

const BEFORE_REFORM = '2024-12-31';

export const mapName = (date: string): string => (date === today.value ? t('map.now') : t('map.on', { date: day(date) }));

const MapChoice = ({ close }: { close: () => void }) => {
  const { map, days } = filters.value;
  const known = [null, 'now', BEFORE_REFORM];
  const [other, setOther] = useState(known.includes(map) ? '' : (map ?? ''));
  const [isOther, setIsOther] = useState(!known.includes(map));
  const show = (chosen: string | null) => {
    setQuery({ map: chosen, by: null, cell: null, row: null }, { replace: false });
    close();
  };
  const end = days.to < today.value ? days.to : today.value;
  const options = [
    ...(end < today.value ? [{ value: 'end', label: t('map.end', { date: day(end) }) }] : []),
    { value: 'now', label: t('map.today', { date: day(today.value) }) },
    { value: BEFORE_REFORM, label: t('map.before_reform') },
    { value: 'other', label: t('map.other') },
  ];
  const value = isOther ? 'other' : (map ?? (end < today.value ? 'end' : 'now'));
  const choose = (chosen: string) => {
    setIsOther(chosen === 'other');
    if (chosen === 'other') return;
    // Today is where a period that goes on ends: the address stays short.
    const isDefault = chosen === 'end' || (chosen === 'now' && end >= today.value);
    show(isDefault ? null : chosen);
  };
  return (
    <div class="stack">
      <Choice id="map-which" look="list" legend={t('map.which')} hint={t('map.hint')} value={value} onValue={choose} options={options} />
      {isOther && (
        <>
          <DayInput id="map-day" label={t('map.day')} value={other} onValue={setOther} min={PROGRAMME_START} max={today.value} />
          <Button kind="primary" disabled={!isDay(other)} onClick={() => show(other)}>
            {t('map.show')}
          </Button>
        </>
      )}
    </div>
  );
};

export const MapControl = () => (
  <Control id="map" label={t('map')} value={mapName(shownMap.value)}>
    {(close) => <MapChoice close={close} />}
  </Control>
);
