// For whoever looks after nothing, or nothing any more: whom to ask, instead of empty lists that would
// look as if all were done.
import { me } from '../../account/account';
import { EmptyState } from '../../ui';
import { Call } from '../Call';
import { t } from '../i18n';

export const NoArea = () => {
  const contact = me.value?.contact;
  return (
    <>
      <div class="page-head">
        <h1>{t('nav.desk')}</h1>
      </div>
      <EmptyState icon="map" title={t('no_area.title')} action={contact?.phone && <Call name={contact.name} phone={contact.phone} />}>
        {t('no_area.text')} {contact ? t('no_area.ask_name', { name: contact.name }) : t('no_area.ask')}
      </EmptyState>
    </>
  );
};
