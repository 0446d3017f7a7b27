// The opened session: what was recorded, and what to decide about it. It stays while the sessions in
// it change, so that on a phone no dialog closes and opens between two of them.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { me } from '../../account/account';
import type { Decision, ListedSession, SessionDetail } from '../../api/types';
import { Notice, SidePanel } from '../../ui';
import { t } from './i18n';
import { Loaded } from '../Loaded';
import { Actions, DECISIONS, type Steps } from './Actions';
import { send } from './decide';
import { useDetail, type Listed } from './details';
import { Dialogs, type Said } from './Dialogs';
import { isBy } from './facts';
import { Merged } from './Merged';
import { takeApart } from './merging';
import { Overtaken } from './Overtaken';
import { undoDecision, undoReopening, type Undo } from './Said';
import { SessionFacts } from './SessionFacts';
import { Similar } from './Similar';
import { useDeciding } from './useDeciding';
import { useFit } from './useFit';
import { useKeys } from './useKeys';
import { briefly } from './words';

type Props = {
  id: string;
  listed: Listed;
  isWide: boolean;
  /** Rises when the reader was led to this session: it then takes the focus. */
  led: number;
  said: ComponentChildren;
  steps: Steps;
  onClose: () => void;
  onSeen: (session: ListedSession) => void;
  onDecided: (session: ListedSession, said: string, undo: Undo | null) => void;
  onMerged: (kept: SessionDetail, gone: string) => void;
};

const SAID = {
  approve: 'decide.approved',
  return: 'decide.returned',
  refuse: 'decide.refused',
  reopen: 'decide.reopened',
  'keep.kept': 'keep.kept',
  'merge.undone': 'merge.undone',
} as const;

/** The way back for who has just decided; `before`: as it was. An author's wish to have it reopened does not come back. */
const wayBack = (what: keyof typeof SAID, before: SessionDetail | null, now: ListedSession): Undo | null => {
  if (what === 'approve' || what === 'return' || what === 'refuse') return undoDecision(now);
  const isBack = what === 'reopen' && before?.state === 'approved' && before.asked_back === null && now.may.includes('approve');
  return isBack ? undoReopening(now) : null;
};

/** Why there is nothing to decide. */
const Barred = ({ session }: { session: SessionDetail }) => {
  if (DECISIONS.some((decision) => session.may.includes(decision)) || session.merged_into !== null) return null;
  if (session.ending === 'undone') return <p class="quiet small">{t('panel.may_not_undone')}</p>;
  if (session.state !== 'pending') return <p class="quiet small">{t(`panel.may_not_${session.state}`)}</p>;
  return <Notice title={isBy(session, me.value?.user.id) ? t('panel.own') : t('panel.level_above', { name: session.submitted_by.name })} />;
};

const toTop = (): HTMLElement | null => {
  const title = document.getElementById('session-title');
  title?.closest('.panel, .dialog-content')?.scrollTo(0, 0);
  return title;
};

export const Panel = ({ id, listed, isWide, led, said, steps, onClose, onSeen, onDecided, onMerged }: Props) => {
  const panel = useFit();
  const load = useDetail(id, listed);
  const session = load.data;
  const deciding = useDeciding(id, session, load.reload);
  const { busy, problem, overtaken, ask, answer } = deciding;
  useEffect(() => {
    if (session) onSeen(session);
  }, [session]);
  useEffect(() => {
    if (led > 0 && session) toTop()?.focus({ preventScroll: true });
  }, [led, session !== null]);
  // Why a decision was not taken is said above all that was read before it.
  useEffect(() => {
    if (overtaken !== null || problem) toTop();
  }, [overtaken, problem]);

  const onSaid: Said = (what) => (now) => {
    const said = now.isAgain && what === 'approve' ? 'decide.approved_before' : SAID[what];
    // What was decided elsewhere is not taken back from here as a slip.
    onDecided(now, t(said, { what: session ? briefly(session) : '' }), now.isAgain ? null : wayBack(what, session, now));
  };
  const approve = () => answer((one) => send(one, 'approve', {}), onSaid('approve'));
  const apart = () => answer((one) => takeApart(one.id), onSaid('merge.undone'), t('merge.too_late'));
  const can = (decision: Decision): boolean => session?.may.includes(decision) ?? false;
  useKeys({
    a: () => void (can('approve') && approve()),
    r: () => can('return') && ask({ kind: 'return' }),
    x: () => can('refuse') && ask({ kind: 'refuse' }),
    '?': () => ask({ kind: 'keys' }),
  });

  // Of what was merged there is nothing to say at its foot.
  const isIdle = session?.merged_into != null && !DECISIONS.some(can);

  const facts = (
    <Loaded load={load}>
      {(opened) => (
        <div class="stack">
          {problem && <Notice tone="returned" icon="warning" title={problem} live />}
          {overtaken !== null && <Overtaken id={id} seen={overtaken} />}
          <Merged session={opened} busy={busy} apart={() => void apart()} />
          <SessionFacts session={opened} beside={<Similar session={opened} merge={(other) => ask({ kind: 'merge', other })} />} />
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
          approve={() => void approve()}
          ask={(kind) => ask({ kind })}
          steps={steps}
        />
      )}
    </>
  );
  const dialogs = <Dialogs session={session} deciding={deciding} onSaid={onSaid} onMerged={onMerged} />;
  return isWide ? (
    <aside class="card panel" ref={panel} aria-label={t('panel.title')}>
      {facts}
      <div class={isIdle ? 'panel-idle' : 'panel-actions'}>{actions}</div>
      {dialogs}
    </aside>
  ) : (
    <SidePanel open onClose={onClose} title={t('panel.title')} actions={actions}>
      {facts}
      {dialogs}
    </SidePanel>
  );
};
