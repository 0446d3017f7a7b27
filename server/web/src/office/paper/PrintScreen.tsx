// Blank tally sheets, for one team or for all of an area, two A5 on each A4.
import { useEffect } from 'preact/hooks';
import { api, ok } from '../../api/client';
import type { Page, Team } from '../../api/types';
import { loadCatalogue } from '../../data/catalogue';
import { usePages } from '../../data/usePages';
import { place, setQuery } from '../../router';
import { Button, Choice, EmptyState } from '../../ui';
import { t } from '../i18n';
import { Paged } from '../Paged';
import { unitId } from '../shell/current';
import { Filters } from '../shell/Filters';
import { hrefOf } from '../shell/pages';
import { inOrder } from '../teams/order';
import { inPairs } from './pairs';
import { TallySheet } from './TallySheet';
import './tally.css';

const AT_ONCE = 50;
const COPIES = ['1', '2', '4'] as const;

const teamsOf = async (unit: number | null, team: number | null, cursor?: string): Promise<Page<Team>> => {
  await loadCatalogue();
  if (team !== null) return { items: [await ok(api.GET('/api/v1/teams/{team_id}', { params: { path: { team_id: team } } }))], next_cursor: null };
  const query = { ...(unit !== null && { unit }), ...(cursor && { cursor }), limit: AT_ONCE };
  const page = await ok(api.GET('/api/v1/teams', { params: { query } }));
  return { ...page, items: page.items.filter(({ dissolved_on }) => dissolved_on === null) };
};

export const PrintScreen = () => {
  const team = Number(place.value.query.get('team')) || null;
  const copies = COPIES.find((n) => n === place.value.query.get('copies')) ?? (team === null ? '1' : '2');
  const pages = usePages<Team>((cursor) => teamsOf(unitId.value, team, cursor), [unitId.value, team]);
  // On paper there are sheets and nothing else; other screens print as they are.
  useEffect(() => {
    const page = document.documentElement;
    page.classList.add('prints-cards');
    return () => page.classList.remove('prints-cards');
  }, []);
  const sheets = inOrder(pages.items ?? []).flatMap((one) => Array.from({ length: Number(copies) }, () => one));
  const n = sheets.length;
  return (
    <>
      {team === null && <Filters />}
      <div class="page-head">
        <div>
          <p>
            <a href={hrefOf('paper')}>‹ {t('print.back')}</a>
          </p>
          <h1>{t('print.title')}</h1>
          <p class="quiet">{t('print.lead')}</p>
        </div>
        {n > 0 && (
          <Button kind="primary" icon="print" onClick={() => window.print()}>
            {t('print.action', { n })}
          </Button>
        )}
      </div>
      <div class="tally-controls">
        <Choice id="copies" look="segments" legend={t('print.copies')} value={copies} onValue={(value) => setQuery({ copies: value })} options={COPIES.map((value) => ({ value, label: value }))} />
        <p class="quiet">
          {t('print.pages', { n: Math.ceil(n / 2) })}
          {pages.hasMore && ` · ${t('print.more', { n: pages.items?.length ?? 0 })}`}
        </p>
      </div>
      <Paged pages={pages} empty={<EmptyState icon="people" title={t('paper.no_team')} />}>
        {() => (
          <div class="tally-pages">
            {inPairs(sheets).map((pair, at) => (
              <div class="tally-page" key={at}>
                {pair.map((one, side) => (
                  <TallySheet key={side} team={one} />
                ))}
              </div>
            ))}
          </div>
        )}
      </Paged>
    </>
  );
};
