// The opened session: what was recorded, and what to decide about it.
import { useEffect, useState } from 'preact/hooks';
import { me } from '../../account/account';
import { api, isProblem, ok, problemText } from '../../api/client';
import type { Decision, Review, Session, SessionDetail } from '../../api/types';
import { Notice, SidePanel } from '../../ui';
import { t } from '../i18n';
import { Loaded } from '../Loaded';
import { useLoad } from '../../data/useLoad';
import { Actions } from './Actions';
import { DecisionForm, type Given } from './DecisionForm';
import { etagOf, isBy } from './facts';
import { SessionFacts } from './SessionFacts';
import { Keeping } from './Keeping';
import { useKeys } from './useKeys';
import { what } from './words';

type Props = {
  id: string;
  isWide: boolean;
  onClose: () => void;
  onSeen: (session: Session) => void;
  onDecided: (session: Session, said: string) => void;
};

const SAID = { approve: 'decide.approved', return: 'decide.returned', refuse: 'decide.refused', reopen: 'decide.reopened' } as const;
type Said = (typeof SAID)[Decision] | 'keep.kept';

const send = (session: SessionDetail, decision: Decision, given: Given) =>
  ok(
    api.POST('/api/v1/sessions/{session_id}/review', {
      params: { path: { session_id: session.id }, header: { 'If-Match': etagOf(session) } },
      // Reasons are the catalogue's codes.
      body: { decision, ...given } as Review,
    }),
  );

const letStay = (session: SessionDetail) =>
  ok(api.DELETE('/api/v1/sessions/{session_id}/reopen-request', { params: { path: { session_id: session.id } } }));

export const Panel = ({ id, isWide, onClose, onSeen, onDecided }: Props) => {
  const load = useLoad(() => ok(api.GET('/api/v1/sessions/{session_id}', { params: { path: { session_id: id } } })), [id]);
  const [form, setForm] = useState<Exclude<Decision, 'approve'> | null>(null);
  const [keeping, setKeeping] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const session = load.data;
  useEffect(() => {
    if (session) onSeen(session);
  }, [session]);

  const answer = async (sending: (session: SessionDetail) => Promise<Session>, said: Said): Promise<void> => {
    if (!session || busy) return;
    setBusy(true);
    setProblem('');
    try {
      const now = await sending(session);
      close();
      onDecided(now, t(said, { what: what(session) }));
      load.reload();
    } catch (thrown) {
      const isOvertaken = isProblem(thrown) && (thrown.status === 412 || thrown.code === 'state_conflict');
      setProblem(isOvertaken ? t('panel.stale') : problemText(thrown));
      if (isOvertaken) {
        close();
        load.reload();
      }
    } finally {
      setBusy(false);
    }
  };
  const close = () => {
    setForm(null);
    setKeeping(false);
  };
  const decide = (decision: Decision, given: Given = {}) => answer((one) => send(one, decision, given), SAID[decision]);
  const can = (decision: Decision): boolean => session?.may.includes(decision) ?? false;
  useKeys({
    a: () => void (can('approve') && decide('approve')),
    r: () => void (can('return') && setForm('return')),
  });

  const facts = (
    <Loaded load={load}>
      {(opened) => (
        <div class="stack">
          {problem && <Notice tone="returned" icon="warning" title={problem} live />}
          {!problem && opened.may.length === 0 && opened.state === 'pending' && isBy(opened, me.value?.user.id) && <Notice title={t('panel.own')} />}
          <SessionFacts session={opened} />
        </div>
      )}
    </Loaded>
  );
  const actions = session && <Actions session={session} busy={busy} isWide={isWide} decide={decide} ask={setForm} keep={() => setKeeping(true)} />;
  const dialogs = session && (
    <>
      {form && <DecisionForm session={session} decision={form} busy={busy} problem={problem} onClose={close} onDecide={decide} />}
      {keeping && <Keeping session={session} busy={busy} problem={problem} onClose={close} onKeep={() => void answer(letStay, 'keep.kept')} />}
    </>
  );
  return isWide ? (
    <aside class="card panel" aria-label={t('panel.title')}>
      {facts}
      {actions && <div class="panel-actions">{actions}</div>}
      {dialogs}
    </aside>
  ) : (
    <SidePanel open onClose={onClose} title={t('panel.title')} actions={actions}>
      {facts}
      {dialogs}
    </SidePanel>
  );
};
