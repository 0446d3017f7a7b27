import { useState } from 'preact/hooks';
import { day, period as periodName } from '../../i18n/formats';
import { sentence } from '../../i18n/text';
import { setQuery } from '../../router';
import { Button, Choice } from '../../ui';
import { DayInput } from '../DayInput';
import { t } from '../i18n';
import { Control } from './Control';
import { filters, today } from './current';
import { asKind, isDay, kindOf, PROGRAMME_START, periodsOf, yearsUpTo, daysOf, type PeriodKind } from './periods';

const KINDS = ['month', 'quarter', 'half', 'year', 'custom'] as const;
type Kind = (typeof KINDS)[number];
const CLEARED = { period: null, from: null, to: null, cell: null, row: null };

const ofDays = ({ from, to }: { from: string; to: string }) => t('period.days', { from: day(from), to: day(to) });

const Custom = ({ done }: { done: () => void }) => {
  const [from, setFrom] = useState(filters.value.days.from);
  const [to, setTo] = useState(filters.value.days.to < today.value ? filters.value.days.to : today.value);
  const isWrong = isDay(from) && isDay(to) && to < from;
  const show = () => {
    if (!isDay(from) || !isDay(to) || isWrong) return;
    setQuery({ ...CLEARED, from, to, basis: null }, { replace: false });
    done();
  };
  return (
    <>
      <div class="pair">
        <DayInput id="period-from" label={t('period.from')} value={from} onValue={setFrom} min={PROGRAMME_START} max={today.value} />
        <DayInput id="period-to" label={t('period.to')} value={to} onValue={setTo} min={PROGRAMME_START} max={today.value} error={isWrong ? t('period.wrong_order') : undefined} />
      </div>
      <Button kind="primary" onClick={show}>
        {t('period.show')}
      </Button>
    </>
  );
};

type NamedProps = { kind: PeriodKind; chosen: string; choose: (period: string) => void };

const NamedPeriods = ({ kind, chosen, choose }: NamedProps) => {
  const [year, setYear] = useState(chosen.slice(0, 4));
  const { basis } = filters.value;
  // A period that has not begun has nothing to show.
  const begun = (codes: string[]) => codes.filter((code) => daysOf(code, basis).from <= today.value);
  const years = yearsUpTo(today.value).map(String);
  const options = kind === 'year' ? years : begun(periodsOf(kind, Number(year)));
  return (
    <>
      {kind !== 'year' && (
        <Choice id="period-year" legend={t('period.which_year')} value={year} onValue={setYear} options={years.map((value) => ({ value, label: value }))} />
      )}
      <fieldset class="field">
        <legend class="label">{t('period.which')}</legend>
        <div class="choices">
          {options.map((code) => (
            <button key={code} type="button" class="choice-face choice-button" aria-pressed={code === chosen} onClick={() => choose(code)}>
              {sentence(periodName(code))}
            </button>
          ))}
        </div>
      </fieldset>
    </>
  );
};

const PeriodChoice = ({ close }: { close: () => void }) => {
  const { period, basis, days } = filters.value;
  const [kind, setKind] = useState<Kind>(period === null ? 'custom' : kindOf(period));
  const current = period ?? days.to.slice(0, 7);
  const choose = (code: string) => {
    setQuery({ ...CLEARED, period: code }, { replace: false });
    close();
  };
  return (
    <div class="stack">
      <Choice
        id="period-kind"
        legend={t('period.kind')}
        value={kind}
        onValue={setKind}
        options={KINDS.map((value) => ({ value, label: t(`period.${value}`) }))}
      />
      {kind === 'custom' ? (
        <Custom done={close} />
      ) : (
        <>
          <NamedPeriods key={kind} kind={kind} chosen={asKind(current, kind, today.value, basis)} choose={choose} />
          <Choice
            id="period-basis"
            look="list"
            legend={t('period.basis')}
            value={basis}
            onValue={(value) => setQuery({ basis: value === 'nd09' ? value : null, from: null, to: null, cell: null, row: null })}
            options={[
              { value: 'calendar', label: t('period.calendar') },
              { value: 'nd09', label: t('period.nd09'), hint: t('period.nd09_hint') },
            ]}
          />
        </>
      )}
    </div>
  );
};

/** `anyDate`: the queue looks at any date until a period is asked for. */
export const PeriodControl = ({ anyDate, clear }: { anyDate?: boolean; clear?: () => void }) => {
  const { period, basis, days } = filters.value;
  const value = anyDate ? t('period.all') : period === null ? ofDays(days) : sentence(periodName(period));
  const aside = anyDate || period === null ? undefined : t(basis === 'nd09' ? 'period.nd09_short' : 'period.calendar_short');
  return (
    <Control id="period" label={t('period')} value={value} {...(aside && { aside })}>
      {(close) => (
        <>
          {clear && !anyDate && (
            <p class="control-clear">
              <Button onClick={() => (clear(), close())}>{t('period.all')}</Button>
            </p>
          )}
          <PeriodChoice close={close} />
        </>
      )}
    </Control>
  );
};
