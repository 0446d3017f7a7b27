// The opened session: what was recorded, and what to decide about it. It stays while the sessions in
// it change, so that on a phone no dialog closes and opens between two of them.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { me } from '../../account/account';
import { problemText } from '../../api/client';
import type { Decision, Session, SessionDetail } from '../../api/types';
import { Notice, SidePanel } from '../../ui';
import { t } from '../i18n';
import { Loaded } from '../Loaded';
import { Actions, DECISIONS } from './Actions';
import { isOvertaken, letStay, send, type Given } from './decide';
import { DecisionForm } from './DecisionForm';
import { useDetail } from './details';
import { isBy } from './facts';
import { Keeping } from './Keeping';
import { KeysHelp } from './KeysHelp';
import { Overtaken } from './Overtaken';
import { SessionFacts } from './SessionFacts';
import { useKeys } from './useKeys';
import { briefly } from './words';

type Props = {
  id: string;
  /** The version that the list shows; null when it is not in the list. */
  listed: number | null;
  isWide: boolean;
  /** Rises when the reader was led to this session: it then takes the focus. */
  led: number;
  said: ComponentChildren;
  /** To the next one without a decision, if there is one. */
  next: (() => void) | null;
  onClose: () => void;
  onSeen: (session: Session) => void;
  onDecided: (session: Session, said: string) => void;
};

const SAID = { approve: 'decide.approved', return: 'decide.returned', refuse: 'decide.refused', reopen: 'decide.reopened' } as const;
type Said = (typeof SAID)[Decision] | 'keep.kept';

/** What is going on with one session, and over when another is opened. */
type Doing = { id: string; form: Exclude<Decision, 'approve'> | 'keep' | 'keys' | null; problem: string; overtaken: number | null };
const nothing = (id: string): Doing => ({ id, form: null, problem: '', overtaken: null });

/** Why there is nothing to decide. */
const Barred = ({ session }: { session: SessionDetail }) => {
  if (DECISIONS.some((decision) => session.may.includes(decision))) return null;
  if (session.state !== 'pending') return <p class="quiet small">{t('panel.may_not')}</p>;
  return <Notice title={isBy(session, me.value?.user.id) ? t('panel.own') : t('panel.level_above', { name: session.submitted_by.name })} />;
};

const focusTitle = (): void => {
  const title = document.getElementById('session-title');
  title?.closest('.panel, .dialog-content')?.scrollTo(0, 0);
  title?.focus({ preventScroll: true });
};

export const Panel = ({ id, listed, isWide, led, said, next, onClose, onSeen, onDecided }: Props) => {
  const load = useDetail(id, listed);
  const [kept, setDoing] = useState(nothing(id));
  const [busy, setBusy] = useState(false);
  const doing = kept.id === id ? kept : nothing(id);
  const session = load.data;
  const change = (changes: Partial<Doing>) => setDoing({ ...doing, ...changes });
  useEffect(() => {
    if (session) onSeen(session);
  }, [session]);
  useEffect(() => {
    if (led > 0 && session) focusTitle();
  }, [led, session !== null]);

  const answer = async (sending: (session: SessionDetail) => Promise<Session>, words: Said): Promise<void> => {
    if (!session || busy) return;
    setBusy(true);
    change({ problem: '', overtaken: null });
    try {
      const now = await sending(session);
      setDoing(nothing(id));
      load.reload();
      onDecided(now, t(words, { what: briefly(session) }));
    } catch (thrown) {
      if (isOvertaken(thrown)) {
        setDoing({ ...nothing(id), overtaken: session.version });
        load.reload();
      } else change({ problem: problemText(thrown) });
    } finally {
      setBusy(false);
    }
  };
  const decide = (decision: Decision, given: Given = {}) => answer((one) => send(one, decision, given), SAID[decision]);
  const can = (decision: Decision): boolean => session?.may.includes(decision) ?? false;
  const close = () => change({ form: null });
  useKeys({
    a: () => void (can('approve') && decide('approve')),
    r: () => can('return') && change({ form: 'return' }),
    '?': () => change({ form: 'keys' }),
  });

  const facts = (
    <Loaded load={load}>
      {(opened) => (
        <div class="stack">
          {doing.problem && <Notice tone="returned" icon="warning" title={doing.problem} live />}
          {doing.overtaken !== null && <Overtaken id={id} seen={doing.overtaken} />}
          <SessionFacts session={opened} />
        </div>
      )}
    </Loaded>
  );
  const actions = (
    <>
      {said}
      {session && <Barred session={session} />}
      {session && (
        <Actions
          session={session}
          busy={busy}
          isWide={isWide}
          decide={decide}
          ask={(form) => change({ form })}
          keep={() => change({ form: 'keep' })}
          next={next}
          help={() => change({ form: 'keys' })}
        />
      )}
    </>
  );
  const { form, problem } = doing;
  const dialogs = (
    <>
      {form === 'keys' && <KeysHelp onClose={close} />}
      {session && form === 'keep' && <Keeping session={session} busy={busy} problem={problem} onClose={close} onKeep={() => void answer(letStay, 'keep.kept')} />}
      {session && form !== null && form !== 'keep' && form !== 'keys' && (
        <DecisionForm session={session} decision={form} busy={busy} problem={problem} onClose={close} onDecide={decide} />
      )}
    </>
  );
  return isWide ? (
    <aside class="card panel" aria-label={t('panel.title')}>
      {facts}
      <div class="panel-actions">{actions}</div>
      {dialogs}
    </aside>
  ) : (
    <SidePanel open onClose={onClose} title={t('panel.title')} actions={actions}>
      {facts}
      {dialogs}
    </SidePanel>
  );
};
