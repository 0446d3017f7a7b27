// Who is in the team, and what it has done this year: without a network as it was last heard.
import { useEffect } from 'preact/hooks';
import type { Member, OwnTeam } from '../../api/types';
import { period } from '../../i18n/formats';
import { Button, EmptyState, Loading, Picker, Section } from '../../ui';
import { spacedPhone } from '../../data/phone';
import { today } from '../../data/clock';
import { Totals } from '../home/Totals';
import { useTotal } from '../home/useTotal';
import { t } from '../i18n';
import { INVITE } from '../paths';
import { tOwn as sessions } from '../sessions/texts';
import { whenSaid } from '../sessions/words';
import { Failed } from '../shell/Failed';
import { Page } from '../shell/Page';
import { Asking } from './Asking';
import { lookForAsking } from './asking';
import { useMembers } from './members';
import { chosenTeam, leads, team, teamOptions, teams } from './team';

const MemberRow = ({ member }: { member: Member }) => (
  <li class="member">
    <span>
      <strong>{member.name}</strong>
      {member.organisation && <span class="choice-hint">{member.organisation}</span>}
    </span>
    <span class="member-side">
      <span class="small">{t(`member.${member.role}`)}</span>
      {member.phone && <span class="quiet small">{spacedPhone(member.phone)}</span>}
    </span>
  </li>
);

/** Who leads the team looks after who comes. */
const Inviting = ({ isCutOff }: { isCutOff: boolean }) => {
  useEffect(() => void lookForAsking(), []);
  return (
    <>
      <Asking />
      <Button wide icon="plus" href={INVITE}>
        {t('team.invite')}
      </Button>
      {isCutOff && <p class="hint">{t('team.needs_signal')}</p>}
    </>
  );
};

const People = ({ own }: { own: OwnTeam }) => {
  const year = today().slice(0, 4);
  const total = useTotal(own.id, year);
  const { known, isOld, failure, reload } = useMembers(own.id);
  return (
    <>
      {leads(own) && <Inviting isCutOff={failure !== null} />}
      {(known || total) && <Totals title={t('team.year', { year: period(year) })} total={total} />}
      {known ? (
        <Section title={t('team.members', { n: known.value.length })}>
          {isOld && <p class="hint">{sessions('list.as_of', { when: whenSaid(known.at) })}</p>}
          <ul class="card card-tight rows">
            {known.value.map((member) => (
              <MemberRow key={member.user_id} member={member} />
            ))}
          </ul>
        </Section>
      ) : failure ? (
        <Failed why={failure} onRetry={reload} />
      ) : (
        <Loading />
      )}
    </>
  );
};

export const TeamScreen = () => {
  const own = team.value;
  return (
    <Page title={own?.name ?? t('tab.team')}>
      <div class="stack">
        {!own && <EmptyState icon="people" title={t('home.no_team')} />}
        {own && teams().length > 1 && (
          <Picker id="team" label={t('home.team')} value={String(own.id)} options={teamOptions()} onValue={(value) => (chosenTeam.value = Number(value))} />
        )}
        {own && <People key={own.id} own={own} />}
      </div>
    </Page>
  );
};
