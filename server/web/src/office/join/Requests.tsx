// Who asks to join: of one team on its page, of the whole area above the list of teams.
import { useState } from 'preact/hooks';
import { OFFICE } from '../../account/account';
import { api, isProblem, ok, problemText } from '../../api/client';
import type { JoinRequest, Page } from '../../api/types';
import { usePages } from '../../data/usePages';
import { instant } from '../../i18n/formats';
import { Button, Chip, Dialog, Notice } from '../../ui';
import { t } from './i18n';
import { spacedPhone } from '../../data/phone';
import { countWork } from '../desk/work';
import { decideJoin, type JoinDecision } from '../../data/joining';

type RowProps = { asked: JoinRequest; withTeam: boolean; busy: boolean; approve: () => void; decline: () => void };

const Row = ({ asked, withTeam, busy, approve, decline }: RowProps) => (
  <li class="person">
    <div class="person-text">
      <strong>{asked.name}</strong> <Chip tone={asked.is_known ? 'plain' : 'pending'}>{t(asked.is_known ? 'join.known' : 'join.unknown')}</Chip>
      {withTeam && (
        <p>
          <a href={`${OFFICE}to/${asked.team.id}`}>{asked.team.name}</a>
        </p>
      )}
      <p class="quiet small">
        <a href={`tel:${asked.phone}`}>{spacedPhone(asked.phone)}</a> · {t('join.asked', { when: instant(asked.asked_at) })}
      </p>
    </div>
    <div class="row">
      <Button busy={busy} label={t('join.approve_for', { name: asked.name })} onClick={approve}>
        {t('join.approve')}
      </Button>
      <Button kind="quiet" label={t('join.decline_for', { name: asked.name })} onClick={decline}>
        {t('join.decline')}
      </Button>
    </div>
  </li>
);

const Declining = ({ name, onClose, decline }: { name: string; onClose: () => void; decline: () => void }) => (
  <Dialog
    open
    onClose={onClose}
    title={t('join.decline_title', { name })}
    actions={
      <>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button kind="danger" onClick={decline}>
          {t('join.decline')}
        </Button>
      </>
    }
  >
    <p>{t('join.decline_text', { name })}</p>
  </Dialog>
);

const SAID = { approve: 'join.approved', decline: 'join.declined' } as const;

type Of = { team?: number; unit?: number };

const read = (of: Of, cursor?: string): Promise<Page<JoinRequest>> =>
  ok(api.GET('/api/v1/join-requests', { params: { query: { ...of, ...(cursor && { cursor }), limit: 100 } } }));

export const Requests = ({ onJoined, ...of }: Of & { onJoined?: () => void }) => {
  const { team } = of;
  const pages = usePages<JoinRequest>((cursor) => read(of, cursor), [team, of.unit]);
  const [busy, setBusy] = useState<string | null>(null);
  const [declining, setDeclining] = useState<JoinRequest | null>(null);
  const [said, setSaid] = useState<{ tone: 'approved' | 'returned'; text: string } | null>(null);
  const items = pages.items ?? [];

  const decide = async (asked: JoinRequest, decision: JoinDecision) => {
    setDeclining(null);
    setBusy(asked.id);
    try {
      await decideJoin(asked.id, decision);
      setSaid({ tone: 'approved', text: t(SAID[decision], { name: asked.name }) });
      pages.set(items.filter(({ id }) => id !== asked.id));
      if (decision === 'approve') onJoined?.();
    } catch (thrown) {
      const isOvertaken = isProblem(thrown) && [404, 409, 410].includes(thrown.status);
      setSaid({ tone: 'returned', text: isOvertaken ? t('join.gone') : problemText(thrown) });
      if (isOvertaken) pages.reload();
    } finally {
      setBusy(null);
      void countWork();
    }
  };
  return (
    <>
      <div role="status">{said && <Notice tone={said.tone} title={said.text} />}</div>
      {items.length > 0 && (
        <section class="stack requests" aria-label={t('join.list')}>
          <div>
            <h2>{t('join.title', { n: items.length })}</h2>
            {items.some(({ is_known }) => !is_known) && <p class="quiet">{t('join.unknown_hint')}</p>}
          </div>
          <ul class="card card-tight people">
            {items.map((asked) => (
              <Row
                key={asked.id}
                asked={asked}
                withTeam={team === undefined}
                busy={busy === asked.id}
                approve={() => void decide(asked, 'approve')}
                decline={() => setDeclining(asked)}
              />
            ))}
          </ul>
          {pages.hasMore && (
            <Button onClick={pages.more} busy={pages.loading}>
              {t('list.more')}
            </Button>
          )}
        </section>
      )}
      {declining && <Declining name={declining.name} onClose={() => setDeclining(null)} decline={() => void decide(declining, 'decline')} />}
    </>
  );
};
