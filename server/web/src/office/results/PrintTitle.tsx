// On paper, where no controls are: what every number obeys.
import type { Rollup } from '../../api/types';
import { day, instant } from '../../i18n/formats';
import { sentence } from '../../i18n/text';
import { t } from './i18n';
import { filters, today } from '../shell/current';
import { mapName } from '../shell/MapControl';
import { periodLabel } from './names';

type Props = { area: string; map: string; asOf: string; state: Rollup['state'] };

export const PrintTitle = ({ area, map, asOf, state }: Props) => {
  const { days } = filters.value;
  const facts = [
    area,
    t('chart.period', { period: periodLabel(filters.value), from: day(days.from), to: day(days.to < today.value ? days.to : today.value) }),
    t('chart.map', { map: mapName(map) }),
    sentence(t(`results.${state}`)),
    t('chart.as_of', { when: instant(asOf) }),
    t('chart.source'),
  ];
  return <p class="print-title">{facts.join(' · ')}</p>;
};
