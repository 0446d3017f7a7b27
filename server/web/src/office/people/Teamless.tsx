// The volunteers whom no team's page shows: how many, and whom one looks for.
import { useEffect, useState } from 'preact/hooks';
import type { ListedPerson } from '../../api/types';
import type { Pages } from '../../data/usePages';
import { Button, EmptyState, Icon } from '../../ui';
import { t } from './i18n';
import { foundPeople } from './found';

/** Beyond these, somebody looks for one by name or number. */
const ROWS = 100;

type Props = { pages: Pages<ListedPerson>; row: (person: ListedPerson) => preact.ComponentChildren };

export const Teamless = ({ pages, row }: Props) => {
  const [typed, setTyped] = useState('');
  const [most, setMost] = useState(ROWS);
  const people = pages.items ?? [];
  // All of them: they are counted, sorted and searched here.
  useEffect(() => {
    if (pages.hasMore && !pages.loading && pages.failure === null) pages.more();
  });
  const found = foundPeople(people, typed);
  return (
    <section class="stack" aria-labelledby="teamless">
      <div class="find">
        <div>
          <h2 id="teamless">{t(pages.hasMore ? 'people.teamless_more' : 'people.teamless_n', { n: people.length })}</h2>
          <p class="quiet small">{t('people.teamless_order')}</p>
        </div>
        <div class="find-receipt">
          <label class="picker-search">
            <Icon name="search" size={20} />
            <span class="unseen">{t('people.teamless_search')}</span>
            <input class="input" type="search" id="teamless-search" placeholder={t('people.teamless_search')} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
          </label>
        </div>
      </div>
      {found.length === 0 ? <EmptyState icon="search" title={t('field.nothing_found')} /> : <ul class="card card-tight people">{found.slice(0, most).map(row)}</ul>}
      {found.length > most && <Button onClick={() => setMost(most + ROWS)}>{t('list.more')}</Button>}
    </section>
  );
};
