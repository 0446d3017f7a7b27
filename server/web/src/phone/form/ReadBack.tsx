// P5: the numbers said back once, before they go.
import { useState } from 'preact/hooks';
import type { SessionBody } from '../../api/types';
import { go } from '../../router';
import { Button, Notice } from '../../ui';
import { serviceName } from '../../data/catalogue';
import { t } from '../i18n';
import { freeze } from '../outbox/freeze';
import { enqueue } from '../outbox/keep';
import { sentPath } from '../paths';
import { Facts, Taught } from '../sessions/Facts';
import { dropPhotos } from '../photos/drop';
import { Photos } from '../photos/Photos';
import { Page } from '../shell/Page';
import { store as opened, type Store } from '../store/open';
import { Asked } from './Asked';
import { bodyOf, HOME_VISIT, isTouched } from './form';
import { readBack } from './readback';
import type { Start } from './start';
import type { Editing } from './useForm';

export const APP_VERSION = '1';

type Props = { start: Start; editing: Editing; store: Store; place: string; back: string };

export const ReadBack = ({ start, editing, store, place, back }: Props) => {
  const [busy, setBusy] = useState(false);
  const [isKept, setKept] = useState(true);
  const { form } = editing;
  const frozen = (): SessionBody => bodyOf(form, { created_at: new Date().toISOString(), app_version: APP_VERSION });
  const body = frozen();
  const send = async () => {
    if (busy) return;
    setBusy(true);
    editing.stopSaving();
    let id: string;
    try {
      if (form.type === HOME_VISIT) await dropPhotos(store, start.id);
      const frozenOne = await freeze({ id: start.id, body: frozen(), etag: start.etag, place, dayIsSure: form.dayTaken === null, stamp: form.dayTaken ?? undefined });
      id = await enqueue(store, frozenOne, { draftKey: start.key, replaces: start.replaces });
    } catch {
      setBusy(false);
      return setKept(false);
    }
    const services = Object.entries(form.services).filter(([, taught]) => isTouched(taught));
    void store.drafts.saveHabits({ team_id: form.team_id, type: form.type, services: services.map(([code]) => code) }).catch(() => {});
    if (opened.value === store) go(sentPath(id), { replace: true });
  };
  return (
    <Page
      title={t('read_back.title')}
      back={back}
      foot={
        <>
          <Button kind="primary" wide big busy={busy} onClick={send}>
            {t('read_back.yes')}
          </Button>
          <Button wide href={back}>
            {t('read_back.no')}
          </Button>
        </>
      }
    >
      <div class="stack">
        {!isKept && <Notice tone="returned" icon="warning" title={t('outbox.not_kept')} live />}
        <p class="readback">
          {readBack(body, place, serviceName)} <strong>{t('read_back.right')}</strong>
        </p>
        <Asked id={start.id} body={body} place={place} back={back} />
        <div class="card">
          <Taught services={body.services ?? []} />
          <Facts shown={body} />
          {form.type !== HOME_VISIT && <Photos sessionId={start.id} />}
        </div>
      </div>
    </Page>
  );
};
