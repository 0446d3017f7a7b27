// What was recorded: the counts of each thing taught in a table, the rest as pairs.
import type { SessionBody } from '../../api/types';
import { number } from '../../i18n/formats';
import { catalogue, serviceName, termName } from '../../data/catalogue';
import { t } from '../i18n';

type Shown = Pick<
  SessionBody,
  (typeof COUNTS)[number] | 'services' | 'type' | 'audience' | 'start_time' | 'venue_id' | 'partner_ids' | 'difficulties' | 'note'
>;

const COUNTS = ['households', 'staff_participants', 'female', 'elderly', 'first_time', 'volunteers', 'duration_min'] as const;

export const Taught = ({ services }: Pick<Shown, 'services'>) =>
  services && services.length > 0 ? (
    <table class="taught-table">
      <thead>
        <tr>
          <th scope="col">{t('field.services')}</th>
          <th scope="col">{t('form.assisted')}</th>
          <th scope="col">{t('form.completed')}</th>
        </tr>
      </thead>
      <tbody>
        {services.map(({ service, assisted, completed }) => (
          <tr key={service}>
            <th scope="row">{serviceName(service)}</th>
            <td>{number(assisted)}</td>
            <td>{completed === null || completed === undefined ? '–' : number(completed)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ) : null;

/** Only what was recorded: a blank is not shown as nothing. */
export const pairs = (shown: Shown): [string, string][] => {
  const found: [string, string | null | undefined][] = [
    [t('field.type'), shown.type && termName('types', shown.type)],
    [t('field.audience'), shown.audience && termName('audiences', shown.audience)],
    ...COUNTS.map((name): [string, string | null] => [t(`field.${name}`), typeof shown[name] === 'number' ? number(shown[name]) : null]),
    [t('field.start_time'), shown.start_time?.slice(0, 5)],
    [t('field.venue_id'), catalogue.value?.venues.find(({ id }) => id === shown.venue_id)?.name],
    [
      t('field.partner_ids'),
      (shown.partner_ids ?? []).map((id) => catalogue.value?.partners.find((partner) => partner.id === id)?.name ?? '').join(', '),
    ],
    [t('field.difficulties'), (shown.difficulties ?? []).map((code) => termName('difficulties', code)).join(', ')],
    [t('field.note'), shown.note],
  ];
  return found.filter((pair): pair is [string, string] => !!pair[1]);
};

export const Facts = ({ shown }: { shown: Shown }) => (
  <dl class="facts">
    {pairs(shown).map(([label, value]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
