// An invitation handed from phone to phone: scanned, sent, or read out.
import { useState } from 'preact/hooks';
import type { Invitation } from '../../api/types';
import { inviteLink, typedCode } from '../../data/invitations';
import { Button, Sheet } from '../../ui';
import { Qr } from '../../ui/Qr';
import { copy, share } from '../sessions/share';
import { t } from './texts';

const titleOf = ({ kind, name }: Invitation): string =>
  kind === 'team' ? t('invite.many') : name ? t('invite.made', { name }) : t('invite.made_anyone');

const Shown = ({ invitation }: { invitation: Invitation }) => {
  const [told, setTold] = useState('');
  const link = inviteLink(invitation.token);
  const text = t('invite.message', { team: invitation.team.name, link });
  const tell = (how: 'shared' | 'copied' | 'failed') => setTold(how === 'copied' ? t('invite.copied') : how === 'failed' ? t('invite.copy_failed') : '');
  return (
    <div class="stack handed">
      <Qr text={link} label={t('invite.qr', { team: invitation.team.name })} />
      <p>{t('invite.scan')}</p>
      <p class="handed-link">{link}</p>
      <p>
        {t('invite.code')} <strong class="handed-code">{typedCode(invitation.token)}</strong>
      </p>
      <Button kind="primary" wide big icon="share" onClick={() => void share(text).then(tell)}>
        {t('invite.share')}
      </Button>
      <Button icon="copy" wide onClick={() => void copy(link).then(tell)}>
        {t('invite.copy')}
      </Button>
      <p role="status">{told}</p>
    </div>
  );
};

export const Handed = ({ invitation, onClose }: { invitation: Invitation | null; onClose: () => void }) => (
  <Sheet open={invitation !== null} onClose={onClose} title={invitation ? titleOf(invitation) : ''}>
    {invitation && <Shown invitation={invitation} />}
  </Sheet>
);
