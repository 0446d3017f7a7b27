// An invitation to hand over: scanned, sent, or read out.
import { useState } from 'preact/hooks';
import type { Invitation } from '../../api/types';
import { inviteLink, typedCode } from '../../data/invitations';
import { Button, Notice } from '../../ui';
import { Qr } from '../../ui/Qr';
import { t } from './i18n';

const messageOf = ({ token, name, team }: Invitation): string => {
  const said = { team: team.name, link: inviteLink(token) };
  return name ? t('invite.message', { ...said, name }) : t('invite.message_team', said);
};

export const Shown = ({ invitation }: { invitation: Invitation }) => {
  const [copied, setCopied] = useState<boolean | null>(null);
  // Without a secure connection there is no clipboard at all.
  const copy = () => Promise.resolve(navigator.clipboard?.writeText(messageOf(invitation)) ?? Promise.reject()).then(() => setCopied(true), () => setCopied(false));
  const link = inviteLink(invitation.token);
  return (
    <div class="invitation">
      <Qr text={link} label={t('invite.qr', { team: invitation.team.name })} />
      <div class="stack">
        <p>{t('invite.scan')}</p>
        <dl class="invitation-facts">
          <div>
            <dt class="quiet small">{t('invite.link')}</dt>
            <dd class="invitation-link">{link}</dd>
          </div>
          <div>
            <dt class="quiet small">{t('invite.code')}</dt>
            <dd class="invitation-code">{typedCode(invitation.token)}</dd>
          </div>
        </dl>
        <Button icon="copy" onClick={() => void copy()}>
          {t('invite.copy')}
        </Button>
        <div role="status">
          {copied !== null && <Notice tone={copied ? 'approved' : 'pending'} icon={copied ? 'check' : 'info'} title={t(copied ? 'invite.copied' : 'invite.copy_failed')} />}
        </div>
      </div>
    </div>
  );
};
