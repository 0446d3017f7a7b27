import { OFFICE, may } from '../../account/account';
import type { PersonDetail } from '../../api/types';
import { Button } from '../../ui';
import { useLog } from '../audit/AuditLog';
import { Entries } from '../audit/Entry';
import { t } from './i18n';
import { Paged } from '../Paged';

const LATEST = 5;

/** The latest of what was done about somebody; the rest is in the log. */
export const PersonLog = ({ person: { id, name, version } }: { person: PersonDetail }) => {
  const pages = useLog({ about: id }, LATEST, version);
  const own = useLog({ person: id }, 1, version);
  if (!may('audit.read')) return null;
  return (
    <section aria-labelledby="person-log">
      <div class="section-head">
        <h2 id="person-log">{t('people.log')}</h2>
      </div>
      <Paged pages={{ ...pages, hasMore: false }} empty={<p class="card quiet">{t('people.no_log')}</p>}>
        {(entries) => (
          <>
            <Entries entries={entries} />
            <div class="row">
              <Button href={`${OFFICE}nhat-ky?about=${id}`}>{t('people.whole_log')}</Button>
              {(own.items?.length ?? 0) > 0 && (
                <Button kind="quiet" href={`${OFFICE}nhat-ky?person=${id}`}>
                  {t('people.own_log', { name })}
                </Button>
              )}
            </div>
          </>
        )}
      </Paged>
    </section>
  );
};
