// A one-time code: asked for on purpose, shown once, big, with the sentence to read out.
import { useState } from 'preact/hooks';
import { api, ok, problemText } from '../../api/client';
import type { OneTimeCode, Role } from '../../api/types';
import { instant } from '../../i18n/formats';
import { Button, Dialog, Notice } from '../../ui';
import { copyText } from '../remind/copy';
import { t } from './i18n';
import { spoken } from './names';

type Props = { user: { id: number; name: string; role: Role; has_secret: boolean }; onClose: () => void };

export const Code = ({ user, onClose }: Props) => {
  const [given, setGiven] = useState<OneTimeCode | null>(null);
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const { name } = user;
  const issue = async () => {
    setBusy(true);
    setFailure('');
    try {
      setGiven(await ok(api.POST('/api/v1/users/{user_id}/recovery-code', { params: { path: { user_id: user.id } } })));
    } catch (thrown) {
      setFailure(problemText(thrown));
    } finally {
      setBusy(false);
    }
  };
  const [copied, setCopied] = useState<boolean | null>(null);
  const sentence = given && { code: spoken(given.code), until: instant(given.expires_at) };
  const words = sentence ? (user.role === 'volunteer' ? t('code.sentence', sentence) : t('code.sentence_office', sentence)) : '';
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('code.title', { name })}
      actions={
        given ? (
          <Button onClick={onClose}>{t('action.close')}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('action.cancel')}</Button>
            <Button kind="primary" busy={busy} onClick={() => void issue()}>
              {t('code.confirm')}
            </Button>
          </>
        )
      }
    >
      <div class="stack">
        {failure && <Notice tone="returned" icon="warning" title={failure} live />}
        {given && sentence ? (
          <div role="status" class="stack">
            <p class="one-time-code">{spoken(given.code)}</p>
            <p>
              <strong>{t('code.read', { name })}</strong>
              <br />
              {words}
            </p>
            <div class="row">
              <Button icon="copy" onClick={() => void copyText(words).then(setCopied)}>
                {t('code.copy')}
              </Button>
              {copied !== null && <span class="quiet small">{t(copied ? 'code.copied' : 'code.copy_failed')}</span>}
            </div>
            <Notice tone="pending" icon="info" title={t('code.once')} />
          </div>
        ) : (
          <p>{t(user.has_secret ? 'code.warn' : 'code.first', { name })}</p>
        )}
      </div>
    </Dialog>
  );
};
