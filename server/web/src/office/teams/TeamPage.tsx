// One team: who is in it, and how they get in.
import { useEffect, useState } from 'preact/hooks';
import { may, OFFICE } from '../../account/account';
import { api, ok } from '../../api/client';
import type { Invitation, Member, Team } from '../../api/types';
import { day } from '../../i18n/formats';
import { Button, EmptyState, Notice } from '../../ui';
import { t } from '../i18n';
import { Invite, ShownDialog } from '../join/Invite';
import { OpenInvitations } from '../join/OpenInvitations';
import { Requests } from '../join/Requests';
import { Loaded } from '../Loaded';
import { hrefOf } from '../shell/pages';
import { useLoad } from '../../data/useLoad';
import { fullName } from '../../data/units';
import { Code } from './Code';
import { justAdded } from './justAdded';
import { Ending, MemberRow } from './Members';
import { NewMember } from './NewMember';

const isIn = ({ left_on }: Member): boolean => left_on === null;

const Heading = ({ team, children }: { team: Team; children: preact.ComponentChildren }) => (
  <div class="page-head">
    <div>
      <p>
        <a href={hrefOf('teams')}>‹ {t('nav.teams')}</a>
      </p>
      <h1>{team.name}</h1>
      <p class="quiet">
        {[
          t(`kind.${team.kind}`),
          fullName(team.home),
          `${t('teams.founded').toLowerCase()} ${day(team.founded_on)}`,
          team.decision_number,
          team.is_pilot && t('teams.pilot'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
    {children}
  </div>
);

export const TeamPage = ({ id }: { id: number }) => {
  const path = { team_id: id };
  const team = useLoad(() => ok(api.GET('/api/v1/teams/{team_id}', { params: { path } })), [id]);
  const members = useLoad(() => ok(api.GET('/api/v1/teams/{team_id}/members', { params: { path } })), [id]);
  useEffect(() => () => void (justAdded.value = null), []);
  const [adding, setAdding] = useState(false);
  const [inviting, setInviting] = useState(false);
  const [showing, setShowing] = useState<Invitation | null>(null);
  const [made, setMade] = useState(0);
  const [issuing, setIssuing] = useState<Member | null>(null);
  const [ending, setEnding] = useState<Member | null>(null);
  const [said, setSaid] = useState('');
  const list = (items: readonly Member[]) => (
    <ul class="card card-tight people">
      {items.map((member) => (
        <MemberRow key={`${member.user_id} ${member.joined_on}`} member={member} issue={setIssuing} end={setEnding} />
      ))}
    </ul>
  );
  const actions = may('team.manage') && team.data?.dissolved_on === null && (
    <div class="row">
      <Button icon="plus" onClick={() => setAdding(true)}>
        {t('members.add')}
      </Button>
      <Button icon="print" href={`${OFFICE}to/the-qr?team=${id}`}>
        {t('sheet.action')}
      </Button>
      <Button kind="primary" icon="share" onClick={() => setInviting(true)}>
        {t('invite.action')}
      </Button>
    </div>
  );
  return (
    <Loaded load={team}>
      {(shown) => (
        <>
          <Heading team={shown}>{actions}</Heading>
          {!said && justAdded.value === id && <Notice tone="approved" title={t('teams.added', { name: shown.name })} live />}
          {said && <Notice tone="approved" title={said} live />}
          {may('team.manage') && <Requests team={id} onJoined={members.reload} />}
          <Loaded load={members}>
            {({ items }) => {
              const [present, past] = [items.filter(isIn), items.filter((member) => !isIn(member))];
              return (
                <div class="stack">
                  {present.length === 0 ? <EmptyState icon="people" title={t('members.empty')} /> : <h2>{t('members.count', { n: present.length })}</h2>}
                  {present.length > 0 && present.length < 3 && <Notice tone="pending" icon="info" title={t('members.few')} />}
                  {present.length > 0 && list(present)}
                  {past.length > 0 && <h2>{t('members.past')}</h2>}
                  {past.length > 0 && list(past)}
                </div>
              );
            }}
          </Loaded>
          {may('team.manage') && <OpenInvitations team={id} turn={made} say={setSaid} />}
          {inviting && (
            <Invite
              team={shown}
              onClose={() => setInviting(false)}
              onMade={(invitation) => {
                setInviting(false);
                setShowing(invitation);
                setMade(made + 1);
              }}
            />
          )}
          {showing && <ShownDialog invitation={showing} onClose={() => setShowing(null)} />}
          {adding && (
            <NewMember
              team={id}
              onClose={() => setAdding(false)}
              onAdded={(member) => {
                setAdding(false);
                setSaid(t('members.added', { name: member.name }));
                members.reload();
              }}
            />
          )}
          {issuing && <Code user={{ id: issuing.user_id, name: issuing.name, role: 'volunteer' }} onClose={() => (setIssuing(null), members.reload())} />}
          {ending && (
            <Ending
              team={id}
              member={ending}
              onClose={() => setEnding(null)}
              onEnded={() => {
                setSaid(t('members.ended', { name: ending.name }));
                setEnding(null);
                members.reload();
              }}
            />
          )}
        </>
      )}
    </Loaded>
  );
};
