// The sessions that came to a hamlet, or whose people were counted there: behind its numbers.
import { useState } from 'preact/hooks';
import { api, ok, problemText } from '../../api/client';
import type { Behind, CoverRow } from '../../api/types';
import { useLoad } from '../../data/useLoad';
import { fullName } from '../../data/units';
import { number, period as periodName } from '../../i18n/formats';
import { place, setQuery } from '../../router';
import { Button, Notice, SidePanel } from '../../ui';
import { t } from './i18n';
import { Loaded } from '../Loaded';
import { LeftOut, Sessions } from '../results/Behind';
import { filters, rollup } from '../shell/current';
import { OPENED, openedDays, type Opened } from './opened';

type Props = { row: CoverRow; months: readonly string[] };

const Content = ({ row, months, cell, month }: Props & { cell: Opened; month: string | null }) => {
  const { map } = rollup.value;
  const query = { unit: row.unit.id, by: 'hamlet' as const, state: filters.value.state, ...(map && { map }), ...openedDays(months, month), cell };
  const read = (cursor?: string) => ok(api.GET('/api/v1/rollups/sessions', { params: { query: { ...query, ...(cursor && { cursor }), limit: 50 } } }));
  const load = useLoad(read, [JSON.stringify(query)]);
  const [later, setLater] = useState<Behind[]>([]);
  const [problem, setProblem] = useState('');
  return (
    <Loaded load={load}>
      {(first) => {
        const next = (later[later.length - 1] ?? first).next_cursor;
        const more = () =>
          void read(next ?? undefined).then(
            (page) => setLater([...later, page]),
            (thrown: unknown) => setProblem(problemText(thrown)),
          );
        return (
          <div class="stack">
            <div>
              <p class="behind-value">{number(first.value)}</p>
              <p>
                <strong>{t(cell === 'reach' ? 'hamlet.reach' : 'cell.participants_long')}</strong>
                <br />
                {fullName(row.unit)}, {month ? periodName(month) : t('coverage.months', { month: periodName(months[months.length - 1] ?? '') })}
              </p>
            </div>
            <Sessions answer={{ ...first, items: [first, ...later].flatMap(({ items }) => items) }} value={first.value} />
            {problem && <Notice tone="returned" icon="warning" title={problem} live />}
            {next && <Button onClick={more}>{t('list.more')}</Button>}
            <LeftOut left={first.left_out} />
          </div>
        );
      }}
    </Loaded>
  );
};

export const HamletSessions = (props: Props) => {
  const { query } = place.value;
  const cell = OPENED.find((one) => one === query.get('cell'));
  const month = props.months.find((one) => one === query.get('month')) ?? null;
  return (
    <SidePanel open={cell !== undefined} onClose={() => setQuery({ cell: null, month: null })} title={t('behind.title')}>
      {cell && <Content key={`${cell} ${month}`} {...props} cell={cell} month={month} />}
    </SidePanel>
  );
};
