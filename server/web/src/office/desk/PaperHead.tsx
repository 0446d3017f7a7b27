// On paper, where no controls are: whose teams a list names, on what day, and whether it is all of them.
import { useLoad } from '../../data/useLoad';
import { fullName } from '../../data/units';
import { instant, number } from '../../i18n/formats';
import { t } from './i18n';
import { ownNames, unitDetail } from '../shell/areas';
import { workUnit } from '../shell/current';

type Props = { asOf: string | undefined; shown: number; n: number };

export const PaperHead = ({ asOf, shown, n }: Props) => {
  const unit = workUnit.value;
  const named = useLoad(() => (unit === null ? Promise.resolve(null) : unitDetail(unit)), [unit]);
  const area = unit === null ? ownNames.value : named.data?.id === unit && fullName(named.data);
  const part = shown < n && t('idle.part', { shown: number(shown), n: number(n) });
  return <p class="print-title">{[area, asOf && `${t('as_of')} ${instant(asOf)}`, part].filter(Boolean).join(' · ')}</p>;
};
