// D15: the log in words, newest first, of a person, a kind of deed, some days or one thing.
import { api, ok } from '../../api/client';
import type { LogEntry } from '../../api/types';
import { loadCatalogue } from '../../data/catalogue';
import { useLoad } from '../../data/useLoad';
import { usePages } from '../../data/usePages';
import { place, setQuery } from '../../router';
import { Button, EmptyState, Picker } from '../../ui';
import { DayInput } from '../DayInput';
import { t } from './i18n';
import { Paged } from '../Paged';
import { ofRole } from '../people/asks';
import { today } from '../shell/current';
import { Entries } from './Entry';
import { isNarrowed, LOG_KINDS, logQuery, readLogFilter, type LogFilter, type LogKind } from './filter';
import { subjectOf } from './words';

export const useLog = (filter: Partial<LogFilter>, limit?: number, turn = 0) => {
  const query = logQuery({ kind: null, person: null, about: null, object: null, from: null, to: null, ...filter });
  return usePages<LogEntry>(
    async (cursor) => {
      await loadCatalogue();
      return ok(api.GET('/api/v1/audit', { params: { query: { ...query, ...(cursor && { cursor }), ...(limit && { limit }) } } }));
    },
    [JSON.stringify(query), turn],
  );
};

type Person = { id: number; name: string };
const STAFF = ['officer', 'province_staff'] as const;

/** Whose deeds: the officers one looks after, and who stands in the list. */
const Who = ({ chosen, entries }: { chosen: number | null; entries: readonly LogEntry[] }) => {
  const staff = useLoad(async () => (await Promise.all(STAFF.map(ofRole))).flatMap(({ items }) => items), []);
  const known: Person[] = [...(staff.data ?? []), ...entries.flatMap(({ actor }) => (actor ? [actor] : []))];
  const people = [...new Map(known.map(({ id, name }) => [String(id), name]))].sort(([, a], [, b]) => a.localeCompare(b, 'vi'));
  return (
    <Picker
      id="log-person"
      look="bar"
      label={t('audit.person')}
      value={chosen === null ? 'all' : String(chosen)}
      onValue={(value) => setQuery({ person: value === 'all' ? null : value })}
      options={[{ value: 'all', label: t('audit.person_all') }, ...people.map(([value, label]) => ({ value, label }))]}
    />
  );
};

const Filters = ({ filter, entries }: { filter: LogFilter; entries: readonly LogEntry[] }) => (
  <div class="log-filters" role="group" aria-label={t('audit.filters')}>
    <Picker
      id="log-kind"
      look="bar"
      label={t('audit.kind')}
      value={filter.kind ?? 'all'}
      onValue={(kind: LogKind | 'all') => setQuery({ kind: kind === 'all' ? null : kind })}
      options={[{ value: 'all' as const, label: t('audit.kind_all') }, ...LOG_KINDS.map((value) => ({ value, label: t(`audit.kind_${value}`) }))]}
    />
    <Who chosen={filter.person} entries={entries} />
    <DayInput id="log-from" label={t('audit.from')} value={filter.from ?? ''} max={filter.to ?? today.value} onValue={(from) => setQuery({ from: from || null })} />
    <DayInput id="log-to" label={t('audit.to')} value={filter.to ?? ''} min={filter.from ?? ''} max={today.value} onValue={(to) => setQuery({ to: to || null })} />
  </div>
);

/** Whom or what a link has narrowed the log to, by the name that its own entries give. */
const named = ({ person, about, object }: LogFilter, entries: readonly LogEntry[]): string | null => {
  if (person !== null) return entries.find(({ actor }) => actor?.id === person)?.actor?.name ?? null;
  if (about !== null) {
    const people = entries.flatMap((entry) => [...entry.people, ...(entry.object_type === 'user' && entry.subject ? [{ id: Number(entry.object_id), name: entry.subject }] : [])]);
    return people.find(({ id }) => id === about)?.name ?? null;
  }
  const first = object === null ? undefined : entries[0];
  return first ? subjectOf(first) : null;
};

const Narrowed = ({ filter, entries }: { filter: LogFilter; entries: readonly LogEntry[] }) => {
  const { person, about, object } = filter;
  if (person === null && about === null && object === null) return null;
  const name = named(filter, entries);
  const words = name === null ? t('audit.only_one') : person !== null ? t('audit.only_person', { name }) : about !== null ? t('audit.only_about', { name }) : t('audit.only_object', { name });
  return (
    <p class="row log-narrowed">
      <strong>{words}</strong>
      <Button kind="quiet" onClick={() => setQuery({ person: null, about: null, object: null })}>
        {t('audit.clear')}
      </Button>
    </p>
  );
};

export const AuditLog = () => {
  const filter = readLogFilter(place.value.query);
  const pages = useLog(filter);
  return (
    <>
      <div class="page-head">
        <div>
          <h1>{t('audit.title')}</h1>
          <p class="quiet">{t('audit.lead')}</p>
        </div>
      </div>
      <Filters filter={filter} entries={pages.items ?? []} />
      <Narrowed filter={filter} entries={pages.items ?? []} />
      <Paged pages={pages} empty={<EmptyState icon="list" title={t(isNarrowed(filter) ? 'audit.none' : 'audit.empty')} />}>
        {(entries) => <Entries entries={entries} />}
      </Paged>
    </>
  );
};
