// Others to look at beside this one: of the same day at the same place, of the same team that day, with
// the same photo, with the same numbers.
import { useState } from 'preact/hooks';
import { termName } from '../../data/catalogue';
import type { SessionDetail, Similar as Other } from '../../api/types';
import { day, number } from '../../i18n/formats';
import { hrefWith } from '../../router';
import { Button, Icon } from '../../ui';
import { t } from './i18n';
import { Standing } from '../Standing';
import { shortTeam } from '../teams/names';
import { beside } from './merging';
import { Numbers } from './Numbers';
import { placeOf } from './words';

const isThatDay = (session: SessionDetail, other: Other): boolean => other.date === session.date;

/** What is the same needs no word; what differs is said. */
const differences = (session: SessionDetail, other: Other): string[] => [
  ...(isThatDay(session, other) ? [] : [day(other.date)]),
  ...(other.same_team ? [t('similar.same_team')] : []),
  ...(other.place_id === session.place_id ? [] : [placeOf(other)]),
  ...(other.type && other.type !== session.type ? [termName('types', other.type)] : []),
  ...(other.start_time ? [other.start_time.slice(0, 5)] : []),
];

type Props = { session: SessionDetail; other: Other; merge: (other: Other) => void };

const Item = ({ session, other, merge, isFirst }: Props & { isFirst: boolean }) => {
  const [open, setOpen] = useState(isFirst);
  return (
    <li class="similar-one">
      <p class="row">
        <strong>{t('similar.by', { team: shortTeam(other.team.name), name: other.recorded_by.name })}</strong>
        <Standing session={other} />
      </p>
      <p class="quiet small">{differences(session, other).join(' · ')}</p>
      {open ? (
        <>
          <Numbers caption={t('similar.beside')} left={t('panel.this')} right={t('similar.other')} rows={beside(session, other, number)} marked="right" />
          <div class="row similar-do">
            {isThatDay(session, other) && session.may.includes('merge') && <Button onClick={() => merge(other)}>{t('merge.open')}</Button>}
            <a href={hrefWith({ session: other.id })}>{t('similar.look')}</a>
          </div>
        </>
      ) : (
        <button type="button" class="text-button" aria-expanded={false} onClick={() => setOpen(true)}>
          {t('similar.compare')}
          <Icon name="chevron-down" size={16} />
        </button>
      )}
    </li>
  );
};

const AT_ONCE = 3;
/** Hints at another session. */
const HINTS = ['joint', 'duplicate', 'photo_reused', 'repeated_numbers'];

export const Similar = ({ session, merge }: Pick<Props, 'session' | 'merge'>) => {
  const others = session.similar;
  const isHinted = session.flags.some(({ code }) => HINTS.includes(code));
  const [all, setAll] = useState(false);
  if (others.length === 0 || session.merged_into !== null) return null;
  return (
    <section class="similar" aria-label={t('similar.title', { n: others.length })}>
      <h3>{t('similar.title', { n: others.length })}</h3>
      <ul>
        {others.slice(0, all ? others.length : AT_ONCE).map((other, i) => (
          <Item key={other.id} session={session} other={other} merge={merge} isFirst={i === 0 && isHinted} />
        ))}
      </ul>
      {!all && others.length > AT_ONCE && (
        <button type="button" class="text-button" onClick={() => setAll(true)}>
          {t('similar.all', { n: others.length - AT_ONCE })}
        </button>
      )}
    </section>
  );
};
