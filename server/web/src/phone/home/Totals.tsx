// One team's own approved numbers of a period.
import type { ComponentChildren } from 'preact';
import { api, ok } from '../../api/client';
import type { Row } from '../../api/types';
import { number } from '../../i18n/formats';
import { Card, Figure } from '../../ui';
import { t } from '../i18n';

const EDONGTHAP = 'edongthap';

export const totalsOf = async (teamId: number, of: string): Promise<Row> =>
  (await ok(api.GET('/api/v1/rollups', { params: { query: { team: teamId, period: of } } }))).total;

type Props = { title: string; total: Row | null; children?: ComponentChildren };

export const Totals = ({ title, total, children }: Props) => (
  <div class="totals">
    <Card title={title} aside={t('month.approved')}>
      <div class="figures" aria-busy={!total}>
        <Figure value={total ? number(total.sessions.all) : '–'} label={t('month.sessions')} />
        <Figure value={total ? number(total.participants) : '–'} label={t('month.turns')} />
        <Figure value={total ? number(total.services[EDONGTHAP]?.completed ?? 0) : '–'} label={t('month.edongthap')} />
      </div>
      {children}
    </Card>
  </div>
);
