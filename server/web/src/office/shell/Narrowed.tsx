// On a screen of work that shows one place, the way back to all that is the reader's.
import { useLoad } from '../../data/useLoad';
import { fullName } from '../../data/units';
import { hrefWith } from '../../router';
import { Name } from '../../ui';
import { t } from '../i18n';
import { unitDetail } from './areas';
import { isNarrowed, unitId } from './current';

export const Narrowed = () => {
  const unit = isNarrowed.value ? unitId.value : null;
  const detail = useLoad(() => (unit === null ? Promise.resolve(null) : unitDetail(unit)), [unit]);
  if (unit === null || detail.data?.id !== unit) return null;
  return (
    <p class="narrowed quiet">
      {t('area.only')} <Name of={fullName(detail.data)} /> · <a href={hrefWith({ unit: null })}>{t('area.see_whole')}</a>
    </p>
  );
};
