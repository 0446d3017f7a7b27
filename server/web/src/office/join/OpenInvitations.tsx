// The invitations of a team that still let somebody in.
import { useState } from 'preact/hooks';
import { problemText } from '../../api/client';
import type { Invitation } from '../../api/types';
import { useLoad } from '../../data/useLoad';
import { instant } from '../../i18n/formats';
import { Button, Dialog, Notice } from '../../ui';
import { t } from './i18n';
import { useCalled } from '../teams/called';
import { ShownDialog } from './Invite';
import { invitationsOf, revoke } from '../../data/joining';

const what = ({ name }: Invitation): string => (name ? t('invite.for', { name }) : t('invite.for_team'));

const Row = ({ invitation, show, take }: { invitation: Invitation; show: () => void; take: () => void }) => {
  const called = useCalled();
  return (
    <li class="person">
      <div class="person-text">
        <strong>{what(invitation)}</strong>
        <p class="quiet small">
          {[
            invitation.kind === 'personal' && called(t(`member.${invitation.role}`)),
            t('invite.by', { name: invitation.created_by.name }),
            invitation.expires_at ? t('invite.until', { until: instant(invitation.expires_at) }) : t('invite.no_end'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div class="row">
        <Button label={t('invite.show_for', { what: what(invitation) })} onClick={show}>
          {t('invite.show')}
        </Button>
        <Button kind="quiet" label={t('invite.revoke_for', { what: what(invitation) })} onClick={take}>
          {t('invite.revoke')}
        </Button>
      </div>
    </li>
  );
};

const Revoking = ({ invitation, onClose, onDone }: { invitation: Invitation; onClose: () => void; onDone: () => void }) => {
  const [failure, setFailure] = useState('');
  const take = () => revoke(invitation.token).then(onDone, (thrown: unknown) => setFailure(problemText(thrown)));
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('invite.revoke_title')}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="danger" onClick={() => void take()}>
            {t('invite.revoke')}
          </Button>
        </>
      }
    >
      {failure && <Notice tone="returned" icon="warning" title={failure} live />}
      <p>{t('invite.revoke_text')}</p>
    </Dialog>
  );
};

/** `turn` rises when one was made elsewhere. */
export const OpenInvitations = ({ team, turn, say }: { team: number; turn: number; say: (said: string) => void }) => {
  const open = useLoad(() => invitationsOf(team), [team, turn]);
  const [shown, setShown] = useState<Invitation | null>(null);
  const [taking, setTaking] = useState<Invitation | null>(null);
  const items = open.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section class="open-invitations" aria-labelledby="open-invitations">
      <h2 id="open-invitations">{t('invite.open')}</h2>
      <ul class="card card-tight people">
        {items.map((one) => (
          <Row key={one.token} invitation={one} show={() => setShown(one)} take={() => setTaking(one)} />
        ))}
      </ul>
      {shown && <ShownDialog invitation={shown} onClose={() => setShown(null)} />}
      {taking && (
        <Revoking
          invitation={taking}
          onClose={() => setTaking(null)}
          onDone={() => {
            setTaking(null);
            say(t('invite.revoked'));
            open.reload();
          }}
        />
      )}
    </section>
  );
};
