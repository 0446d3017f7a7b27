// Who looks after several areas sees which one a screen is about, and has the others one tap away.
import { hrefWith } from '../../router';
import { t } from '../i18n';
import { hasSeveral, todays } from './areas';
import { unitId } from './current';

export const OwnAreas = () =>
  hasSeveral.value ? (
    <nav class="own-areas" aria-label={t('area.own')}>
      <span class="quiet">{t('area.one_of', { n: todays.value.length })}</span>
      {todays.value.map(({ id, name }) => (
        <a key={id} class="choice-face choice-link" href={hrefWith({ unit: String(id), by: null, cell: null, row: null })} aria-current={id === unitId.value ? 'true' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  ) : null;
