// P8: one session; what is only on this phone looks alike and says so.
import { useState } from 'preact/hooks';
import { api, okWithEtag } from '../../api/client';
import type { SessionDetail } from '../../api/types';
import { day, instant, number, period } from '../../i18n/formats';
import { Button, Card, Figure, Loading, Notice, StateChip } from '../../ui';
import { loadCatalogue } from '../../data/catalogue';
import { t } from '../i18n';
import { receipts, unsent } from '../outbox/outbox';
import { mendPath, SESSIONS } from '../paths';
import { placeName } from '../places';
import { Failed } from '../shell/Failed';
import { Page } from '../shell/Page';
import { useLoad } from '../../data/useLoad';
import { Facts, Taught } from './Facts';
import { History } from './History';
import { UnsentDetail } from './UnsentDetail';
import { Withdraw } from './Withdraw';
import { fieldName, quoted, reasonsText } from './words';

const read = async (id: string) => {
  const [opened] = await Promise.all([okWithEtag(api.GET('/api/v1/sessions/{session_id}', { params: { path: { session_id: id } } })), loadCatalogue()]);
  return opened;
};

const OfficersWords = ({ session }: { session: SessionDetail }) => {
  const { review, state } = session;
  if (!review || !['returned', 'refused'].includes(state)) return null;
  const fields = review.fields.map(fieldName).join(', ');
  return (
    <Notice tone={state === 'returned' ? 'returned' : 'off'} title={review.comment ? quoted(review.comment) : reasonsText(review.reasons)}>
      {review.comment && review.reasons.length > 0 && <span class="line">{reasonsText(review.reasons)}</span>}
      {fields && <span class="line">{t('detail.look_at', { fields })}</span>}
      {review.by && <span class="line">{t('detail.officer', { name: review.by.name, when: instant(review.at) })}</span>}
    </Notice>
  );
};

const Opened = ({ session, etag, onWithdrawn }: { session: SessionDetail; etag: string; onWithdrawn: () => void }) => {
  const [withdraws, setWithdraws] = useState(false);
  const may = new Set(session.may);
  return (
    <div class="stack">
      <div class="detail-head">
        <StateChip state={session.state} />
        <span class="quiet small">{t('detail.receipt', { code: session.receipt_code })}</span>
      </div>
      <OfficersWords session={session} />
      {session.nil ? (
        <Card>
          <p>{t('nil.sentence', { team: session.team.name, month: period(session.date.slice(0, 7)) })}</p>
        </Card>
      ) : (
        <Card title={placeName(session.place)} aside={session.team.name}>
          <Figure value={number(session.participants ?? 0)} label={t('field.participants')} />
          <Taught services={session.services} />
          <Facts shown={session} />
        </Card>
      )}
      {may.has('amend') && !session.nil && (
        <Button kind="primary" icon="pencil" wide big href={mendPath(session.id)}>
          {t(session.state === 'returned' ? 'detail.mend' : 'detail.amend')}
        </Button>
      )}
      <History id={session.id} version={session.version} />
      {may.has('withdraw') && (
        <Button kind="danger" icon="trash" wide onClick={() => setWithdraws(true)}>
          {t('action.withdraw')}
        </Button>
      )}
      <Withdraw id={session.id} etag={etag} open={withdraws} onClose={() => setWithdraws(false)} onDone={onWithdrawn} />
    </div>
  );
};

export const DetailScreen = ({ id }: { id: string }) => {
  const item = unsent.value.find((one) => one.id === id);
  const { data, failure, reload } = useLoad(async () => (item ? null : read(id)), [id, !item, receipts.value[id]]);
  if (item) return <UnsentDetail item={item} />;
  const title = data ? t('detail.title', { day: day(data.data.date) }) : t('detail.loading');
  return (
    <Page title={title} back={SESSIONS}>
      {data ? (
        <Opened
          session={data.data}
          etag={data.etag}
          onWithdrawn={reload}
        />
      ) : failure ? (
        <Failed why={failure} onRetry={reload} />
      ) : (
        <Loading />
      )}
    </Page>
  );
};
