// A sheet that was entered by mistake is taken back by whoever entered it.
import { useState } from 'preact/hooks';
import { api, ok } from '../../api/client';
import { TextInput } from '../../ui';
import { FormDialog } from '../FormDialog';
import { t } from './i18n';
import type { Entry } from './entry';

const SHORTEST = 3;
const LONGEST = 500;

type Props = { entry: Pick<Entry, 'id' | 'etag' | 'code'>; onClose: () => void; onDone: () => void };

export const Withdraw = ({ entry: { id, etag, code }, onClose, onDone }: Props) => {
  const [reason, setReason] = useState(t('paper.withdraw_usual'));
  const isSaid = reason.trim().length >= SHORTEST;
  const save = async () => {
    await ok(api.DELETE('/api/v1/sessions/{session_id}', { params: { path: { session_id: id }, header: { 'If-Match': etag ?? '' } }, body: { reason: reason.trim() } }));
    onDone();
  };
  return (
    <FormDialog title={t('paper.withdraw_title', { code: code ?? '' })} action={t('paper.withdraw')} isReady={isSaid} save={save} onClose={onClose}>
      {(wrong) => (
        <>
          <p>{t('paper.withdraw_text')}</p>
          <TextInput id="reason" label={t('paper.withdraw_reason')} value={reason} onValue={setReason} maxLength={LONGEST} error={wrong('/reason', !isSaid && t('paper.withdraw_need'))} />
        </>
      )}
    </FormDialog>
  );
};
