// One team of many, found by typing a part of its name or place.
import { useState } from 'preact/hooks';
import type { Team } from '../../api/types';
import { fullName } from '../../data/units';
import { Button, Icon, Name } from '../../ui';
import { t } from '../i18n';
import { hrefOf } from '../shell/pages';
import { inOrder, matching } from '../teams/order';
import { PRINT_PATH } from './paths';

const SHOWN = 8;

type Props = { teams: readonly Team[]; team: Team | null; choose: (team: Team | null) => void };

const Search = ({ teams, choose }: Omit<Props, 'team'>) => {
  const [typed, setTyped] = useState('');
  const found = typed.trim() === '' && teams.length > SHOWN ? [] : inOrder(matching(teams, typed));
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    if (found[0]) choose(found[0]);
  };
  return (
    <div class="unit-search">
      <label class="picker-search">
        <Icon name="search" size={20} />
        <span class="unseen">{t('paper.team_search')}</span>
        <input class="input" type="search" id="team-search" placeholder={t('paper.team_search')} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} onKeyDown={enter} />
      </label>
      {typed.trim() === '' && teams.length > SHOWN && <p class="hint">{t('paper.team_hint')}</p>}
      {typed.trim() !== '' && found.length === 0 && <p class="quiet">{t('field.nothing_found')}</p>}
      {found.length > 0 && (
        <ul class="options">
          {found.slice(0, SHOWN).map((team) => (
            <li key={team.id}>
              <button type="button" onClick={() => choose(team)}>
                <span>{team.name}</span>
                <span class="quiet small">
                  <Name of={fullName(team.home)} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {found.length > SHOWN && <p class="hint">{t('paper.first_teams')}</p>}
    </div>
  );
};

export const TeamField = ({ teams, team, choose }: Props) => (
  <div class="field">
    <span class="label">{t('paper.team')}</span>
    {team ? (
      <p class="paper-team">
        <span>
          <strong>{team.name}</strong>
          <span class="quiet under-left">
            <Name of={fullName(team.home)} />
          </span>
        </span>
        <span class="row">
          <Button kind="quiet" icon="print" href={`${hrefOf('paper', PRINT_PATH).split('?')[0]}?team=${team.id}`}>
            {t('paper.print_team')}
          </Button>
          <Button kind="quiet" onClick={() => choose(null)}>
            {t('paper.change_team')}
          </Button>
        </span>
      </p>
    ) : (
      <Search teams={teams} choose={choose} />
    )}
  </div>
);
