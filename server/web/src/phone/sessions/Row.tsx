// One session in a list, whether the server has it or only this phone.
import { Name, StateChip, type SessionState } from '../../ui';
import type { Session, SessionBody } from '../../api/types';
import { period, shortDay } from '../../i18n/formats';
import { t } from '../i18n';
import { sending } from '../outbox/outbox';
import type { CachedSession, Unsent } from '../store/schema';
import { sessionPath } from '../paths';
import { placeName } from '../places';
import { photosMissing } from './Photos';

type Props = { href: string; date: string; what: string; where: string; state: SessionState; lacks?: string | null };

const Row = ({ href, date, what, where, state, lacks }: Props) => (
  <li>
    <a class="session-row" href={href}>
      <span>
        <strong>{shortDay(date)}</strong> · {what}
      </span>
      <StateChip state={state} />
      <span class="session-row-where quiet small">
        <Name of={where} />
        {lacks && <span class="line tone-pending">{lacks}</span>}
      </span>
    </a>
  </li>
);

const what = (body: { nil?: boolean; date: string; participants?: number | null }): string =>
  body.nil ? t('session.nil', { month: period(body.date.slice(0, 7)) }) : t('session.turns', { n: body.participants ?? 0 });

export const bodyOfUnsent = (item: Unsent): SessionBody => JSON.parse(item.body) as SessionBody;

export const stateOf = (item: Unsent): SessionState => {
  if (sending.value.includes(item.id)) return 'sending';
  if (item.refusal) return 'stuck';
  return item.op === 'record' ? 'unsent' : `unsent_${item.op}`;
};

export const SessionRow = ({ session }: { session: Session | CachedSession }) => (
  <Row href={sessionPath(session.id)} date={session.date} what={what(session)} where={placeName(session.place)} state={session.state} lacks={photosMissing(session)} />
);

export const UnsentRow = ({ item }: { item: Unsent }) => {
  const body = bodyOfUnsent(item);
  return <Row href={sessionPath(item.id)} date={body.date} what={item.op === 'withdraw' ? t('unsent.withdrawal', { what: what(body) }) : what(body)} where={item.place} state={stateOf(item)} />;
};
