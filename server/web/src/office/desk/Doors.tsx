// The numbers of the desk: each opens the list that is as long.
import type { ComponentChildren } from 'preact';
import { OFFICE } from '../../account/account';
import { day, number, percent, shortDay } from '../../i18n/formats';
import { Icon } from '../../ui';
import { t } from './i18n';
import { today } from '../shell/current';
import { hrefOf } from '../shell/pages';
import type { Door, DoorName } from './doors';

const plus = (href: string, more: string): string => `${href}${href.includes('?') ? '&' : '?'}${more}`;

export const IDLE_PATH = '/to-lau-chua-co-buoi';

const HREF: Record<DoorName, (area?: number) => string> = {
  pending: () => hrefOf('review'),
  flagged: () => plus(hrefOf('review'), 'queue=flagged'),
  late: () => plus(hrefOf('review'), 'queue=late'),
  asked: () => plus(hrefOf('review'), 'queue=asked'),
  returned: () => plus(hrefOf('review'), 'queue=returned'),
  joining: () => hrefOf('teams'),
  hamlets: (area) => plus(area === undefined ? hrefOf('coverage') : `${OFFICE}bao-phu?unit=${area}`, 'only=without&state=provisional'),
  teams: () => hrefOf('desk', IDLE_PATH),
};

const label = (name: DoorName, days: number): string => t(`door.${name}`, { days });

const Notes = ({ door }: { door: Door }) => {
  const { name, n, of, since, mine = 0, isAll = false, area } = door;
  const notes = [
    area?.name ?? '',
    since ? t('door.since', { date: since.slice(0, 4) === today.value.slice(0, 4) ? shortDay(since) : day(since) }) : '',
    name === 'flagged' ? t(isAll ? 'door.flagged_all' : 'door.flagged_hint') : '',
    mine > 0 ? t('door.mine', { n: mine }) : '',
    of !== undefined ? t(name === 'teams' ? 'door.of_teams' : 'door.of', { rate: percent(n, of) }) : '',
  ].filter(Boolean);
  return notes.length > 0 ? <span class="quiet small">{notes.join(' · ')}</span> : null;
};

const BigDoor = ({ door, days }: { door: Door; days: number }) => (
  <li>
    <a class="card desk-door" href={HREF[door.name](door.area?.id)}>
      <span class={door.name === 'late' ? 'desk-number desk-late' : 'desk-number'}>
        {number(door.n)}
        {door.of !== undefined && <span class="desk-of">/{number(door.of)}</span>}
      </span>
      <span class="desk-what">
        <span>{label(door.name, days)}</span>
        <Notes door={door} />
      </span>
      <Icon name="chevron-right" size={20} />
    </a>
  </li>
);

type Props = { title: string; doors: readonly Door[]; days: number; action?: ComponentChildren };

export const Doors = ({ title, doors, days, action }: Props) =>
  doors.length === 0 ? null : (
    <section aria-label={title}>
      <div class="desk-head">
        <h2 class="desk-title">{title}</h2>
        {action}
      </div>
      <ul class="desk-doors">
        {doors.map((door) => (
          <BigDoor key={`${door.name} ${door.area?.id}`} door={door} days={days} />
        ))}
      </ul>
    </section>
  );

export const QuietDoors = ({ title, doors, days }: Props) =>
  doors.length === 0 ? null : (
    <section aria-label={title}>
      <h2 class="desk-title">{title}</h2>
      <ul class="desk-quiet">
        {doors.map(({ name, mine, area }) => (
          <li key={`${name} ${area?.id}`}>
            <a href={HREF[name](area?.id)}>
              <Icon name="check" size={16} />
              <span>
                {area && `${area.name}: `}
                {t(`done.${name}`, { days })}
                {mine ? ` · ${t('door.mine', { n: mine })}` : ''}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
