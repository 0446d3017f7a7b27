// Cards to print, one a team: each lets people ask to join by pointing a phone at it.
import { useEffect } from 'preact/hooks';
import { me } from '../../account/account';
import { api, ok } from '../../api/client';
import type { Invitation, Page } from '../../api/types';
import { inviteLink, typedCode } from '../../data/invitations';
import { fullName } from '../../data/units';
import { usePages } from '../../data/usePages';
import { place } from '../../router';
import { Button, EmptyState } from '../../ui';
import { Qr } from '../../ui/Qr';
import { t } from '../i18n';
import { Paged } from '../Paged';
import { unitId } from '../shell/current';
import { Filters } from '../shell/Filters';
import { hrefOf } from '../shell/pages';
import { TEAM_KINDS } from '../teams/kinds';
import { sheetOf } from '../../data/joining';
import { CARDS_A_PAGE, cutMarks, inPages } from './paper';
import './sheet.css';

const TEAMS_AT_ONCE = 100;

const read = async (unit: number | null, kind: string | null, cursor?: string): Promise<Page<Invitation>> => {
  const known = TEAM_KINDS.find((one) => one === kind);
  const query = { ...(unit !== null && { unit }), ...(known && { kind: known }), ...(cursor && { cursor }), limit: TEAMS_AT_ONCE };
  const teams = await ok(api.GET('/api/v1/teams', { params: { query } }));
  const open = teams.items.filter(({ dissolved_on }) => dissolved_on === null).map(({ id }) => id);
  return { items: open.length > 0 ? await sheetOf(open) : [], next_cursor: teams.next_cursor };
};

const Card = ({ invitation: { token, team } }: { invitation: Invitation }) => (
  <li class="qr-card">
    <div>
      <h2>{team.name}</h2>
      <p>{fullName(team.home)}</p>
    </div>
    <div class="qr-card-join">
      <Qr text={inviteLink(token)} label={t('invite.qr', { team: team.name })} />
      <div>
        <ol>
          <li>1. {t('sheet.scan')}</li>
          <li>2. {t('sheet.type')}</li>
        </ol>
        <p class="qr-card-code">
          {t('sheet.code')} <b>{typedCode(token)}</b>
        </p>
      </div>
    </div>
    <p class="qr-card-foot">
      <span>{inviteLink(token)}</span>
      {me.value?.is_demo && <span>{t('app.demo')}</span>}
    </p>
  </li>
);

const SheetPage = ({ cards }: { cards: readonly Invitation[] }) => (
  <section class="sheet-page">
    <svg class="cut-marks" viewBox="0 0 210 297" aria-hidden="true">
      <path d={cutMarks} />
    </svg>
    <ul class="sheet-cards">
      {cards.map((one) => (
        <Card key={one.token} invitation={one} />
      ))}
    </ul>
  </section>
);

export const Sheet = () => {
  const kind = place.value.query.get('kind');
  const unit = unitId.value;
  const pages = usePages<Invitation>((cursor) => read(unit, kind, cursor), [unit, kind]);
  const n = pages.items?.length ?? 0;
  // On paper there are cards and nothing else; other screens print as they are.
  useEffect(() => {
    const page = document.documentElement;
    page.classList.add('prints-cards');
    return () => page.classList.remove('prints-cards');
  }, []);
  return (
    <>
      <Filters />
      <div class="page-head">
        <div>
          <p>
            <a href={hrefOf('teams')}>‹ {t('nav.teams')}</a>
          </p>
          <h1>{n === 0 ? t('sheet.nav') : t(pages.hasMore ? 'sheet.title_more' : 'sheet.title', { n })}</h1>
          {n > 0 && <p class="quiet">{t('sheet.lead', { n: Math.ceil(n / CARDS_A_PAGE) })}</p>}
        </div>
        {n > 0 && (
          <Button kind="primary" icon="print" onClick={() => window.print()}>
            {t('sheet.print')}
          </Button>
        )}
      </div>
      <Paged pages={pages} empty={<EmptyState icon="people" title={t('sheet.none')} />}>
        {(cards) => (
          <div class="sheet">
            {inPages(cards).map((page) => (
              <SheetPage key={page[0]?.token} cards={page} />
            ))}
          </div>
        )}
      </Paged>
    </>
  );
};
