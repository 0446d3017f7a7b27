// One team: who is in it, and how they get in.
import { useEffect, useState } from 'preact/hooks';
import { may, OFFICE } from '../../account/account';
import { api, ok } from '../../api/client';
import type { Invitation, Team } from '../../api/types';
import { day } from '../../i18n/formats';
import { place } from '../../router';
import { Button, Icon, Notice } from '../../ui';
import { t } from './i18n';
import { Invite, ShownDialog } from '../join/Invite';
import { OpenInvitations } from '../join/OpenInvitations';
import { Requests } from '../join/Requests';
import { Loaded } from '../Loaded';
import { today } from '../shell/current';
import { hrefOf } from '../shell/pages';
import { useLoad } from '../../data/useLoad';
import { fullName } from '../../data/units';
import { DeleteTeam } from './DeleteTeam';
import { EditTeam } from './EditTeam';
import { justAdded } from './justAdded';
import { NewMember } from './NewMember';
import { roster } from './roster';
import { RosterLists } from './RosterLists';

const Heading = ({ team, edit, remove, children }: { team: Team; edit: () => void; remove: () => void; children: preact.ComponentChildren }) => (
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
      {may('team.manage') && (
        <p class="row team-links">
          <button type="button" class="text-button" onClick={edit}>
            <Icon name="pencil" size={16} />
            {t('teams.edit')}
          </button>
          <a class="text-button" href={`${OFFICE}nhat-ky?object=team:${team.id}`}>
            {t('teams.log')}
          </a>
          <button type="button" class="text-button" onClick={remove}>
            <Icon name="trash" size={16} />
            {t('teams.delete')}
          </button>
        </p>
      )}
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
  const [editing, setEditing] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const [said, setSaid] = useState('');
  const { present, coming, leaders } = roster(members.data?.items ?? [], today.value);
  const leader = leaders[0]?.name;
  const works = team.data?.dissolved_on === null;
  const actions = may('team.manage') && works && (
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
          <Heading team={shown} edit={() => setEditing(true)} remove={() => setDeleting(true)}>
            {actions}
          </Heading>
          {shown.dissolved_on && <Notice tone="off" icon="cancel" title={t('teams.is_dissolved', { date: day(shown.dissolved_on) })} />}
          {!said && justAdded.value === id && <Notice tone="approved" title={t('teams.added', { name: shown.name })} live />}
          {said && <Notice tone="approved" title={said} live />}
          {may('team.manage') && <Requests team={id} onJoined={members.reload} />}
          <Loaded load={members}>
            {({ items }) => <RosterLists team={id} works={shown.dissolved_on === null} naming={place.value.query.has('lead') && works} members={items} say={setSaid} reload={members.reload} />}
          </Loaded>
          {may('team.manage') && <OpenInvitations team={id} turn={made} say={setSaid} />}
          {inviting && (
            <Invite
              team={shown}
              leader={leader}
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
              leader={leader}
              onClose={() => setAdding(false)}
              onAdded={(member) => {
                setAdding(false);
                setSaid(t('members.added', { name: member.name }));
                members.reload();
              }}
            />
          )}
          {deleting && <DeleteTeam team={shown} members={[...present, ...coming]} onClose={() => setDeleting(false)} />}
          {editing && (
            <EditTeam
              team={shown}
              onClose={() => setEditing(false)}
              onSaved={() => {
                setEditing(false);
                setSaid(t('teams.saved'));
                team.reload();
              }}
            />
          )}
        </>
      )}
    </Loaded>
  );
};
