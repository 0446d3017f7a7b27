// What is worth knowing and never needed: behind one button, opened by itself when something in it
// must be looked at.
import { useEffect, useState } from 'preact/hooks';
import { useLoad } from '../../data/useLoad';
import { Icon, Loading } from '../../ui';
import { t } from '../i18n';
import { isDetail, looksPersonal } from './check';
import type { DetailProps } from './DetailFields';

const Later = (props: DetailProps) => {
  const { data, failure } = useLoad(() => import('./DetailFields'), []);
  if (data) return <data.DetailFields {...props} />;
  return failure ? <p class="hint">{t('form.details_not_loaded')}</p> : <Loading />;
};

export const Details = (props: DetailProps) => {
  const { editing } = props;
  const mustShow = Object.keys(editing.errors).some(isDetail);
  const [wanted, setWanted] = useState(looksPersonal(editing.form.note));
  const open = wanted || mustShow;
  useEffect(() => {
    // There when it is opened, also if the signal goes meanwhile.
    import('./DetailFields').catch(() => {});
  }, []);
  return (
    <section class="card card-tight">
      <button class="disclosure" type="button" aria-expanded={open} aria-controls="details" onClick={() => setWanted(!open)}>
        <span>
          <strong>{t('form.details')}</strong>
          <span class="choice-hint">{t('form.details_hint')}</span>
        </span>
        <Icon name={open ? 'chevron-up' : 'chevron-down'} size={20} />
      </button>
      <div id="details" hidden={!open}>
        {open && <Later {...props} />}
      </div>
    </section>
  );
};
