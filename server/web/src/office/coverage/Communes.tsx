// Xã | Khóm, ấp | Có Tổ | Tổ hoạt động | Ấp được tiếp cận | Lượt | Lâu nhất.
import { useState } from 'preact/hooks';
import type { Coverage, Rollup } from '../../api/types';
import type { Load } from '../../data/useLoad';
import { number, percent } from '../../i18n/formats';
import { hrefWith } from '../../router';
import { Button, Name } from '../../ui';
import { t } from './i18n';
import { Loaded } from '../Loaded';
import { ThinBar } from '../results/Table';
import { hrefOfUnit } from '../results/Path';
import { usePrinting } from '../usePrinting';
import { useWide } from '../useWide';
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

const Longest = ({ line: { longest } }: { line: CommuneLine }) =>
  longest ? (
    <>
      <a href={hrefOfUnit(longest.unit.id)}>
        <Name of={shortName(longest.unit)} />
      </a>
      <span class="quiet small"> · {lastSeen(longest)}</span>
    </>
  ) : (
    <span class="quiet">—</span>
  );

const Without = ({ line: { tile, without } }: { line: CommuneLine }) =>
  without > 0 ? <a href={hrefWith({ unit: String(tile.unit.id), only: 'without' })}>{number(without)}</a> : <>0</>;

const Line = ({ line }: { line: CommuneLine }) => {
  const { tile, row } = line;
  return (
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
        <Without line={line} />
      </td>
      <td>
        <Longest line={line} />
      </td>
    </tr>
  );
};

/** Cards on a phone. */
const AT_ONCE = 12;

const HEADS = ['hamlets', 'with_team', 'active_teams', 'reached', 'turns', 'without'] as const;

const Fact = ({ name, children }: { name: (typeof HEADS)[number]; children: preact.ComponentChildren }) => (
  <div>
    <dt class="quiet small">{t(`communes.${name}`)}</dt>
    <dd>{children}</dd>
  </div>
);

/** On a phone what matters most stands first: who has waited longest. */
const CommuneCards = ({ lines }: { lines: readonly CommuneLine[] }) => (
  <ul class="hamlet-cards">
    {lines.map((line) => {
      const { tile, row } = line;
      return (
        <li key={tile.unit.id} class="card">
          <div class="hamlet-head">
            <strong>
              <a href={hrefOfUnit(tile.unit.id)}>{tile.unit.name}</a>
            </strong>
            <span class="quiet small">{t('coverage.count', { n: tile.rows.length })}</span>
          </div>
          <p>
            <span class="quiet small">{t('communes.longest')}: </span>
            <Longest line={line} />
          </p>
          <dl class="commune-facts">
            <Fact name="without">
              <Without line={line} />
            </Fact>
            <Fact name="turns">{row && number(row.participants)}</Fact>
            <Fact name="reached">{row && <Share {...row.hamlets_reached} />}</Fact>
            <Fact name="active_teams">{row && <Share {...row.active_teams} />}</Fact>
          </dl>
        </li>
      );
    })}
  </ul>
);

const CommuneTable = ({ lines }: { lines: readonly CommuneLine[] }) => (
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
        {lines.map((line) => (
          <Line key={line.tile.unit.id} line={line} />
        ))}
      </tbody>
    </table>
  </div>
);

export const Communes = ({ coverage, load }: { coverage: Coverage; load: Load<Rollup> }) => {
  const isWide = [useWide(700), usePrinting()].includes(true);
  const [most, setMost] = useState(AT_ONCE);
  return (
    <section class="cover-part">
      <h2>{t('communes.title')}</h2>
      <p class="quiet">{t('communes.lead')}</p>
      <Loaded load={load}>
        {({ rows }) => {
          const lines = communeLines(tilesOf(coverage, 'commune'), rows);
          if (isWide) return <CommuneTable lines={lines} />;
          const rest = lines.length - most;
          return (
            <div class="stack">
              <CommuneCards lines={lines.slice(0, most)} />
              {rest > 0 && <Button onClick={() => setMost(most + AT_ONCE)}>{t('communes.more', { n: Math.min(rest, AT_ONCE) })}</Button>}
            </div>
          );
        }}
      </Loaded>
    </section>
  );
};
