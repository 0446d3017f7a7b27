// A day as people here write it, whatever language the browser speaks, with its weekday in words
// below, so that a slip is seen; and the browser's calendar for who would rather point.
import { useRef, useState } from 'preact/hooks';
import { longDay } from '../i18n/formats';
import { describedBy, Field, Icon, type FieldProps } from '../ui';
import { dayOfYear, dayTyped, dayWritten, withStrokes } from './days';
import { t } from './i18n';
import { today } from './shell/current';

type Props = FieldProps & {
  /** As the API has it; '' while there is none, or none yet. */
  value: string;
  onValue: (value: string) => void;
  min?: string;
  max?: string;
};

const HAS_CALENDAR = 'showPicker' in HTMLInputElement.prototype;

export const DayInput = ({ value, onValue, min, max, ...props }: Props) => {
  const [typed, setTyped] = useState({ text: dayWritten(value), iso: value });
  const [isLeft, setLeft] = useState(false);
  const calendar = useRef<HTMLInputElement>(null);
  // Else it was set from outside: a form that starts anew, a link.
  const text = typed.iso === value ? typed.text : dayWritten(value);
  const take = (next: string, iso: string) => {
    setTyped({ text: next, iso });
    setLeft(false);
    if (iso !== value) onValue(iso);
  };
  const type = (raw: string) => {
    const next = withStrokes(raw, text);
    take(next, dayTyped(next));
  };
  /** Written out, with the year that was meant. */
  const complete = () => {
    const meant = value || dayOfYear(text, today.value, max);
    if (meant) take(dayWritten(meant), meant);
  };
  const leave = () => {
    complete();
    setLeft(true);
  };
  const isWrong = isLeft && text.trim() !== '' && !dayTyped(text);
  const notes = { ...props, hint: value ? longDay(value) : props.hint, error: isWrong ? t('day.wrong') : props.error };
  return (
    <Field {...notes}>
      <span class="day-input">
        <input
          class="input"
          id={props.id}
          name={props.id}
          type="text"
          inputMode="numeric"
          autocomplete="off"
          placeholder={t('day.form')}
          maxLength={10}
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={leave}
          onKeyDown={(event) => event.key === 'Enter' && complete()}
          {...describedBy(notes)}
        />
        {HAS_CALENDAR && (
          <>
            <button type="button" class="day-open" aria-label={t('day.calendar')} onClick={() => calendar.current?.showPicker()}>
              <Icon name="calendar" size={20} />
            </button>
            <input ref={calendar} class="day-calendar" type="date" tabIndex={-1} aria-hidden="true" value={value} min={min} max={max} onInput={(event) => take(dayWritten(event.currentTarget.value), event.currentTarget.value)} />
          </>
        )}
      </span>
    </Field>
  );
};
