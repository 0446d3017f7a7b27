// Whom to call about a hamlet.
import type { CoverRow } from '../../api/types';
import { spacedPhone } from '../../data/phone';
import { t } from './i18n';

export const Leader = ({ row: { team } }: { row: Pick<CoverRow, 'team'> }) => {
  const leader = team?.leader;
  if (!leader) return <>–</>;
  const phone = leader.phone && spacedPhone(leader.phone);
  return (
    <>
      {leader.name}
      {phone && (
        <>
          {' '}
          <a class="leader-call" href={`tel:${leader.phone}`} aria-label={t('idle.call', { name: leader.name, phone })}>
            {phone}
          </a>
        </>
      )}
    </>
  );
};
