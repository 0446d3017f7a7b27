// The list: a table where there is room, cards on a phone.
import { me } from '../../account/account';
import type { ListedSession } from '../../api/types';
import { localDay } from '../../i18n/format';
import { day, number, shortDay } from '../../i18n/formats';
import { hrefWith, setQuery } from '../../router';
import { Checkbox, Chip, Icon, Name } from '../../ui';
import { t } from './i18n';
import { Standing } from '../Standing';
import { today } from '../shell/current';
import { shortTeam } from '../teams/names';
import { useWide } from '../useWide';
import { completed, isLate, isSentAgain, mayDecide } from './facts';
import { enteredBy, nilOf, placeOf, what } from './words';

type Props = {
  items: readonly ListedSession[];
  opened: string | null;
  selectable: boolean;
  /** The state of all in this queue, which needs no word; null when they differ. */
  expected: ListedSession['state'] | null;
  chosen: readonly string[];
  setChosen: (ids: string[]) => void;
};

const shown = (n: number | null): string => (n === null ? '–' : number(n));

export const Flags = ({ session }: { session: Pick<ListedSession, 'flags'> }) => (
  <>
    {session.flags.map((flag) => (
      <span class="flag" key={flag.code}>
        <Icon name="flag" size={16} />
        <span>
          <span class="unseen">{t('queue.flagged')}: </span>
          {flag.detail}
        </span>
      </span>
    ))}
  </>
);

const Where = ({ session }: { session: ListedSession }) => {
  const [first = '', ...rest] = placeOf(session).split(', ');
  const notes = [
    session.nil && nilOf(session),
    shortTeam(session.team.name),
    isSentAgain(session) && t('review.resubmitted'),
    enteredBy(session, me.value?.user.id),
  ].filter(Boolean);
  return (
    <>
      <a class="queue-open" href={hrefWith({ session: session.id })}>
        <strong>
          <Name of={rest.length > 0 ? `${first},` : first} />
        </strong>{' '}
        {rest.length > 0 && <Name of={rest.join(', ')} />}
      </a>
      {notes.length > 0 && <span class="quiet small queue-team">{notes.join(' · ')}</span>}
      {isLate(session, today.value) && (
        <span class="queue-late">
          <Icon name="clock" size={16} />
          {t('review.late_row', { date: shortDay(localDay(session.waiting_since)) })}
        </span>
      )}
      <Flags session={session} />
    </>
  );
};

type RowProps = { session: ListedSession; isOpened: boolean; tick: preact.ComponentChildren; isToldState: boolean };

/** A mouse may press anywhere in the row; for the keyboard there is the link. */
const openByMouse = (event: MouseEvent, id: string) => {
  if (!(event.target as Element).closest('a, label, input')) setQuery({ session: id });
};

/** What the last column is for. States, where they differ, take the room of the services. */
type Last = 'tick' | 'state' | null;

const TableRow = ({ session, isOpened, tick, isToldState, last }: RowProps & { last: Last }) => (
  <tr id={`row-${session.id}`} class={isOpened ? 'is-open' : undefined} aria-current={isOpened ? 'true' : undefined} onClick={(event) => openByMouse(event, session.id)}>
    <td class="queue-day">{day(session.date)}</td>
    <td>
      <Where session={session} />
      {last === 'tick' && isToldState && <Standing session={session} />}
    </td>
    <td class="numbers">{shown(session.participants)}</td>
    {last !== 'state' && (
      <>
        <td class="numbers">{shown(completed(session, 'cashless_account'))}</td>
        <td class="numbers">{shown(completed(session, 'edongthap'))}</td>
      </>
    )}
    {last && <td class="queue-tick">{last === 'tick' ? tick : isToldState && <Standing session={session} />}</td>}
  </tr>
);

const QueueTable = ({ rows, last }: { rows: RowProps[]; last: Last }) => (
  <div class="card card-table">
    <table class="table queue">
      <caption class="unseen">{t('review.list')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('review.date')}</th>
          <th scope="col">{t('review.where')}</th>
          <th scope="col" class="numbers">
            {t('review.turns')}
          </th>
          {last !== 'state' && (
            <>
              <th scope="col" class="numbers">
                <abbr title={t('review.cashless_long')}>{t('review.cashless')}</abbr>
              </th>
              <th scope="col" class="numbers">
                <abbr title={t('review.edongthap_long')}>{t('review.edongthap')}</abbr>
              </th>
            </>
          )}
          {last && (
            <th scope="col" class="queue-tick">
              <span class={last === 'tick' ? 'unseen' : undefined}>{t(last === 'tick' ? 'review.select_column' : 'review.state')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.session.id} {...row} last={last} />
        ))}
      </tbody>
    </table>
    {last !== 'state' && <p class="quiet small queue-legend">{t('review.legend')}</p>}
  </div>
);

const Count = ({ n, of }: { n: number | null; of: string }) =>
  n === null ? null : (
    <Chip>
      {number(n)} {of}
    </Chip>
  );

const QueueCard = ({ session, isOpened, tick, isToldState }: RowProps) => (
  <li id={`row-${session.id}`} class={isOpened ? 'card queue-card is-open' : 'card queue-card'}>
    <div class="queue-card-top">
      <span class="quiet">{day(session.date)}</span>
      {tick ?? (isToldState && <Standing session={session} />)}
    </div>
    <Where session={session} />
    <div class="queue-card-foot">
      <p class="queue-card-numbers">
        <Count n={session.participants} of={t('review.turns').toLowerCase()} />
        <Count n={completed(session, 'cashless_account')} of={t('review.cashless_long')} />
        <Count n={completed(session, 'edongthap')} of={t('review.edongthap_long')} />
      </p>
      <span class="queue-card-go" aria-hidden="true">
        {t('review.look')}
        <Icon name="chevron-right" size={20} />
      </span>
    </div>
  </li>
);

export const Queue = ({ items, opened, selectable, expected, chosen, setChosen }: Props) => {
  const isTable = useWide(700);
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const rows = items.map((session) => ({
    session,
    isOpened: session.id === opened,
    isToldState: session.state !== expected,
    tick: selectable && session.state === 'pending' && mayDecide(session) ? (
      <Checkbox
        id={`select-${session.id}`}
        label={t('review.select', { what: what(session) })}
        labelHidden
        checked={chosen.includes(session.id)}
        onValue={() => toggle(session.id)}
      />
    ) : null,
  }));
  const last = selectable ? 'tick' : rows.some((row) => row.isToldState) ? 'state' : null;
  if (isTable) return <QueueTable rows={rows} last={last} />;
  return (
    <ul class="queue-cards" aria-label={t('review.list')}>
      {rows.map((row) => (
        <QueueCard key={row.session.id} {...row} />
      ))}
    </ul>
  );
};
