import type { Decision, SessionDetail } from '../../api/types';
import { Button, Icon } from '../../ui';
import { t } from './i18n';

export const DECISIONS = ['approve', 'return', 'refuse', 'reopen'] as const;

/** To the session before and after in the list, where there is one. */
export type Steps = Record<'previous' | 'next', (() => void) | null>;

type Props = {
  session: SessionDetail;
  busy: boolean;
  isWide: boolean;
  approve: () => void;
  /** `keep`: the answer to who asked for it back, that it stays as it was. */
  ask: (kind: Exclude<Decision, 'approve'> | 'keep' | 'keys') => void;
  steps: Steps;
};

export const Key = ({ children }: { children: string }) => (
  <kbd class="key" aria-hidden="true">
    {children}
  </kbd>
);

export const Actions = ({ session, busy, isWide, approve, ask, steps: { previous, next } }: Props) => {
  const can = (decision: Decision | 'keep'): boolean => session.may.includes(decision);
  const canDecide = DECISIONS.some(can);
  if (!canDecide && (isWide || !(previous || next))) return null;
  return (
    <>
      {canDecide && (
        <div class="decisions">
          {can('approve') && (
            <Button id="approve" kind="approve" busy={busy} onClick={approve}>
              {t('action.approve')} {isWide && <Key>A</Key>}
            </Button>
          )}
          {can('return') && (
            <Button id="return" onClick={() => ask('return')}>
              {t('action.return')} {isWide && <Key>R</Key>}
            </Button>
          )}
          {can('reopen') && (
            <Button id="reopen" onClick={() => ask('reopen')}>
              {t(session.state === 'approved' ? 'action.reopen' : 'action.take_back')}
            </Button>
          )}
          {can('keep') && (
            <Button id="keep" busy={busy} onClick={() => ask('keep')}>
              {t('action.keep')}
            </Button>
          )}
        </div>
      )}
      <div class={isWide ? 'decisions-more' : 'decisions-steps'}>
        {!isWide && previous && (
          <button type="button" class="text-button step-back" aria-label={t('keys.k')} onClick={previous}>
            <Icon name="chevron-right" size={16} />
            {t('panel.previous')}
          </button>
        )}
        {isWide && (
          <p class="quiet small">
            <span aria-hidden="true">
              <Key>J</Key> <Key>K</Key> {t('review.keys')}
            </span>
            <button type="button" class="key-button" aria-label={t('keys.title')} title={t('keys.title')} onClick={() => ask('keys')}>
              <Key>?</Key>
            </button>
          </p>
        )}
        {can('refuse') && (
          <button id="refuse" type="button" class="text-button refuse" onClick={() => ask('refuse')}>
            {t('action.refuse')}
          </button>
        )}
        {!isWide && next && (
          <button type="button" class="text-button step-on" aria-label={t('keys.j')} onClick={next}>
            {t('panel.next')}
            <Icon name="chevron-right" size={16} />
          </button>
        )}
      </div>
    </>
  );
};
