import { me } from '../../account/account';
import { useLoad } from '../../data/useLoad';
import { Notice } from '../../ui';
import { t } from '../i18n';
import { othersUnsent } from './others';

/** So that nobody clears a phone that still holds somebody's work. */
export const Others = () => {
  const own = me.value?.user.id ?? null;
  const { data } = useLoad(() => othersUnsent(own), [own]);
  return data ? <Notice tone="plain" icon="info" title={t(own === null ? 'phone.somebodys' : 'phone.others', { n: data })} /> : null;
};
