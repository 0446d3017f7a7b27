// One team of many, found by typing a part of its name or place. The marked one is what Enter takes.
import { useEffect, useState } from 'preact/hooks';
import type { Team } from '../../api/types';
import { fullName } from '../../data/units';
import { Button, Icon, Name } from '../../ui';
import { t } from './i18n';
import { hrefOf } from '../shell/pages';
import { closest } from '../teams/order';
import { PRINT_PATH } from './paths';

const SHOWN = 8;

type Props = { teams: readonly Team[]; team: Team | null; choose: (team: Team | null) => void };
type SearchProps = Omit<Props, 'team'> & { takesFocus: boolean };

const Search = ({ teams, choose, takesFocus }: SearchProps) => {
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(0);
  useEffect(() => {
    if (takesFocus) document.getElementById('team-search')?.focus();
  }, []);
  const found = typed.trim() === '' && teams.length > SHOWN ? [] : closest(teams, typed);
  const shown = found.slice(0, SHOWN);
  const next = typed.trim() === '' ? undefined : shown[marked];
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || (!step && event.key !== 'Enter')) return;
    event.preventDefault();
    event.stopPropagation();
    if (step) setMarked(Math.min(Math.max(marked + step, 0), shown.length - 1));
    else if (next) choose(next);
  };
  return (
    <div class="unit-search">
      <label class="picker-search">
        <Icon name="search" size={20} />
        <span class="unseen">{t('paper.team_search')}</span>
        <input class="input" type="search" id="team-search" placeholder={t('paper.team_search')} value={typed} onInput={(event) => (setTyped(event.currentTarget.value), setMarked(0))} onKeyDown={onKey} />
      </label>
      {typed.trim() === '' && teams.length > SHOWN && <p class="hint">{t('paper.team_hint')}</p>}
      {typed.trim() !== '' && found.length === 0 && <p class="quiet">{t('field.nothing_found')}</p>}
      <p class="unseen" role="status">
        {next && t('paper.enter_takes', { name: next.name })}
      </p>
      {found.length > 0 && (
        <ul class="options">
          {shown.map((team) => (
            <li key={team.id}>
              <button type="button" class={team === next ? 'is-next' : undefined} onClick={() => choose(team)}>
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

export const TeamField = ({ teams, team, choose }: Props) => {
  const [isAnother, setAnother] = useState(false);
  const another = () => {
    setAnother(true);
    choose(null);
  };
  return (
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
            <Button kind="quiet" onClick={another}>
              {t('paper.change_team')}
            </Button>
          </span>
        </p>
      ) : (
        <Search teams={teams} choose={choose} takesFocus={isAnother} />
      )}
    </div>
  );
};
