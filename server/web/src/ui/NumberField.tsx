// Counts. Blank is null ("not recorded"), which is not zero; what can not be read is NaN,
// which a form must refuse: dropping the comma would make 15 of "1,5".
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n';
import { formatNumber, parseCount } from '../i18n/format';
import { describedBy, Field, FieldNotes, type FieldProps } from './Field';
import { Icon } from './Icon';

type Props = FieldProps & {
  value: number | null;
  onValue: (value: number | null) => void;
  placeholder?: string;
  disabled?: boolean;
  /** Where the keypad's "next" goes on; without it the key sends the form. */
  onNext?: (() => void) | undefined;
};

const shown = (value: number | null): string =>
  value === null || Number.isNaN(value) ? '' : formatNumber(value, 'vi');

/** Keeps what is being typed until it means another number than the one given. */
const useTyped = (value: number | null, onValue: Props['onValue']) => {
  const [typed, setTyped] = useState(shown(value));
  useEffect(() => {
    if (!Object.is(parseCount(typed), value)) setTyped(shown(value));
  }, [value]);
  return {
    typed,
    isUnreadable: Number.isNaN(parseCount(typed)),
    type: (text: string) => {
      setTyped(text);
      onValue(parseCount(text));
    },
  };
};

type InputProps = Pick<Props, 'id' | 'hint' | 'error' | 'placeholder' | 'disabled' | 'onNext'> & {
  typed: string;
  type: (text: string) => void;
};

const CountInput = ({ typed, type, id, hint, error, placeholder = '–', disabled, onNext }: InputProps) => (
  <input
    class="input count"
    id={id}
    name={id}
    inputMode="numeric"
    autocomplete="off"
    enterKeyHint={onNext ? 'next' : 'go'}
    onKeyDown={(event) => {
      if (event.key !== 'Enter' || !onNext) return;
      event.preventDefault();
      onNext();
    }}
    placeholder={placeholder}
    disabled={disabled}
    value={typed}
    onInput={(event) => type(event.currentTarget.value)}
    onFocus={(event) => event.currentTarget.select()}
    {...describedBy({ id, hint, error })}
  />
);

export const NumberField = ({ value, onValue, ...props }: Props) => {
  const { typed, type, isUnreadable } = useTyped(value, onValue);
  const error = isUnreadable ? t('error.integer') : props.error;
  return (
    <Field {...props} error={error}>
      <CountInput {...props} error={error} typed={typed} type={type} />
    </Field>
  );
};

type StepperProps = Props & { min?: number; max?: number };

/** [-] [ 25 ] [+] with a real field in the middle. */
export const Stepper = ({ value, onValue, min = 0, max = 9999, ...props }: StepperProps) => {
  const { typed, type, isUnreadable } = useTyped(value, onValue);
  const error = isUnreadable ? t('error.integer') : props.error;
  const current = value === null || Number.isNaN(value) ? min : value;
  const step = (by: number) => type(shown(Math.min(max, Math.max(min, current + by))));
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label class={props.labelHidden ? 'unseen' : 'label'} for={props.id}>
        {props.label}
        {props.optional && <span class="quiet"> ({t('field.optional')})</span>}
      </label>
      <div class="stepper">
        <button type="button" aria-label={t('field.less', { label: props.label })} disabled={current <= min} onClick={() => step(-1)}>
          <Icon name="minus" />
        </button>
        <CountInput {...props} error={error} typed={typed} type={type} />
        <button type="button" aria-label={t('field.more', { label: props.label })} disabled={current >= max} onClick={() => step(1)}>
          <Icon name="plus" />
        </button>
      </div>
      <FieldNotes id={props.id} hint={props.hint} error={error} />
    </div>
  );
};
