// Cards to print, one a team: each lets people ask to join by pointing a phone at it.
import { useState } from 'preact/hooks';
import { me, OFFICE } from '../../account/account';
import { api, ok } from '../../api/client';
import type { Invitation, Page, Team } from '../../api/types';
import { inviteLink, typedCode } from '../../data/invitations';
import { fullName } from '../../data/units';
import { useLoad } from '../../data/useLoad';
import { usePages } from '../../data/usePages';
import { place } from '../../router';
import { Button, EmptyState, Notice } from '../../ui';
import { Qr } from '../../ui/Qr';
import { t } from './i18n';
import { Loaded } from '../Loaded';
import { Paged } from '../Paged';
import { workUnit } from '../shell/current';
import { Filters } from '../shell/Filters';
import { hrefOf } from '../shell/pages';
import { TEAM_KINDS } from '../teams/kinds';
import { useSheetsAlone } from '../useSheetsAlone';
import { sheetOf } from '../../data/joining';
import { CARDS_A_PAGE, inPages } from './paper';
import { SheetPage } from './SheetPage';

const TEAMS_AT_ONCE = 100;

type Which = { unit: number | null; kind: string | null; team: number | null };

/** Those that work, of one page of teams, or the one. */
const teamsOf = async ({ unit, kind, team }: Which, cursor?: string): Promise<Page<Team>> => {
  if (team !== null) return { items: [await ok(api.GET('/api/v1/teams/{team_id}', { params: { path: { team_id: team } } }))], next_cursor: null };
  const known = TEAM_KINDS.find((one) => one === kind);
  const query = { ...(unit !== null && { unit }), ...(known && { kind: known }), ...(cursor && { cursor }), limit: TEAMS_AT_ONCE };
  const page = await ok(api.GET('/api/v1/teams', { params: { query } }));
  return { ...page, items: page.items.filter(({ dissolved_on }) => dissolved_on === null) };
};

const cardsOf = async (which: Which, cursor?: string): Promise<Page<Invitation>> => {
  const teams = await teamsOf(which, cursor);
  return { ...teams, items: teams.items.length > 0 ? await sheetOf(teams.items.map(({ id }) => id)) : [] };
};

const Card = ({ invitation: { token, team } }: { invitation: Invitation }) => (
  <li class="qr-card">
    <p class="qr-card-head">
      <b>{t('app.name')}</b>
      <span>{t('sheet.what_for')}</span>
    </p>
    <div>
      <h2>{team.name}</h2>
      <p>{[fullName(team.home), me.value?.is_demo && t('app.demo')].filter(Boolean).join(' · ')}</p>
    </div>
    <div class="qr-card-join">
      <Qr text={inviteLink(token)} label={t('invite.qr', { team: team.name })} />
      <ol>
        <li>1. {t('sheet.scan')}</li>
        <li>2. {t('sheet.type')}</li>
      </ol>
    </div>
    <p class="qr-card-code">
      {t('sheet.code', { address: location.host })} <b>{typedCode(token)}</b>
    </p>
  </li>
);

const sizeOf = ({ unit, kind, team }: Which) => {
  const known = TEAM_KINDS.find((one) => one === kind);
  const query = team !== null ? { team } : { ...(unit !== null && { unit }), ...(known && { kind: known }) };
  return ok(api.GET('/api/v1/invitations/sheet', { params: { query } }));
};

/** A code lets people ask for as long as nobody revokes it: none is made by only looking. */
const Before = ({ which, onAgreed }: { which: Which; onAgreed: () => void }) => {
  const size = useLoad(() => sizeOf(which), [which.unit, which.kind, which.team]);
  return (
    <Loaded load={size}>
      {({ teams, without_code }) =>
        teams === 0 ? (
          <EmptyState icon="people" title={t('sheet.none')} />
        ) : (
          <div class="stack">
            <Notice icon="info" title={t('sheet.before', { n: teams })}>
              {without_code === 0 ? t('sheet.all_coded') : without_code === teams ? t('sheet.none_coded') : t('sheet.without', { n: without_code })} {t('sheet.before_text')}
            </Notice>
            <div class="row">
              <Button kind="primary" onClick={onAgreed}>
                {t('sheet.make')}
              </Button>
            </div>
          </div>
        )
      }
    </Loaded>
  );
};

const Cards = ({ which }: { which: Which }) => {
  const pages = usePages<Invitation>((cursor) => cardsOf(which, cursor), [which.unit, which.kind, which.team]);
  const n = pages.items?.length ?? 0;
  return (
    <>
      {n > 0 && (
        <div class="section-head">
          <div>
            <h2>{t(pages.hasMore ? 'sheet.title_more' : 'sheet.title', { n })}</h2>
            <p class="quiet">{t('sheet.lead', { n: Math.ceil(n / CARDS_A_PAGE) })}</p>
          </div>
          <Button kind="primary" icon="print" onClick={() => window.print()}>
            {t('sheet.print')}
          </Button>
        </div>
      )}
      <Paged pages={pages} empty={<EmptyState icon="people" title={t('sheet.none')} />}>
        {(cards) => (
          <div class="sheet">
            {inPages(cards).map((page) => (
              <SheetPage key={page[0]?.token}>
                {page.map((one) => (
                  <Card key={one.token} invitation={one} />
                ))}
              </SheetPage>
            ))}
          </div>
        )}
      </Paged>
    </>
  );
};

export const Sheet = () => {
  const team = Number(place.value.query.get('team')) || null;
  const which = { unit: workUnit.value, kind: place.value.query.get('kind'), team };
  const key = JSON.stringify(which);
  const [agreed, setAgreed] = useState('');
  useSheetsAlone();
  return (
    <>
      {team === null && <Filters whole />}
      <div class="page-head">
        <div>
          <p>
            <a href={team === null ? hrefOf('teams') : `${OFFICE}to/${team}`}>‹ {t(team === null ? 'nav.teams' : 'sheet.back')}</a>
          </p>
          <h1>{t('sheet.nav')}</h1>
        </div>
      </div>
      {agreed === key ? <Cards key={key} which={which} /> : <Before which={which} onAgreed={() => setAgreed(key)} />}
    </>
  );
};
