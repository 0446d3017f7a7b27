// "Where does this number come from?": the sessions whose sum it is, and what was left out.
import { useState } from 'preact/hooks';
import { may, OFFICE } from '../../account/account';
import { api, ok, problemText } from '../../api/client';
import type { Behind as Answer, Rollup, Row } from '../../api/types';
import { number, percent, shortDay } from '../../i18n/formats';
import { setQuery } from '../../router';
import { Button, Icon, Name, Notice, SidePanel } from '../../ui';
import { t } from './i18n';
import { Loaded } from '../Loaded';
import { rollup } from '../shell/current';
import { useLoad } from '../../data/useLoad';
import { fullName } from '../../data/units';
import { otherTeam } from '../review/facts';
import { cellValue, isRatio, rowName } from './cells';
import { cellDefinition, cellName, periodLabel, rowLabel, type Shown } from './names';

const rowOf = (answer: Rollup, name: string | null): Row =>
  (name === null ? undefined : answer.rows.find((row) => rowName(row) === name)) ?? answer.total;

const read = (cell: string, row: string | null, by: Rollup['by'], cursor?: string) =>
  ok(
    api.GET('/api/v1/rollups/sessions', {
      params: { query: { ...rollup.value, by, cell, ...(row !== null && { row }), ...(cursor && { cursor }), limit: 50 } },
    }),
  );

const hrefOfSession = (id: string, receipt: string): string => `${OFFICE}duyet-buoi?receipt=${encodeURIComponent(receipt)}&session=${id}`;

export const Sessions = ({ answer, value }: { answer: Answer; value: number }) => {
  const shown = answer.items.reduce((sum, item) => sum + item.value, 0);
  const others = answer.sessions - answer.items.length;
  if (answer.sessions === 0) return <p class="quiet">{t('behind.none')}</p>;
  return (
    <table class="table table-quiet">
      <caption class="unseen">{t('behind.sessions')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('behind.session')}</th>
          <th scope="col" class="numbers">
            {t('behind.value')}
          </th>
        </tr>
      </thead>
      <tbody>
        {answer.items.map((item) => (
          <tr key={item.id}>
            <td>
              {may('session.review') ? (
                <a href={hrefOfSession(item.id, item.receipt_code)}>
                  {shortDay(item.date)} · <Name of={fullName(item.place)} />
                </a>
              ) : (
                <>
                  {shortDay(item.date)} · <Name of={fullName(item.place)} />
                </>
              )}
              {otherTeam(item) && <span class="quiet small under-left">{otherTeam(item)}</span>}
            </td>
            <td class="numbers">{number(item.value)}</td>
          </tr>
        ))}
        {others > 0 && (
          <tr>
            <td class="quiet">{t('behind.others', { n: others })}</td>
            <td class="numbers quiet">{number(value - shown)}</td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr class="total">
          <th scope="row">{t('behind.total', { n: answer.sessions })}</th>
          <td class="numbers">{number(value)}</td>
        </tr>
      </tfoot>
    </table>
  );
};

export const LeftOut = ({ left }: { left: Answer['left_out'] }) => {
  const told = left.filter(({ sessions }) => sessions > 0);
  if (told.length === 0) return null;
  return (
    <div class="last-review">
      <strong>{t('behind.left_out')}</strong>
      <ul>
        {told.map(({ reason, sessions, value }) => {
          const why = t(`left.${reason}`);
          return <li key={reason}>{value ? t('behind.left_value', { n: sessions, why, value }) : t('behind.left', { n: sessions, why })}</li>;
        })}
      </ul>
    </div>
  );
};

const memberName = ({ unit, team }: Answer['members'][number]): string => unit ? fullName(unit) : (team?.name ?? '');

const Members = ({ members }: { members: Answer['members'] }) => {
  if (members.length === 0) return <p class="quiet">{t('behind.no_members')}</p>;
  return (
    // Nothing in it can be focused, so the list itself is: arrow keys then scroll it.
    <div tabIndex={0} role="group" aria-label={t('behind.members')}>
      {/* What the number counts comes first. */}
      {[true, false].map((counted) => {
        const list = members.filter((member) => member.counted === counted);
        return list.length === 0 ? null : (
          <section key={String(counted)}>
            <h3>
              {t(counted ? 'behind.counted' : 'behind.not_counted')} ({number(list.length)})
            </h3>
            <ul class="members">
              {list.map((member) => (
                <li key={memberName(member)}>
                  <Icon name={counted ? 'check' : 'minus'} size={16} />
                  {memberName(member)}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
};

type Props = { answer: Shown; cell: string; row: string | null };

export const Behind = ({ answer, cell, row: asked }: Props) => {
  const shown = rowOf(answer, asked);
  // A row that is not in this table (an old link) means the total, for the list too.
  const row = shown === answer.total ? null : asked;
  const value = cellValue(shown, cell);
  const [later, setLater] = useState<Answer[]>([]);
  const [problem, setProblem] = useState('');
  const load = useLoad(() => read(cell, row, answer.by), [cell, row, JSON.stringify(rollup.value)]);
  const last = later[later.length - 1] ?? load.data;
  const more = () => {
    read(cell, row, answer.by, last?.next_cursor ?? undefined).then(
      (page) => setLater([...later, page]),
      (thrown: unknown) => setProblem(problemText(thrown)),
    );
  };
  const close = () => setQuery({ cell: null, row: null });
  const whole = (first: Answer): Answer => ({
    ...first,
    items: [first, ...later].flatMap(({ items }) => items),
    members: [first, ...later].flatMap(({ members }) => members ?? []),
  });
  return (
    <SidePanel open onClose={close} title={t('behind.title')}>
      <div class="stack">
        <div>
          <p class="behind-value">
            {value.kind === 'ratio' ? `${number(value.numerator)}/${number(value.denominator)}` : number(value.n)}
            {value.kind === 'ratio' && <span class="quiet"> {percent(value.numerator, value.denominator)}</span>}
          </p>
          <p>
            <strong>{cellName(cell)}</strong>
            <br />
            {rowLabel(shown, answer)}, {periodLabel(answer.asked)}
          </p>
          <p class="quiet small">{cellDefinition(cell)}</p>
        </div>
        <Loaded load={load}>
          {(first) => (
            <div class="stack">
              {isRatio(cell) && cell !== 'on_time' ? (
                <Members members={whole(first).members} />
              ) : (
                <Sessions answer={whole(first)} value={typeof first.value === 'number' ? first.value : value.kind === 'ratio' ? value.numerator : value.n} />
              )}
              {problem && <Notice tone="returned" icon="warning" title={problem} live />}
              {last?.next_cursor && <Button onClick={more}>{t('list.more')}</Button>}
              <LeftOut left={first.left_out} />
            </div>
          )}
        </Loaded>
      </div>
    </SidePanel>
  );
};

