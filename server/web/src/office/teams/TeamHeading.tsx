// What a team is called and is, with the ways to its papers and its end.
import { may, OFFICE } from '../../account/account';
import type { TeamDetail } from '../../api/types';
import { fullName } from '../../data/units';
import { day } from '../../i18n/formats';
import { Icon } from '../../ui';
import { t } from './i18n';
import { hrefOf } from '../shell/pages';

/** The team's papers, or the day on which it ends. */
export type Editing = 'papers' | 'end';

type Props = { team: TeamDetail; edit: (how: Editing) => void; remove: () => void; children: preact.ComponentChildren };

export const TeamHeading = ({ team, edit, remove, children }: Props) => (
  <>
    <div class="page-head page-head-one">
      <div>
        <p>
          <a href={hrefOf('teams')}>‹ {t('nav.teams')}</a>
        </p>
        <h1>{team.name}</h1>
        <p class="quiet">{facts(team)}</p>
      </div>
      {children}
    </div>
    {may('team.manage') && (
      <p class="row team-links">
        <button type="button" class="text-button" onClick={() => edit('papers')}>
          <Icon name="pencil" size={16} />
          {t('teams.edit')}
        </button>
        <a class="text-button" href={`${OFFICE}nhat-ky?object=team:${team.id}`}>
          {t('teams.log')}
        </a>
        {team.dissolved_on === null && team.dissolves_on === null && (
          <button type="button" class="text-button" onClick={() => edit('end')}>
            <Icon name="cancel" size={16} />
            {t('teams.stop')}
          </button>
        )}
        {!team.has_sessions && (
          <button type="button" class="text-button" onClick={remove}>
            <Icon name="trash" size={16} />
            {t('teams.delete')}
          </button>
        )}
      </p>
    )}
  </>
);

const facts = (team: TeamDetail) =>
  [
    t(`kind.${team.kind}`),
    fullName(team.home),
    `${t('teams.founded').toLowerCase()} ${day(team.founded_on)}`,
    team.decision_number,
    team.is_pilot && t('teams.pilot'),
  ]
    .filter(Boolean)
    .join(' · ');
