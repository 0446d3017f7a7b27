// One team: who is in it, and how they get in.
import { useEffect, useState } from 'preact/hooks';
import { may, OFFICE } from '../../account/account';
import { api, ok } from '../../api/client';
import type { Invitation } from '../../api/types';
import { day } from '../../i18n/formats';
import { place } from '../../router';
import { Button, Notice } from '../../ui';
import { t } from './i18n';
import { Invite, ShownDialog } from '../join/Invite';
import { OpenInvitations } from '../join/OpenInvitations';
import { Requests } from '../join/Requests';
import { Loaded } from '../Loaded';
import { today } from '../shell/current';
import { useLoad } from '../../data/useLoad';
import { OfKind } from './called';
import { DeleteTeam } from './DeleteTeam';
import { EditTeam } from './EditTeam';
import { EndTeam } from './EndTeam';
import { justAdded } from './justDone';
import { NewMember } from './NewMember';
import { roster } from './roster';
import { RosterLists } from './RosterLists';
import { type Editing, TeamHeading } from './TeamHeading';

export const TeamPage = ({ id }: { id: number }) => {
  const path = { team_id: id };
  const team = useLoad(() => ok(api.GET('/api/v1/teams/{team_id}', { params: { path } })), [id]);
  const members = useLoad(() => ok(api.GET('/api/v1/teams/{team_id}/members', { params: { path } })), [id]);
  useEffect(() => () => void (justAdded.value = null), []);
  const [adding, setAdding] = useState(false);
  const [inviting, setInviting] = useState(false);
  const [showing, setShowing] = useState<Invitation | null>(null);
  const [made, setMade] = useState(0);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [deleting, setDeleting] = useState(false);
  const [said, setSaid] = useState('');
  const saved = (words: string) => {
    setEditing(null);
    setSaid(words);
    team.reload();
  };
  const people = roster(members.data?.items ?? [], today.value);
  const leader = people.leaders[0]?.name;
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
        <OfKind.Provider value={shown.kind}>
          <TeamHeading team={shown} edit={setEditing} remove={() => (team.reload(), setDeleting(true))}>
            {actions}
          </TeamHeading>
          {shown.dissolved_on && <Notice tone="off" icon="cancel" title={t('teams.is_dissolved', { date: day(shown.dissolved_on) })} />}
          {shown.dissolves_on && (
            <Notice tone="pending" icon="warning" title={t('teams.will_end', { date: day(shown.dissolves_on) })}>
              {t('teams.will_end_text')}
            </Notice>
          )}
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
                setSaid(t(member.has_secret ? 'members.joined_now' : 'members.added', { name: member.name }));
                members.reload();
              }}
            />
          )}
          {deleting && <DeleteTeam team={shown} roster={people} reload={team.reload} onClose={() => setDeleting(false)} />}
          {editing === 'papers' && <EditTeam team={shown} onClose={() => setEditing(null)} onSaved={() => saved(t('teams.saved'))} />}
          {editing === 'end' && <EndTeam team={shown} onClose={() => setEditing(null)} onSaved={(on) => saved(t('teams.ended', { date: day(on) }))} />}
        </OfKind.Provider>
      )}
    </Loaded>
  );
};
