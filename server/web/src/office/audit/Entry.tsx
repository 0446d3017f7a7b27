// One deed: who, what, about what, where and when; the rest on request.
import { OFFICE } from '../../account/account';
import type { LogEntry } from '../../api/types';
import { instant } from '../../i18n/formats';
import { t } from './i18n';
import { Unbroken } from '../Unbroken';
import { hrefOfObject, inWords, shownDetails, subjectOf } from './words';

const Subject = ({ entry }: { entry: LogEntry }) => {
  // What is there no more has no screen.
  const href = entry.is_gone || (entry.object_type === 'team' && entry.subject === null) ? null : hrefOfObject(entry);
  const name = subjectOf(entry);
  // What somebody did with their own account needs no second name.
  if (!name || (entry.object_type === 'user' && entry.actor?.name === name)) return null;
  const shown = <Unbroken of={name} />;
  return <>: {href ? <a href={href}>{shown}</a> : <span>{shown}</span>}</>;
};

const More = ({ entry }: { entry: LogEntry }) => {
  const details = shownDetails(entry);
  if (details.length === 0 && !entry.place) return null;
  return (
    <div class="log-more small">
      {entry.place && <p class="quiet">{entry.place.name}</p>}
      {details.length > 0 && (
        <dl>
          {details.map(([name, value]) => (
            <div key={name}>
              <dt class="quiet">{name}</dt>
              <dd>
                <Unbroken of={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
};

const Actor = ({ actor }: Pick<LogEntry, 'actor'>) =>
  actor ? (
    <a class="log-actor" href={`${OFFICE}nhat-ky?person=${actor.id}`} title={t('audit.all_of', { name: actor.name })}>
      {actor.name}
    </a>
  ) : (
    <strong>{t('audit.somebody')}</strong>
  );

export const Entry = ({ entry }: { entry: LogEntry }) => (
  <li class="log-entry">
    <time class="log-time quiet small" dateTime={entry.at}>
      {instant(entry.at)}
    </time>
    <div class="log-text">
      <p>
        <Actor actor={entry.actor} /> {inWords(entry)}
        <Subject entry={entry} />
      </p>
      <More entry={entry} />
    </div>
  </li>
);

export const Entries = ({ entries }: { entries: readonly LogEntry[] }) => (
  <ol class="card card-tight log">
    {entries.map((entry) => (
      <Entry key={entry.id} entry={entry} />
    ))}
  </ol>
);
