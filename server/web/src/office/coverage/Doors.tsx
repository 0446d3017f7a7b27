// The four states of the month, each a number that opens its hamlets; with their marks they are
// the legend of everything below.
import type { Coverage } from '../../api/types';
import { number, percent, period as periodName } from '../../i18n/formats';
import { sentence } from '../../i18n/text';
import { hrefWith } from '../../router';
import { t } from './i18n';
import { COVER_STATES, type Only } from './order';
import { Square } from './Square';
import { stateLong } from './words';

export const Doors = ({ coverage, only }: { coverage: Coverage; only: Only | null }) => {
  const { summary, rows, months } = coverage;
  return (
    <section aria-label={t('coverage.states')}>
      <p class="doors-when">{sentence(periodName(months[months.length - 1] ?? ''))}</p>
      <ul class="doors">
        {COVER_STATES.map((state) => (
          <li key={state}>
            <a class="card big-door" href={hrefWith({ only: only === state ? null : state })} aria-current={only === state ? 'true' : undefined}>
              <span class="figure-value">
                {number(summary[state])}
                <span class="quiet big-door-share">{percent(summary[state], rows.length)}</span>
              </span>
              <span class="big-door-label">
                <Square state={state} />
                {stateLong(state)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};
