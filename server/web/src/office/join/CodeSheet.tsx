// Cards with one-time codes, one for each member without a PIN: printed, cut, handed out, never shown again.
import { useState } from 'preact/hooks';
import { me, OFFICE } from '../../account/account';
import { problemText } from '../../api/client';
import { spacedPhone } from '../../data/phone';
import { instant } from '../../i18n/formats';
import { place } from '../../router';
import { Button, EmptyState, Notice } from '../../ui';
import { Qr } from '../../ui/Qr';
import { t } from './i18n';
import { hrefOf } from '../shell/pages';
import { shortTeam, spoken } from '../teams/names';
import { useSheetsAlone } from '../useSheetsAlone';
import { firstCodes, idsIn, type FirstCode } from './firstCodes';
import { CARDS_A_PAGE, inPages } from './paper';
import { SheetPage } from './SheetPage';

const Card = ({ given: { name, phone, code, team, expires_at } }: { given: FirstCode }) => (
  <li class="qr-card">
    <p class="qr-card-head">
      <b>{t('app.name')}</b>
      <span>{[me.value?.is_demo && t('app.demo'), t('codes.private')].filter(Boolean).join(' · ')}</span>
    </p>
    <div>
      <h2>{name}</h2>
      <p>{[phone && spacedPhone(phone), shortTeam(team)].filter(Boolean).join(' · ')}</p>
    </div>
    <div class="qr-card-join">
      <Qr text={`${location.origin}/`} label={t('codes.qr')} />
      <ol>
        <li>1. {t('codes.open', { address: location.host })}</li>
        <li>2. {t('codes.type')}</li>
        <li>3. {t('codes.choose')}</li>
      </ol>
    </div>
    <p class="qr-card-code">
      {t('codes.code')} <b>{spoken(code)}</b> · {t('codes.until', { until: instant(expires_at) })}
    </p>
  </li>
);

const Cards = ({ given }: { given: readonly FirstCode[] }) => (
  <>
    <div class="section-head">
      <div>
        <h2>{t('codes.title', { n: given.length })}</h2>
        <p class="quiet">{t('codes.lead', { n: Math.ceil(given.length / CARDS_A_PAGE) })}</p>
      </div>
      <Button kind="primary" icon="print" onClick={() => window.print()}>
        {t('sheet.print')}
      </Button>
    </div>
    <div class="sheet">
      {inPages(given).map((page) => (
        <SheetPage key={page[0]?.user_id}>
          {page.map((one) => (
            <Card key={one.user_id} given={one} />
          ))}
        </SheetPage>
      ))}
    </div>
  </>
);

/** Codes for the teams of the address, made once; after a failure the rest is asked for again. */
const useCodes = (ids: readonly number[]) => {
  const [given, setGiven] = useState<readonly FirstCode[]>([]);
  const [teams, setTeams] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const make = () => {
    const before = given;
    setBusy(true);
    setFailure('');
    firstCodes(ids.slice(teams), (more, at) => (setGiven([...before, ...more]), setTeams(teams + at)))
      .catch((thrown: unknown) => setFailure(problemText(thrown)))
      .finally(() => setBusy(false));
  };
  return { given, teams, busy, failure, make, isDone: ids.length > 0 && teams === ids.length };
};

export const CodeSheet = () => {
  const ids = idsIn(place.value.query.get('team'));
  const { given, teams, busy, failure, make, isDone } = useCodes(ids);
  useSheetsAlone();
  const isOne = ids.length === 1;
  return (
    <>
      <div class="page-head">
        <div>
          <p>
            <a href={isOne ? `${OFFICE}to/${ids[0]}` : hrefOf('teams')}>‹ {t(isOne ? 'sheet.back' : 'nav.teams')}</a>
          </p>
          <h1>{t('codes.action')}</h1>
        </div>
      </div>
      <div class="stack section-head">
        {failure && <Notice tone="returned" icon="warning" title={failure} live />}
        {(ids.length === 0 || (isDone && given.length === 0)) && <EmptyState icon="people" title={t('codes.nobody')} />}
        {ids.length > 0 && !isDone && (
          <>
            <Notice icon="info" title={t('codes.before', { n: ids.length })}>
              {t('codes.before_text')}
            </Notice>
            <div class="row">
              <Button kind="primary" busy={busy} onClick={make}>
                {busy ? t('codes.making', { done: teams, n: ids.length }) : t('codes.make')}
              </Button>
            </div>
          </>
        )}
        {given.length > 0 && <Notice tone="pending" icon="info" title={t('codes.once')} live />}
      </div>
      {!busy && given.length > 0 && <Cards given={given} />}
    </>
  );
};
