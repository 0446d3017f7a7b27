// What is unsent, out of this phone: as a file, or as text to paste somewhere.
import { useEffect, useState } from 'preact/hooks';
import { me } from '../../account/account';
import { catalogue, loadCatalogue } from '../../data/catalogue';
import { today } from '../../data/clock';
import { toText } from '../../data/handover';
import { Button, EmptyState } from '../../ui';
import { unsent } from '../outbox/outbox';
import { SESSIONS } from '../paths';
import { UnsentRow } from '../sessions/Row';
import { Page } from '../shell/Page';
import { tOwn as sessions } from '../sessions/texts';
import { t } from './texts';

const download = (name: string, text: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

/** The text is Vietnamese, whatever the screens are. */
const service = (code: string): string => {
  const term = catalogue.value?.services.find((one) => one.code === code);
  return term ? (term.vi_short ?? term.vi) : code;
};

export const SaveScreen = () => {
  const [told, setTold] = useState('');
  useEffect(() => void loadCatalogue().catch(() => {}), []);
  const author = me.value?.user;
  if (!author) return null;
  const text = () => toText(unsent.value, author, service);
  const file = () => {
    const name = `buoi-chua-gui-${today()}.txt`;
    download(name, text());
    setTold(t('save.filed', { name }));
  };
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => setTold(t('save.copied')),
      () => setTold(t('save.copy_failed')),
    );
  return (
    <Page title={t('save.title')} back={`${SESSIONS}?loc=unsent`}>
      {unsent.value.length === 0 ? (
        <EmptyState icon="check" title={sessions('list.none_unsent')} />
      ) : (
        <div class="stack">
          <p>{t('save.help')}</p>
          <ul class="card card-tight rows">
            {unsent.value.map((item) => (
              <UnsentRow key={item.id} item={item} />
            ))}
          </ul>
          <Button kind="primary" icon="download" wide big onClick={file}>
            {t('save.file')}
          </Button>
          {typeof navigator.clipboard?.writeText === 'function' && (
            <Button icon="copy" wide onClick={copy}>
              {t('save.copy')}
            </Button>
          )}
          <p role="status">{told}</p>
        </div>
      )}
    </Page>
  );
};
