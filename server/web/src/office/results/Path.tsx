import { me } from '../../account/account';
import type { Unit } from '../../api/types';
import { hrefWith } from '../../router';
import { t } from './i18n';
import { openPath } from './cells';

type Step = Pick<Unit, 'id' | 'name'>;

export const hrefOfUnit = (id: number): string => hrefWith({ unit: String(id), by: null, cell: null, row: null });

export const Path = ({ unit }: { unit: Step & { path: readonly Step[] } }) => {
  const above = unit.path.filter(({ id }) => id !== unit.id);
  const steps = openPath([...above, unit], me.value?.areas.map(({ id }) => id) ?? []);
  return (
    <nav class="path" aria-label={t('results.path')}>
      <ol>
        {steps.map(({ unit: step, isOpen }) => (
          <li key={step.id}>
            {step.id === unit.id ? <span aria-current="page">{step.name}</span> : isOpen ? <a href={hrefOfUnit(step.id)}>{step.name}</a> : step.name}
          </li>
        ))}
      </ol>
    </nav>
  );
};
