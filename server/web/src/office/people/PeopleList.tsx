// People of one kind: how many, in an order that is said, and whom one looks for among many.
import { useEffect, useState } from 'preact/hooks';
import type { ListedPerson } from '../../api/types';
import type { Pages } from '../../data/usePages';
import { Button, EmptyState, Icon } from '../../ui';
import { t } from './i18n';
import { foundPeople } from './found';

const ROWS = 100;
/** Beyond these, somebody looks for one by name or number; among who is in no team always. */
const FEW = 10;

/** `free`: the volunteers whom no team's page shows, where the newest is looked for most. */
type Props = { pages: Pages<ListedPerson>; free: boolean; row: (person: ListedPerson) => preact.ComponentChildren };

export const PeopleList = ({ pages, free, row }: Props) => {
  const [typed, setTyped] = useState('');
  const [most, setMost] = useState(ROWS);
  const people = pages.items ?? [];
  // All of them: they are counted, sorted and searched here.
  useEffect(() => {
    if (pages.hasMore && !pages.loading && pages.failure === null) pages.more();
  });
  const title = free ? (pages.hasMore ? 'people.teamless_more' : 'people.teamless_n') : pages.hasMore ? 'people.more' : 'people.n';
  const found = foundPeople(people, typed, free ? 'newest' : 'name');
  return (
    <section class="stack" aria-labelledby="people-listed">
      <div class="find">
        <div>
          <h2 id="people-listed">{t(title, { n: people.length })}</h2>
          {people.length > 1 && <p class="quiet small">{t(free ? 'people.newest_first' : 'people.by_name')}</p>}
        </div>
        {(free || people.length > FEW) && (
          <div class="find-receipt">
            <label class="picker-search">
              <Icon name="search" size={20} />
              <span class="unseen">{t('people.search')}</span>
              <input class="input" type="search" id="people-search" placeholder={t('people.search')} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
            </label>
          </div>
        )}
      </div>
      {found.length === 0 ? <EmptyState icon="search" title={t('field.nothing_found')} /> : <ul class="card card-tight people">{found.slice(0, most).map(row)}</ul>}
      {found.length > most && <Button onClick={() => setMost(most + ROWS)}>{t('list.more')}</Button>}
    </section>
  );
};
