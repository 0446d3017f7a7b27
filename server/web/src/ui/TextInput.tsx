import { useState } from 'preact/hooks';
import { t } from '../i18n';
import { describedBy, Field, type FieldProps } from './Field';
import { Icon } from './Icon';

// Preact types an <input> by its literal type; ours is known only at run time.
const ofType = (type: string) => ({ type: type as 'text' });

type Props = FieldProps & {
  value: string;
  onValue: (value: string) => void;
  type?: 'text' | 'tel' | 'search' | 'date' | 'time' | 'email';
  inputMode?: 'text' | 'numeric' | 'tel' | 'search';
  autoComplete?: string;
  placeholder?: string;
  maxLength?: number;
  min?: string;
  max?: string;
  disabled?: boolean;
};

export const TextInput = ({ value, onValue, ...props }: Props) => (
  <Field {...props}>
    <input
      class="input"
      id={props.id}
      name={props.id}
      {...ofType(props.type ?? 'text')}
      inputMode={props.inputMode}
      autocomplete={props.autoComplete ?? 'off'}
      placeholder={props.placeholder}
      maxLength={props.maxLength}
      min={props.min}
      max={props.max}
      disabled={props.disabled}
      value={value}
      onInput={(event) => onValue(event.currentTarget.value)}
      {...describedBy(props)}
    />
  </Field>
);

/** A PIN or a password: pasted and shown at will (WCAG 3.3.8). */
export const PinInput = ({ value, onValue, ...props }: Props) => {
  const [shown, setShown] = useState(false);
  return (
    <Field {...props}>
      <span class="input-group">
        <input
          class="input"
          id={props.id}
          name={props.id}
          {...ofType(shown ? 'text' : 'password')}
          inputMode={props.inputMode}
          autocomplete={props.autoComplete ?? 'current-password'}
          autocapitalize="none"
          spellcheck={false}
          maxLength={props.maxLength}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
          {...describedBy(props)}
        />
        <button class="input-aside" type="button" aria-pressed={shown} aria-controls={props.id} onClick={() => setShown(!shown)}>
          <Icon name={shown ? 'eye-off' : 'eye'} size={20} />
          {t(shown ? 'field.hide' : 'field.show')}
        </button>
      </span>
    </Field>
  );
};

export const TextArea = ({ value, onValue, rows = 3, ...props }: Props & { rows?: number }) => (
  <Field {...props}>
    <textarea
      class="input"
      id={props.id}
      name={props.id}
      rows={rows}
      maxLength={props.maxLength}
      value={value}
      onInput={(event) => onValue(event.currentTarget.value)}
      {...describedBy(props)}
    />
  </Field>
);
