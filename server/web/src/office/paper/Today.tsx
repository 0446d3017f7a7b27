// What one has entered today, to look up and to mend; what was cancelled says so, with the code on its sheet.
import type { Session } from '../../api/types';
import { day, number } from '../../i18n/formats';
import { fullName } from '../../data/units';
import { EmptyState, Name, Section } from '../../ui';
import { t } from './i18n';
import { Standing } from '../Standing';
import { hrefOf } from '../shell/pages';

const hrefOfSession = ({ receipt_code }: Session): string => `${hrefOf('review').split('?')[0]}?receipt=${receipt_code}`;

type RowProps = { session: Session; isChanging: boolean; change: (session: Session) => void; withdraw: (session: Session) => void };

const isOpen = ({ state }: Session): boolean => state === 'pending' || state === 'returned';

const Row = ({ session, isChanging, change, withdraw }: RowProps) => (
  <tr>
    <td>{day(session.date)}</td>
    <th scope="row">
      {session.team.name}
      <span class="quiet small under-left">
        <Name of={fullName(session.place)} />
        {session.conducted_by && <> · {t('paper.by', { name: session.conducted_by.name })}</>}
      </span>
    </th>
    <td class="numbers">
      {number(session.participants ?? 0)}
      <span class="narrow-only"> {t('paper.turns').toLowerCase()}</span>
    </td>
    <td class="paper-code">
      <a href={hrefOfSession(session)}>{session.receipt_code}</a>
    </td>
    <td>
      <Standing session={session} />
    </td>
    <td>
      {isOpen(session) && !isChanging && (
        <span class="row">
          <button type="button" class="text-button" aria-label={t('paper.change_of', { code: session.receipt_code })} onClick={() => change(session)}>
            {t('paper.change')}
          </button>
          <button type="button" class="text-button" aria-label={t('paper.withdraw_of', { code: session.receipt_code })} onClick={() => withdraw(session)}>
            {t('paper.withdraw')}
          </button>
        </span>
      )}
    </td>
  </tr>
);

type Props = { sessions: readonly Session[]; changing: string | null } & Pick<RowProps, 'change' | 'withdraw'>;

export const Today = ({ sessions, changing, change, withdraw }: Props) => (
  <div class="paper-today">
    <Section title={t('paper.today')}>
      {sessions.length === 0 ? (
        <EmptyState icon="tally" title={t('paper.none_today')} />
      ) : (
        <div class="card card-table">
          <table class="table paper-entered">
            <thead>
              <tr>
                <th scope="col">{t('paper.date')}</th>
                <th scope="col">{t('paper.which_team')}</th>
                <th scope="col" class="numbers">
                  {t('paper.turns')}
                </th>
                <th scope="col">{t('paper.code')}</th>
                <th scope="col">{t('paper.state')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {sessions.map((session) => (
                <Row key={session.id} session={session} isChanging={changing === session.id} change={change} withdraw={withdraw} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  </div>
);
