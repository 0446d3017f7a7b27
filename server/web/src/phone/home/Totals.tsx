// One team's own approved numbers of a period.
import type { ComponentChildren } from 'preact';
import { number } from '../../i18n/formats';
import { Card, Figure } from '../../ui';
import { t } from '../i18n';
import { whenSaid } from '../sessions/words';
import type { Total } from './useTotal';

const EDONGTHAP = 'edongthap';

type Props = { title: string; total: Total | null; children?: ComponentChildren };

export const Totals = ({ title, total, children }: Props) => {
  const row = total?.value;
  return (
    <div class="totals">
      <Card title={title} aside={t('month.approved')}>
        <div class="figures" aria-busy={!row}>
          <Figure value={row ? number(row.sessions.all) : '–'} label={t('month.sessions')} />
          <Figure value={row ? number(row.participants) : '–'} label={t('month.turns')} />
          <Figure value={row ? number(row.services[EDONGTHAP]?.completed ?? 0) : '–'} label={t('month.edongthap')} />
        </div>
        {total?.isOld && <p class="totals-more quiet small">{t('month.as_of', { when: whenSaid(total.at) })}</p>}
        {children}
      </Card>
    </div>
  );
};
