// On paper, where no controls are: whose teams a list names, and on what day.
import { useLoad } from '../../data/useLoad';
import { fullName } from '../../data/units';
import { instant } from '../../i18n/formats';
import { t } from './i18n';
import { ownNames, unitDetail } from '../shell/areas';
import { workUnit } from '../shell/current';

export const PaperHead = ({ asOf }: { asOf: string | undefined }) => {
  const unit = workUnit.value;
  const named = useLoad(() => (unit === null ? Promise.resolve(null) : unitDetail(unit)), [unit]);
  const area = unit === null ? ownNames.value : named.data?.id === unit && fullName(named.data);
  return <p class="print-title">{[area, asOf && `${t('as_of')} ${instant(asOf)}`].filter(Boolean).join(' · ')}</p>;
};
