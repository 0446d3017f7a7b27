// Xã | Khóm, ấp | Có Tổ | Tổ hoạt động | Ấp được tiếp cận | Lượt | Lâu nhất.
import { api, ok } from '../../api/client';
import type { Coverage, Row } from '../../api/types';
import { useLoad } from '../../data/useLoad';
import { number, percent } from '../../i18n/formats';
import { hrefWith } from '../../router';
import { Name } from '../../ui';
import { t } from '../i18n';
import { Loaded } from '../Loaded';
import { ThinBar } from '../results/Table';
import { hrefOfUnit } from '../results/Path';
import { rollup } from '../shell/current';
import { communeLines, type CommuneLine } from './communes';
import { shortName, tilesOf } from './tiles';
import { lastSeen } from './words';

const Share = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
  denominator === 0 ? (
    <span class="quiet">—</span>
  ) : (
    <>
      <span class="share">
        {number(numerator)}/{number(denominator)} <strong>{percent(numerator, denominator)}</strong>
      </span>
      <ThinBar numerator={numerator} denominator={denominator} />
    </>
  );

const Line = ({ line: { tile, row, longest, without } }: { line: CommuneLine }) => (
  <tr>
    <th scope="row">
      <a href={hrefOfUnit(tile.unit.id)}>{tile.unit.name}</a>
    </th>
    <td class="numbers">{number(tile.rows.length)}</td>
    <td class="numbers">{row && <Share {...row.hamlets_with_team} />}</td>
    <td class="numbers">{row && <Share {...row.active_teams} />}</td>
    <td class="numbers">{row && <Share {...row.hamlets_reached} />}</td>
    <td class="numbers">{row && number(row.participants)}</td>
    <td class="numbers">
      {without > 0 ? <a href={hrefWith({ unit: String(tile.unit.id), only: 'without' })}>{number(without)}</a> : '0'}
    </td>
    <td>
      {longest ? (
        <>
          <a href={hrefOfUnit(longest.unit.id)}>
            <Name of={shortName(longest.unit)} />
          </a>
          <span class="quiet small"> · {lastSeen(longest)}</span>
        </>
      ) : (
        <span class="quiet">{t('communes.no_team')}</span>
      )}
    </td>
  </tr>
);

const HEADS = ['hamlets', 'with_team', 'active_teams', 'reached', 'turns', 'without'] as const;

const CommuneTable = ({ coverage, rows }: { coverage: Coverage; rows: readonly Row[] }) => (
  <div class="card card-table" tabIndex={0} role="region" aria-label={t('communes.title')}>
    <table class="table communes">
      <thead>
        <tr>
          <th scope="col">{t('communes.commune')}</th>
          {HEADS.map((name) => (
            <th key={name} scope="col" class="numbers">
              {t(`communes.${name}`)}
            </th>
          ))}
          <th scope="col">{t('communes.longest')}</th>
        </tr>
      </thead>
      <tbody>
        {communeLines(tilesOf(coverage, 'commune'), rows).map((line) => (
          <Line key={line.tile.unit.id} line={line} />
        ))}
      </tbody>
    </table>
  </div>
);

export const Communes = ({ coverage }: { coverage: Coverage }) => {
  const query = { ...rollup.value, by: 'commune' as const };
  const load = useLoad(() => ok(api.GET('/api/v1/rollups', { params: { query } })), [JSON.stringify(query)]);
  return (
    <section class="cover-part">
      <h2>{t('communes.title')}</h2>
      <p class="quiet">{t('communes.lead')}</p>
      <Loaded load={load}>{({ rows }) => <CommuneTable coverage={coverage} rows={rows} />}</Loaded>
    </section>
  );
};
