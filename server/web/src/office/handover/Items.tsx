// What somebody carried over, in words, and what became of each.
import type { SessionBody, Verdict } from '../../api/types';
import { serviceName } from '../../data/catalogue';
import type { Carried } from '../../data/handover';
import { fullName } from '../../data/units';
import { useLoad } from '../../data/useLoad';
import { day, instant, number, period } from '../../i18n/formats';
import { Chip, Name, type Tone } from '../../ui';
import { t } from './i18n';
import { Unbroken } from '../Unbroken';
import { fieldName } from '../review/words';
import { unitDetail } from '../shell/areas';
import { outcomeOf, type Outcome } from './handIn';

const LOOK = {
  new: { tone: 'approved', icon: 'check' },
  replay: { tone: 'approved', icon: 'check' },
  amended: { tone: 'approved', icon: 'check' },
  withdrawn: { tone: 'off', icon: 'close' },
  gone: { tone: 'off', icon: 'close' },
  refused: { tone: 'returned', icon: 'warning' },
  later: { tone: 'pending', icon: 'clock' },
} as const satisfies Record<Outcome, { tone: Tone; icon: string }>;

const Place = ({ id }: { id: number }) => {
  const unit = useLoad(() => unitDetail(id), [id]);
  return unit.data ? <Name of={fullName(unit.data)} /> : <>{unit.failure ? t('unknown') : '…'}</>;
};

const inWords = (body: Partial<SessionBody>): string => {
  if (body.nil) return t('handover.nil', { month: period((body.date ?? '').slice(0, 7)) });
  const taught = (body.services ?? []).map(({ service, assisted, completed }) => `${serviceName(service)} ${[completed, assisted].filter((n) => typeof n === 'number').map(number).join('/')}`);
  return [t('handover.turns', { n: body.participants ?? 0 }), ...taught].join('; ');
};

const Why = ({ problem }: { problem: NonNullable<Verdict['problem']> }) => (
  <span class="under-left small">
    {problem.errors?.length ? problem.errors.map(({ pointer, detail }) => [pointer && fieldName(pointer), detail].filter(Boolean).join(': ')).join(' ') : problem.detail}
  </span>
);

const Outcome = ({ item, verdict }: { item: Carried; verdict: Verdict }) => {
  const outcome = outcomeOf(item, verdict);
  return (
    <>
      <Chip {...LOOK[outcome]}>{t(`handover.${outcome}`)}</Chip>
      {verdict.session && (
        <span class="under-left small quiet">
          <Unbroken of={t('handover.receipt', { code: verdict.session.receipt_code })} />
        </span>
      )}
      {verdict.problem && outcome !== 'gone' && <Why problem={verdict.problem} />}
    </>
  );
};

const Row = ({ item, verdict }: { item: Carried; verdict: Verdict | undefined }) => {
  const body = item.session === null ? null : (JSON.parse(item.session) as Partial<SessionBody>);
  const notes = [body && inWords(body), item.reason && t('handover.reason', { reason: item.reason })].filter(Boolean);
  return (
    <tr>
      <td>{body?.date ? day(body.date) : '–'}</td>
      <td>
        <strong>{t(`handover.${item.op}`)}</strong>
        {body?.place_id !== undefined && (
          <span class="under-left">
            <Place id={body.place_id} />
          </span>
        )}
      </td>
      <td>
        {notes.join('; ')}
        <span class="under-left small quiet">{t('handover.frozen', { when: instant(item.frozen_at) })}</span>
      </td>
      <td>{verdict && <Outcome item={item} verdict={verdict} />}</td>
    </tr>
  );
};

type Props = { items: readonly Carried[]; verdicts: ReadonlyMap<Carried, Verdict> };

export const Items = ({ items, verdicts }: Props) => (
  <div class="card card-table">
    <table class="table handover">
      <thead>
        <tr>
          <th scope="col">{t('handover.date')}</th>
          <th scope="col">{t('handover.where')}</th>
          <th scope="col">{t('handover.what')}</th>
          <th scope="col">{t('handover.outcome')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, at) => (
          <Row key={`${at} ${item.id}`} item={item} verdict={verdicts.get(item)} />
        ))}
      </tbody>
    </table>
  </div>
);
