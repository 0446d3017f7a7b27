// Many at once: listed before they are approved, and answered one by one.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { me } from '../../account/account';
import type { BulkResult, ListedSession } from '../../api/types';
import { Button, Dialog, Icon, Notice } from '../../ui';
import { t } from './i18n';
import { failureText } from '../failure';
import { shortTeam } from '../teams/names';
import { isDone, sendMany } from './decide';
import { clean } from './facts';
import { Flags } from './Queue';
import { undoBulk, type Undo, type Undone } from './Said';
import { enteredBy, nilOf, what } from './words';

const AT_MOST = 100;

type Props = {
  items: readonly ListedSession[];
  chosen: readonly string[];
  /** At once, while the answers are still read: it is the last deed from then on. */
  onApproved: (n: number, undo: Undo) => void;
  /** `rest`: what somebody else was faster with. */
  onDone: (approved: string[], rest: string[]) => void;
  onUndone: (undone: Undone) => void;
};

/** Several may be of one day and place. */
const Which = ({ session, children }: { session: ListedSession; children: ComponentChildren }) => (
  <span>
    {session.nil ? <strong>{nilOf(session)}</strong> : what(session)}
    <span class="quiet small queue-team">{[shortTeam(session.team.name), enteredBy(session, me.value?.user.id)].filter(Boolean).join(' · ')}</span>
    {children}
  </span>
);

const ToApprove = ({ sessions, isPart }: { sessions: readonly ListedSession[]; isPart: boolean }) => (
  <div class="stack">
    <p>{t('bulk.check')}</p>
    {isPart && <p class="quiet">{t('bulk.first', { n: AT_MOST })}</p>}
    <ul class="plain-list">
      {sessions.map((session) => (
        <li key={session.id}>
          <Which session={session}>
            <Flags session={session} />
          </Which>
          <span class="numbers">{session.participants !== null && t('bulk.turns', { n: session.participants })}</span>
        </li>
      ))}
    </ul>
    <p>
      <strong>{t('bulk.sum', { n: sessions.reduce((sum, one) => sum + (one.participants ?? 0), 0) })}</strong>
    </p>
  </div>
);

type OutcomeProps = { sessions: readonly ListedSession[]; results: readonly BulkResult[] };

const Outcome = ({ sessions, results }: OutcomeProps) => {
  const resultOf = (id: string) => results.find((result) => result.id === id);
  const failed = sessions.filter(({ id }) => !results.some((result) => result.id === id && isDone(result)));
  const approved = results.filter(isDone).length;
  return (
    <div class="stack" role="status">
      {approved > 0 && <Notice tone="approved" title={t('bulk.done', { n: approved })} />}
      {failed.length > 0 && <Notice tone="returned" icon="warning" title={t('bulk.some_failed', { n: failed.length })} />}
      <ul class="plain-list">
        {sessions.map((session) => {
          const result = resultOf(session.id);
          const went = result !== undefined && isDone(result);
          return (
            <li key={session.id}>
              <Which session={session}>{!went && <span class="error-text">{result?.problem?.detail ?? t('bulk.failed')}</span>}</Which>
              <Icon name={went ? 'check' : 'warning'} size={20} label={t(went ? 'queue.approved' : 'bulk.failed')} />
            </li>
          );
        })}
      </ul>
    </div>
  );
};

export const Bulk = ({ items, chosen, onApproved, onDone, onUndone }: Props) => {
  const [sessions, setSessions] = useState<readonly ListedSession[] | null>(null);
  const [results, setResults] = useState<BulkResult[] | null>(null);
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const isChosen = chosen.length > 0;
  const approvedOf = (answers: readonly BulkResult[] | null) => (sessions ?? []).filter(({ id }) => answers?.some((answer) => answer.id === id && isDone(answer)));
  const approved = approvedOf(results);
  const wanted = isChosen ? items.filter(({ id, state }) => chosen.includes(id) && state === 'pending') : clean(items);

  const send = async (sending: () => Promise<void>) => {
    setBusy(true);
    setFailure('');
    try {
      await sending();
    } catch (thrown) {
      setFailure(failureText(thrown));
    } finally {
      setBusy(false);
    }
  };
  const confirm = () =>
    send(async () => {
      const answers = await sendMany(sessions ?? [], 'approve');
      const done = approvedOf(answers);
      setResults(answers);
      if (done.length > 0) onApproved(done.length, undoBulk(done));
    });
  const close = () => {
    const ids = approved.map(({ id }) => id);
    if (results) onDone(ids, (sessions ?? []).map(({ id }) => id).filter((id) => !ids.includes(id)));
    setSessions(null);
    setResults(null);
    setFailure('');
  };
  const undo = () =>
    send(async () => {
      const undone = await undoBulk(approved).run();
      setSessions(null);
      setResults(null);
      onUndone(undone);
    });
  if (wanted.length === 0 && !sessions) return null;
  const n = sessions?.length ?? 0;
  return (
    <>
      <Button kind="primary" onClick={() => setSessions(wanted.slice(0, AT_MOST))}>
        {t(isChosen ? 'bulk.chosen' : 'bulk.clean', { n: wanted.length })}
      </Button>
      <Dialog
        open={sessions !== null}
        onClose={close}
        title={t('bulk.title', { n })}
        actions={
          results ? (
            <>
              {approved.length > 0 && (
                <Button icon="undo" busy={busy} onClick={() => void undo()}>
                  {t('said.undo')}
                </Button>
              )}
              <Button onClick={close}>{t('action.close')}</Button>
            </>
          ) : (
            <>
              <Button onClick={close}>{t('action.cancel')}</Button>
              <Button kind="approve" busy={busy} onClick={() => void confirm()}>
                {t('bulk.confirm', { n })}
              </Button>
            </>
          )
        }
      >
        {failure && <Notice tone="returned" icon="warning" title={failure} live />}
        {results ? <Outcome sessions={sessions ?? []} results={results} /> : <ToApprove sessions={sessions ?? []} isPart={wanted.length > AT_MOST} />}
      </Dialog>
    </>
  );
};
