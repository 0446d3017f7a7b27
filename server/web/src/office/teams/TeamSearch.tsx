// One team of many, by a part of its name or place.
import { useState } from 'preact/hooks';
import type { Team } from '../../api/types';
import { fullName } from '../../data/units';
import { Name } from '../../ui';
import { Finder } from '../Finder';
import { t } from './i18n';
import { closest } from './order';

const SHOWN = 8;

export type TeamGroup = { title: string; teams: readonly Team[]; placeOf?: (team: Team) => string };
type Props = { groups: readonly TeamGroup[]; choose: (team: Team) => void; takesFocus?: boolean };

/** Each group under its title; with nothing typed the first that is short enough to read. */
export const TeamSearch = ({ groups, choose, takesFocus = false }: Props) => {
  const [typed, setTyped] = useState('');
  const isTyped = typed.trim() !== '';
  const found = groups
    .map((group, i) => ({ ...group, teams: isTyped || (i === 0 && group.teams.length <= SHOWN) ? closest(group.teams, typed) : [] }))
    .filter(({ teams }) => teams.length > 0);
  const all = found.flatMap(({ teams }) => teams);
  const shown = all.slice(0, SHOWN);
  return (
    <Finder id="team-search" label={t('teams.find')} typed={typed} onTyped={setTyped} found={shown} nameOf={({ name }) => name} choose={choose} takesFocus={takesFocus}>
      {(next) => (
        <>
          {!isTyped && all.length === 0 && (
            <p class="hint">
              {t('teams.find_hint')} <span class="of-keys">{t('teams.find_keys')}</span>
            </p>
          )}
          {isTyped && all.length === 0 && <p class="quiet">{t('field.nothing_found')}</p>}
          {found.map(({ title, teams, placeOf = ({ home }) => fullName(home) }) => {
            const listed = teams.filter((team) => shown.includes(team));
            return listed.length === 0 ? null : (
              <div key={title}>
                {title && <h3 class="quiet small">{title}</h3>}
                <ul class="options" aria-label={title || t('teams.list')}>
                  {listed.map((team) => (
                    <li key={team.id}>
                      <button type="button" class={team === next ? 'is-next' : undefined} onClick={() => choose(team)}>
                        <span>{team.name}</span>
                        <span class="quiet small">
                          <Name of={placeOf(team)} />
                        </span>
                      </button>
                    </li>
                  ))}
                </ul>
              </div>
            );
          })}
          {all.length > SHOWN && <p class="hint">{t('teams.find_more')}</p>}
        </>
      )}
    </Finder>
  );
};
