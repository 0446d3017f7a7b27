// Personal invitations that nobody has used yet.
import { useState } from 'preact/hooks';
import { problemText } from '../../api/client';
import type { Invitation } from '../../api/types';
import { now } from '../../data/clock';
import { revoke } from '../../data/joining';
import { Button, Notice, Section, Sheet } from '../../ui';
import { daysLeft } from './expiry';
import { t } from './texts';

const what = ({ name }: Invitation): string => (name ? t('invite.for', { name }) : t('invite.for_anyone'));

const left = ({ expires_at }: Invitation): string => {
  const days = expires_at ? daysLeft(expires_at, now()) : 0;
  return days > 0 ? t('invite.days', { n: days }) : t('invite.last_day');
};

type Props = { invitations: Invitation[]; onShow: (invitation: Invitation) => void; onRevoked: () => void };

export const OpenOnes = ({ invitations, onShow, onRevoked }: Props) => {
  const [ending, setEnding] = useState<Invitation | null>(null);
  const [failure, setFailure] = useState('');
  const [told, setTold] = useState('');
  const end = ({ token }: Invitation) => {
    setFailure('');
    revoke(token).then(
      () => {
        setEnding(null);
        setTold(t('invite.revoked'));
        onRevoked();
      },
      (thrown: unknown) => setFailure(problemText(thrown)),
    );
  };
  return (
    <>
      <div role="status">{told && <Notice tone="approved" title={told} />}</div>
      {invitations.length > 0 && (
        <Section title={t('invite.open')}>
          <ul class="card card-tight rows">
            {invitations.map((one) => (
              <li class="ask" key={one.token}>
                <div>
                  <strong>{what(one)}</strong>
                  <p class="quiet small">{left(one)}</p>
                </div>
                <div class="ask-answers">
                  <Button kind="quiet" label={t('invite.revoke_for', { what: what(one) })} onClick={() => setEnding(one)}>
                    {t('invite.revoke')}
                  </Button>
                  <Button label={t('invite.show_for', { what: what(one) })} onClick={() => onShow(one)}>
                    {t('invite.show')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Sheet
        open={ending !== null}
        onClose={() => setEnding(null)}
        title={t('invite.revoke_title')}
        actions={
          <>
            <Button onClick={() => setEnding(null)}>{t('action.cancel')}</Button>
            <Button kind="danger" onClick={() => ending && end(ending)}>
              {t('invite.revoke')}
            </Button>
          </>
        }
      >
        {failure && <Notice tone="returned" icon="warning" title={failure} live />}
        <p>{t('invite.revoke_help')}</p>
      </Sheet>
    </>
  );
};
