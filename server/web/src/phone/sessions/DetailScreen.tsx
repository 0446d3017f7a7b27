// P8: one session; what is only on this phone looks alike and says so.
import { useEffect, useState } from 'preact/hooks';
import { day, instant, number, period } from '../../i18n/formats';
import { Button, Card, Figure, Loading, Notice, StateChip } from '../../ui';
import { loadCatalogue } from '../../data/catalogue';
import { t } from '../i18n';
import { unsent } from '../outbox/outbox';
import { mendPath, SESSIONS } from '../paths';
import { Photos } from '../photos/Photos';
import { placeName } from '../places';
import { Failed } from '../shell/Failed';
import { Page } from '../shell/Page';
import type { CachedSession } from '../store/schema';
import { AskBack, AskedBack } from './AskBack';
import { Facts, Taught } from './Facts';
import { History } from './History';
import { useOpened } from './opened';
import { PhotosState } from './Photos';
import { UnsentDetail } from './UnsentDetail';
import { Withdraw } from './Withdraw';
import { fieldName, quoted, reasonsText } from './words';
import { tOwn } from './texts';

const OfficersWords = ({ session }: { session: CachedSession }) => {
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

const Opened = ({ session, onAsked }: { session: CachedSession; onAsked: () => void }) => {
  const [withdraws, setWithdraws] = useState(false);
  const [asks, setAsks] = useState(false);
  const may = new Set(session.may);
  return (
    <div class="stack">
      <div class="detail-head">
        <StateChip state={session.state} />
        <span class="quiet small">{t('detail.receipt', { code: session.receipt_code })}</span>
      </div>
      {session.merged_into && (
        <Notice tone="approved" icon="people" title={tOwn('merged.title')}>
          {tOwn('merged.text')}
        </Notice>
      )}
      <OfficersWords session={session} />
      <AskedBack session={session} />
      <PhotosState session={session} />
      {session.nil ? (
        <Card>
          <p>{t('nil.sentence', { team: session.team.name, month: period(session.date.slice(0, 7)) })}</p>
        </Card>
      ) : (
        <Card title={placeName(session.place)} aside={session.team.name}>
          <Figure value={number(session.participants ?? 0)} label={t('field.participants')} />
          <Taught services={session.services} />
          <Facts shown={session} />
          <Photos sessionId={session.id} there={session.photos} />
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
      {may.has('ask_back') && !session.asked_back && (
        <Button icon="undo" wide onClick={() => setAsks(true)}>
          {tOwn('ask_back.button')}
        </Button>
      )}
      <AskBack session={session} open={asks} onClose={() => setAsks(false)} onAsked={onAsked} />
      <Withdraw session={session} open={withdraws} onClose={() => setWithdraws(false)} />
    </div>
  );
};

export const DetailScreen = ({ id }: { id: string }) => {
  const item = unsent.value.find((one) => one.id === id);
  const { data, failure, reload } = useOpened(id, !item);
  useEffect(() => void loadCatalogue().catch(() => {}), []);
  if (item) return <UnsentDetail item={item} />;
  const title = data ? t('detail.title', { day: day(data.date) }) : t('detail.loading');
  return (
    <Page title={title} back={SESSIONS}>
      {data ? <Opened session={data} onAsked={reload} /> : failure ? <Failed why={failure} onRetry={reload} /> : <Loading />}
    </Page>
  );
};
