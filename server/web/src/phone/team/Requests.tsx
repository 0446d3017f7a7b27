// Who asks to join, for the yes or no of whoever leads the team.
import { useState } from 'preact/hooks';
import { problemText } from '../../api/client';
import type { JoinRequest } from '../../api/types';
import { spacedPhone } from '../../data/phone';
import { decideJoin, type JoinDecision } from '../../data/joining';
import { instant } from '../../i18n/formats';
import { Button, Notice, Section, Sheet } from '../../ui';
import { t } from './texts';

type Decide = (request: JoinRequest, decision: JoinDecision) => void;

const Row = ({ request, busy, onDecide, onDecline }: { request: JoinRequest; busy: boolean; onDecide: Decide; onDecline: () => void }) => {
  const { name, phone, is_known, asked_at } = request;
  return (
    <li class="ask">
      <div>
        <strong>{name}</strong>
        <p class="quiet small">
          {t(is_known ? 'asks.known' : 'asks.unknown')} · {t('asks.at', { when: instant(asked_at) })}
        </p>
        <a class="ask-phone" href={`tel:${phone}`} aria-label={t('asks.call', { name, phone: spacedPhone(phone) })}>
          {spacedPhone(phone)}
        </a>
      </div>
      <div class="ask-answers">
        <Button label={t('asks.decline_for', { name })} onClick={onDecline}>
          {t('asks.decline')}
        </Button>
        <Button kind="approve" icon="check" busy={busy} label={t('asks.approve_for', { name })} onClick={() => onDecide(request, 'approve')}>
          {t('asks.approve')}
        </Button>
      </div>
    </li>
  );
};

type Props = { requests: JoinRequest[]; onDecided: () => void };

export const Requests = ({ requests, onDecided }: Props) => {
  const [busy, setBusy] = useState('');
  const [declining, setDeclining] = useState<JoinRequest | null>(null);
  const [failure, setFailure] = useState('');
  const [told, setTold] = useState('');
  const decide: Decide = (request, decision) => {
    setBusy(request.id);
    setFailure('');
    setDeclining(null);
    decideJoin(request.id, decision)
      .then(
        // Another may have answered first: the word that stands is said.
        ({ status, name }) => {
          setTold(t(status === 'approved' ? 'asks.approved' : 'asks.declined', { name }));
          onDecided();
        },
        (thrown: unknown) => setFailure(problemText(thrown)),
      )
      .finally(() => setBusy(''));
  };
  return (
    <>
      <div role="status">{told && <Notice tone="approved" title={told} />}</div>
      {failure && <Notice tone="returned" icon="warning" title={failure} live />}
      {requests.length > 0 && (
        <Section title={t('asks.title', { n: requests.length })}>
          <ul class="card card-tight rows">
            {requests.map((request) => (
              <Row key={request.id} request={request} busy={busy === request.id} onDecide={decide} onDecline={() => setDeclining(request)} />
            ))}
          </ul>
        </Section>
      )}
      <Sheet
        open={declining !== null}
        onClose={() => setDeclining(null)}
        title={declining ? t('asks.decline_title', { name: declining.name }) : ''}
        actions={
          <>
            <Button onClick={() => setDeclining(null)}>{t('action.cancel')}</Button>
            <Button kind="danger" onClick={() => declining && decide(declining, 'decline')}>
              {t('asks.decline')}
            </Button>
          </>
        }
      >
        <p>{declining && t('asks.decline_help', { phone: spacedPhone(declining.phone) })}</p>
      </Sheet>
    </>
  );
};
