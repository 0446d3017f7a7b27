// Why: the reasons, the places to look at again, and a word to the author.
import { useEffect, useState } from 'preact/hooks';
import type { Decision, SessionDetail } from '../../api/types';
import { Button, ChoiceMany, Notice, Sheet, TextArea } from '../../ui';
import { catalogue, loadCatalogue, termName } from '../../data/catalogue';
import { t } from './i18n';
import type { Given } from './decide';
import { markable } from './facts';
import { keepTyped, typedBefore, type Typed } from './unsent';
import { fieldName, what } from './words';

type Props = {
  session: SessionDetail;
  decision: Exclude<Decision, 'approve'>;
  busy: boolean;
  problem: string;
  onClose: () => void;
  onDecide: (decision: Decision, given: Given) => Promise<void>;
};

const TITLE = { return: 'decide.return_title', refuse: 'decide.refuse_title', reopen: 'decide.reopen_title' } as const;
const ACTION = { return: 'decide.return_action', refuse: 'action.refuse', reopen: 'action.reopen' } as const;
const COMMENT_AT_MOST = 500;

export const DecisionForm = ({ session, decision, busy, problem, onClose, onDecide }: Props) => {
  const [typed, setTyped] = useState(typedBefore(session.id, decision));
  const { reasons, fields, comment } = typed;
  const type = (changes: Partial<Typed>) => {
    const now = { ...typed, ...changes };
    keepTyped(session.id, decision, now);
    setTyped(now);
  };
  const [tried, setTried] = useState(false);
  useEffect(() => void loadCatalogue(), []);
  // What is asked first: the reasons come with the catalogue.
  const isReady = decision !== 'return' || catalogue.value !== null;
  useEffect(() => void (isReady && document.getElementById(decision === 'return' ? 'reasons' : 'comment')?.focus()), [isReady]);

  const isBack = decision === 'reopen' && session.state !== 'approved';
  const isReturn = decision === 'return';
  const needsComment = !isReturn || reasons.includes('other');
  const noReason = isReturn && reasons.length === 0;
  const noComment = needsComment && comment.trim() === '';

  const submit = () => {
    if (busy) return;
    setTried(true);
    if (noReason || noComment) {
      const missing = noReason ? 'reasons' : 'comment';
      document.getElementById(missing)?.focus();
      // What is missing is said under the field, which on a phone may be out of sight.
      requestAnimationFrame(() => document.getElementById(`${missing}-error`)?.scrollIntoView({ block: 'center' }));
      return;
    }
    void onDecide(decision, {
      ...(isReturn && { reasons, fields }),
      ...(comment.trim() && { comment: comment.trim() }),
    });
  };
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={t(isBack ? 'decide.back_title' : TITLE[decision])}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={submit}>
            {t(isBack ? 'action.take_back' : ACTION[decision])}
          </Button>
        </>
      }
    >
      <div class="stack" onKeyDown={sendByKey}>
        <p class="quiet">{what(session)}</p>
        {problem && <Notice tone="returned" icon="warning" title={problem} live />}
        {isReturn ? (
          <>
            <ChoiceMany
              id="reasons"
              legend={t('decide.reasons')}
              value={reasons}
              onValue={(chosen) => type({ reasons: chosen })}
              error={tried && noReason ? t('decide.need_reason') : undefined}
              options={(catalogue.value?.reasons ?? []).map(({ code }) => ({ value: code, label: termName('reasons', code) }))}
            />
            <ChoiceMany
              id="fields"
              legend={t('decide.fields')}
              value={fields}
              onValue={(chosen) => type({ fields: chosen })}
              options={markable(session).map((value) => ({ value, label: fieldName(value) }))}
            />
          </>
        ) : (
          <p>{t(decision === 'refuse' ? 'decide.refuse_hint' : isBack ? 'decide.back_hint' : 'decide.reopen_hint')}</p>
        )}
        <TextArea
          id="comment"
          label={t(isReturn ? 'decide.comment' : 'decide.why')}
          optional={!needsComment}
          value={comment}
          onValue={(words) => type({ comment: words })}
          maxLength={COMMENT_AT_MOST}
          error={tried && noComment ? t('decide.need_comment') : undefined}
        />
      </div>
    </Sheet>
  );
};
