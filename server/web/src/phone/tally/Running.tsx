// On the home screen: the way to the count, and every count that is going on.
import { number } from '../../i18n/formats';
import { Button, Notice } from '../../ui';
import { t } from '../i18n';
import { tallyPath } from '../paths';
import { team, teams } from '../team/team';
import { since, tallies } from './running';
import { countOf, PEOPLE } from './tally';

/** "Đang đếm tại chỗ từ 08:10 · 17 bà con". */
export const Running = () => (
  <>
    {(tallies.value ?? []).map((tally) => {
      const of = teams().find(({ id }) => id === tally.team_id);
      if (!of) return null;
      const title = t('tally.running', { since: since(tally), n: number(countOf(tally.taps, PEOPLE)) });
      return (
        <Notice key={of.id} tone="pending" icon="tally" title={title} href={tallyPath(of.id)}>
          {teams().length > 1 && of.name}
        </Notice>
      );
    })}
  </>
);

export const TallyButton = () => {
  const own = team.value;
  if (!own || tallies.value?.some(({ team_id }) => team_id === own.id)) return null;
  return (
    <Button wide icon="tally" href={tallyPath(own.id)}>
      {t('tally.title')}
    </Button>
  );
};
