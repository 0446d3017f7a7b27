// Every hamlet a square, gathered in places that lie as they do in the land.
import type { Coverage, CoverRow } from '../../api/types';
import { fullName } from '../../data/units';
import { number, percent } from '../../i18n/formats';
import { Name } from '../../ui';
import { ChartCard, type Basis } from '../charts/ChartCard';
import { descending, ends, share } from '../charts/scale';
import { t } from './i18n';
import { hrefOfUnit } from '../results/Path';
import { spotsOf } from './layout';
import { COVER_STATES, stateOf } from './order';
import { parts, tilesOf, type Tile } from './tiles';
import { stateName } from './words';

// For the pointer alone: by keyboard and by ear the way to a hamlet leads through the lists.
const Hamlet = ({ row }: { row: CoverRow }) => {
  const state = stateOf(row) ?? 'no_team';
  return <a class={`dot-square dot-${state}`} href={hrefOfUnit(row.unit.id)} tabIndex={-1} title={`${fullName(row.unit)}: ${stateName(state)}`} />;
};

const Place = ({ tile, spot }: { tile: Tile; spot: { row: number; column: number } | undefined }) => {
  const { unit, rows, counts } = tile;
  const place = spot ? `tile tile-row-${spot.row} tile-column-${spot.column}` : 'tile';
  return (
    <li class={place}>
      <a class="tile-name" href={hrefOfUnit(unit.id)}>
        <Name of={unit.name} />
      </a>
      <span class="tile-share quiet">
        {number(counts.active)}/{number(rows.length)}
      </span>
      <span class="tile-squares" aria-hidden="true">
        {rows.map((row) => (
          <Hamlet key={row.unit.id} row={row} />
        ))}
      </span>
    </li>
  );
};

// Drawn as the squares of the map are.
const Legend = () => (
  <ul class="legend">
    {COVER_STATES.map((state) => (
      <li key={state}>
        <span class={`dot-square dot-${state}`} />
        {stateName(state)}
      </li>
    ))}
  </ul>
);

// Who goes through them by keyboard goes as the eye does, from north to south.
const laidOut = (tiles: Tile[]) => {
  const spots = spotsOf(tiles.map(({ unit }) => unit));
  if (!spots) return { tiles, spots };
  const placed = tiles.flatMap((tile, i) => {
    const spot = spots[i];
    return spot ? [{ tile, spot }] : [];
  });
  placed.sort((a, b) => a.spot.row - b.spot.row || a.spot.column - b.spot.column);
  return { tiles: placed.map(({ tile }) => tile), spots: placed.map(({ spot }) => spot) };
};

const shareOf = ({ counts, rows }: Tile): number => share(counts.active, rows.length);

/** One place by its name, equals by their number. */
const leastText = (tiles: readonly Tile[]): string => {
  const { bottom } = ends(descending(tiles, shareOf), shareOf);
  const [least] = bottom;
  if (!least) return '';
  const { active } = least.counts;
  if (bottom.length === 1) return t('map.least', { name: least.unit.name, least: active, of: least.rows.length });
  return active === 0 ? t('map.none', { n: bottom.length }) : t('map.leasts', { n: bottom.length, percent: percent(active, least.rows.length) });
};

export const TileMap = ({ coverage, basis }: { coverage: Coverage; basis: Basis }) => {
  const { tiles, spots } = laidOut(tilesOf(coverage));
  if (tiles.length === 0) return null;
  const { active } = coverage.summary;
  const all = coverage.rows.length;
  return (
    <ChartCard
      title={t('map.title')}
      summary={[t('map.summary', { n: active, all, percent: percent(active, all) }), ...(tiles.length > 1 ? [leastText(tiles)] : [])].join(' ')}
      definition={`${t('cover.definition')}${spots ? ` ${t('map.layout')}` : ''}`}
      basis={basis}
      head={[t('chart.unit'), ...COVER_STATES.map(stateName), t('map.all')]}
      rows={tiles.map(({ unit, rows, counts }) => [
        <a href={hrefOfUnit(unit.id)}>{unit.name}</a>,
        ...parts(counts).map(number),
        number(rows.length),
      ])}
      controls={<Legend />}
    >
      {() => (
        <ul class={`${spots ? 'tiles tiles-placed' : 'tiles'}${tiles.length > MANY ? ' tiles-small' : ''}`}>
          {tiles.map((tile, i) => (
            <Place key={tile.unit.id} tile={tile} spot={spots?.[i]} />
          ))}
        </ul>
      )}
    </ChartCard>
  );
};

/** From so many places on the squares are small. */
const MANY = 9;
