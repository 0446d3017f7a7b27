// Session sheets to write on, two A5 on each A4: blank ones, those of one team, or of all teams of an area.
import { api, ok } from '../../api/client';
import type { Page, Team } from '../../api/types';
import { loadCatalogue } from '../../data/catalogue';
import { usePages } from '../../data/usePages';
import { place, setQuery } from '../../router';
import { Button, Choice, EmptyState } from '../../ui';
import { t } from './i18n';
import { Paged } from '../Paged';
import { workUnit } from '../shell/current';
import { Filters } from '../shell/Filters';
import { hrefOf } from '../shell/pages';
import { inOrder } from '../teams/order';
import { useSheetsAlone } from '../useSheetsAlone';
import { inPairs } from './pairs';
import { TallySheet } from './TallySheet';
import './tally.css';

const AT_ONCE = 50;
const COPIES = ['1', '2', '4'] as const;

/** Whose the sheets are; nobody's unless the address says. */
type Whose = 'nobody' | 'area' | number;
const whoseOf = (query: URLSearchParams): Whose => Number(query.get('team')) || (query.has('all') ? 'area' : 'nobody');

const teamsOf = async (whose: Whose, unit: number | null, cursor?: string): Promise<Page<Team | null>> => {
  await loadCatalogue();
  if (whose === 'nobody') return { items: [null], next_cursor: null };
  if (whose !== 'area') return { items: [await ok(api.GET('/api/v1/teams/{team_id}', { params: { path: { team_id: whose } } }))], next_cursor: null };
  const query = { ...(unit !== null && { unit }), ...(cursor && { cursor }), limit: AT_ONCE };
  const page = await ok(api.GET('/api/v1/teams', { params: { query } }));
  return { ...page, items: page.items.filter(({ dissolved_on }) => dissolved_on === null) };
};

export const PrintScreen = () => {
  const whose = whoseOf(place.value.query);
  const copies = COPIES.find((n) => n === place.value.query.get('copies')) ?? (whose === 'area' ? '1' : '2');
  const pages = usePages<Team | null>((cursor) => teamsOf(whose, workUnit.value, cursor), [whose === 'area' && workUnit.value, whose]);
  useSheetsAlone();
  const items = pages.items ?? [];
  const shown = whose === 'nobody' ? items : inOrder(items.filter((one) => one !== null));
  const sheets = shown.flatMap((one) => Array.from({ length: Number(copies) }, () => one));
  const n = sheets.length;
  return (
    <>
      {whose === 'area' && <Filters whole />}
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
        <Choice id="copies" look="segments" legend={t(whose === 'area' ? 'print.copies' : 'print.blanks')} value={copies} onValue={(value) => setQuery({ copies: value })} options={COPIES.map((value) => ({ value, label: value }))} />
        <p class="quiet">
          {t('print.pages', { n: Math.ceil(n / 2) })}
          {pages.hasMore && ` · ${t('print.more', { n: items.length })}`}
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
