// Who is in the team, and what it has done this year.
import { api, ok } from '../../api/client';
import type { Member } from '../../api/types';
import { period } from '../../i18n/formats';
import { Button, EmptyState, Loading, Notice, Picker, Section } from '../../ui';
import { today } from '../../data/clock';
import { joinRequests } from '../../data/joining';
import { Totals } from '../home/Totals';
import { useTotal } from '../home/useTotal';
import { t } from '../i18n';
import { INVITE } from '../paths';
import { Failed } from '../shell/Failed';
import { Page } from '../shell/Page';
import { useLoad } from '../../data/useLoad';
import { chosenTeam, leads, team, teamOptions, teams } from './team';

const read = async (id: number) => {
  const members = await ok(api.GET('/api/v1/teams/{team_id}/members', { params: { path: { team_id: id } } }));
  return { members: members.items.filter(({ left_on }) => left_on === null) };
};

const MemberRow = ({ member }: { member: Member }) => (
  <li class="member">
    <span>
      <strong>{member.name}</strong>
      {member.organisation && <span class="choice-hint">{member.organisation}</span>}
    </span>
    <span class="member-side">
      <span class="small">{t(`member.${member.role}`)}</span>
      {member.phone && <span class="quiet small">{member.phone}</span>}
    </span>
  </li>
);

/** Who leads the team looks after who comes. */
const Inviting = ({ id }: { id: number }) => {
  const { data } = useLoad(() => joinRequests(id), [id]);
  const n = data?.items.length ?? 0;
  return (
    <>
      {n > 0 && <Notice tone="pending" icon="people" title={t('team.asking', { n })} href={INVITE} />}
      <Button wide icon="plus" href={INVITE}>
        {t('team.invite')}
      </Button>
    </>
  );
};

export const TeamScreen = () => {
  const own = team.value;
  const year = today().slice(0, 4);
  const total = useTotal(own?.id ?? 0, year);
  const { data, failure, reload } = useLoad(async () => (own ? read(own.id) : null), [own?.id]);
  return (
    <Page title={own?.name ?? t('tab.team')}>
      <div class="stack">
        {!own && <EmptyState icon="people" title={t('home.no_team')} />}
        {own && teams().length > 1 && (
          <Picker id="team" label={t('home.team')} value={String(own.id)} options={teamOptions()} onValue={(value) => (chosenTeam.value = Number(value))} />
        )}
        {own && leads(own) && <Inviting key={own.id} id={own.id} />}
        {own && !data && (failure ? <Failed why={failure} onRetry={reload} /> : <Loading />)}
        {data && (
          <>
            <Totals title={t('team.year', { year: period(year) })} total={total} />
            <Section title={t('team.members', { n: data.members.length })}>
              <ul class="card card-tight rows">
                {data.members.map((member) => (
                  <MemberRow key={member.user_id} member={member} />
                ))}
              </ul>
            </Section>
          </>
        )}
      </div>
    </Page>
  );
};
