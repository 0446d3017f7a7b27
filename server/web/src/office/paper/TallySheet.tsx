// An A5 sheet on which a team counts by strokes: what the phone's form asks, on paper.
import { me } from '../../account/account';
import type { Team } from '../../api/types';
import { catalogue, definitionOf, nameOf, shortName } from '../../data/catalogue';
import { fullName } from '../../data/units';
import { t } from './i18n';

const Boxes = ({ list, title }: { list: 'types' | 'audiences'; title: string }) => (
  <div class="tally-boxes">
    <b>{title}</b>
    <ul>
      {(catalogue.value?.[list] ?? []).map((term) => (
        <li key={term.code}>{nameOf(term)}</li>
      ))}
    </ul>
  </div>
);

/** Lines left free for what is taught besides. */
const FREE = 2;

const Services = () => {
  const open = (catalogue.value?.services ?? []).filter(({ is_open }) => is_open);
  return (
    <table class="tally-services">
      <thead>
        <tr>
          <th scope="col">{t('print.service')}</th>
          <th scope="col">{t('print.assisted')}</th>
          <th scope="col">{t('print.sum')}</th>
          <th scope="col">{t('print.completed')}</th>
          <th scope="col">{t('print.sum')}</th>
        </tr>
      </thead>
      <tbody>
        {open.map((service) => (
          <tr key={service.code}>
            <th scope="row">
              {shortName('services', service.code)}
              <small>{definitionOf(service)}</small>
            </th>
            <td />
            <td />
            <td />
            <td />
          </tr>
        ))}
        {Array.from({ length: FREE }, (_, at) => (
          <tr key={at}>
            <th scope="row">…</th>
            <td />
            <td />
            <td />
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const PARTS = ['female', 'elderly', 'first_time', 'households', 'members'] as const;

const Whose = ({ team }: { team: Team }) => (
  <>
    <h2>{team.name}</h2>
    <p class="tally-home">{[fullName(team.home), team.decision_number && t('print.decision', { number: team.decision_number })].filter(Boolean).join(' · ')}</p>
  </>
);

/** Whoever takes it writes whose it is. */
const Nobodys = () => (
  <p class="tally-lines tally-whose">
    <span class="tally-rest">{t('print.team')}</span>
    <span class="tally-rest">{t('print.home')}</span>
  </p>
);

export const TallySheet = ({ team }: { team: Team | null }) => (
  <article class="tally-sheet" aria-label={team?.name ?? t('print.blank_sheet')}>
    <header>
      <p>
        <b>{t('app.name')}</b>
        <span>{[t('print.head'), me.value?.is_demo && t('app.demo')].filter(Boolean).join(' · ')}</span>
      </p>
      {team ? <Whose team={team} /> : <Nobodys />}
    </header>
    <p class="tally-lines">
      <span>{t('print.day')} ……/……/20……</span>
      <span>{t('print.time')} ……:……</span>
      <span class="tally-rest">{t('print.where')}</span>
    </p>
    <Boxes list="types" title={t('print.type')} />
    <Boxes list="audiences" title={t('print.audience')} />
    <div class="tally-all">
      <span>
        <b>{t('print.all')}</b>
        <small>{t('print.all_hint')}</small>
      </span>
      <span class="tally-space" />
      <span class="tally-sum">{t('print.sum')}</span>
    </div>
    <Services />
    <ul class="tally-parts">
      {PARTS.map((part) => (
        <li key={part}>{t(`print.${part}`)}</li>
      ))}
    </ul>
    <p class="tally-note">{t('print.note')}</p>
    <div class="tally-foot">
      <span>{t('print.person')}</span>
      <span>{t('print.receipt')}</span>
    </div>
    <p class="tally-privacy">{t('print.privacy')}</p>
  </article>
);
