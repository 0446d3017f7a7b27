// Which team a sheet is of.
import { useState } from 'preact/hooks';
import type { Team } from '../../api/types';
import { fullName } from '../../data/units';
import { Button, Name } from '../../ui';
import { t } from './i18n';
import { hrefOf } from '../shell/pages';
import { TeamSearch } from '../teams/TeamSearch';
import { PRINT_PATH } from './paths';

type Props = { teams: readonly Team[]; team: Team | null; choose: (team: Team | null) => void };

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
        <p class="chosen-team">
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
        <TeamSearch groups={[{ title: '', teams }]} choose={choose} takesFocus={isAnother} />
      )}
    </div>
  );
};
