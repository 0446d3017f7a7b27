// What somebody answers for and the teams they are in, now, later and before.
import { may, OFFICE } from '../../account/account';
import type { PersonDetail } from '../../api/types';
import { fullName } from '../../data/units';
import { day } from '../../i18n/formats';
import { Button, Chip } from '../../ui';
import { t } from './i18n';
import { today } from '../shell/current';
import { called, OfKind } from '../teams/called';
import { Earlier } from '../teams/Members';
import { unbroken } from '../teams/roster';

type Area = PersonDetail['areas'][number];
type Time = PersonDetail['memberships'][number];
type Span = { from: string; to: string | null };

/** The last day is the one before the day from which it is no more. */
const span = ({ from, to }: Span): string => (to === null ? t('since.from', { from: day(from) }) : t('since.until', { from: day(from), to: day(to) }));

const When = ({ from, to }: Span) => {
  if (from > today.value) return <Chip tone="pending">{t('since.soon')}</Chip>;
  if (to !== null && to <= today.value) return <Chip tone="off">{t('since.past')}</Chip>;
  return to === null ? null : <Chip tone="pending">{t('since.ending')}</Chip>;
};

const AreaRow = ({ area: { name, valid_from: from, valid_to: to, unit_id } }: { area: Area }) => (
  <li class="person">
    <div class="person-text">
      <a class="person-name" href={`${OFFICE}bao-phu?unit=${unit_id}`}>
        {name}
      </a>{' '}
      <When from={from} to={to} />
      <p class="quiet small">{span({ from, to })}</p>
    </div>
  </li>
);

export const Areas = ({ person: { areas, past_areas, role } }: { person: PersonDetail }) => (
  <section aria-labelledby="areas">
    <div class="section-head">
      <h2 id="areas">{t('people.areas')}</h2>
    </div>
    {areas.length + past_areas.length === 0 ? (
      <p class="card quiet">{t(role === 'system_administrator' ? 'people.everywhere' : 'people.no_area_text')}</p>
    ) : (
      <ul class="card card-tight people">
        {[...areas, ...past_areas].map((area) => (
          <AreaRow key={`${area.unit_id} ${area.valid_from}`} area={area} />
        ))}
      </ul>
    )}
  </section>
);

/** Each team once, by the latest time there that has begun; a role that begins later stands by itself. */
const byTeam = (times: readonly Time[]): { time: Time; from: string; earlier: Time[] }[] =>
  times
    .filter((time) => !times.some((next) => next.team.id === time.team.id && next.joined_on > time.joined_on && next.joined_on <= today.value))
    .map((time) => {
      const before = times.filter((one) => one.team.id === time.team.id && one.joined_on < time.joined_on && time.joined_on <= today.value);
      return { time, from: unbroken(time.joined_on, before), earlier: before };
    });

const TimeRow = ({ time: { team, role, organisation, left_on: to }, from, earlier }: { time: Time; from: string; earlier: Time[] }) => (
  <li class="person">
    <div class="person-text">
      <a class="person-name" href={`${OFFICE}to/${team.id}`}>
        {team.name}
      </a>{' '}
      <When from={from} to={to} />
      <p class="quiet small">{[called(t(`member.${role}`), team.kind), organisation, span({ from, to }), fullName(team.home)].filter(Boolean).join(' · ')}</p>
      <OfKind.Provider value={team.kind}>
        <Earlier times={earlier} />
      </OfKind.Provider>
    </div>
  </li>
);

/** Into a first team or one more; who is locked is let in again first. */
const canJoin = ({ role, disabled_at }: PersonDetail): boolean => role === 'volunteer' && disabled_at === null && may('team.manage');

export const Memberships = ({ person, join }: { person: PersonDetail; join: () => void }) => (
  <section aria-labelledby="memberships">
    <div class="section-head">
      <h2 id="memberships">{t('people.memberships')}</h2>
      {canJoin(person) && (
        <Button icon="plus" onClick={join}>
          {t('people.join')}
        </Button>
      )}
    </div>
    {person.memberships.length === 0 ? (
      <p class="card quiet">{person.last_home ? t('people.teamless_at', { place: fullName(person.last_home) }) : t('people.no_team')}</p>
    ) : (
      <ul class="card card-tight people">
        {byTeam(person.memberships).map((one) => (
          <TimeRow key={`${one.time.team.id} ${one.time.joined_on}`} {...one} />
        ))}
      </ul>
    )}
  </section>
);
