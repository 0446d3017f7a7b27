// A few choices seen at once: real radio buttons and check boxes, drawn as chips.
import { describedBy, FieldNotes } from './Field';
import { Icon } from './Icon';

export type Option<Value extends string> = { value: Value; label: string; hint?: string; disabled?: boolean };

type Group<Value extends string> = {
  id: string;
  legend: string;
  legendHidden?: boolean;
  options: readonly Option<Value>[];
  hint?: string;
  error?: string | undefined;
  /** `fill`: equal columns for two or three short words; `segments`: the same, joined; `list`: one under the other. */
  look?: 'chips' | 'fill' | 'segments' | 'list';
};

type Shared<Value extends string> = Group<Value> & {
  type: 'radio' | 'checkbox';
  isChosen: (value: Value) => boolean;
  choose: (value: Value) => void;
};

const Choices = <Value extends string>({ id, legend, legendHidden, options, look = 'chips', type, isChosen, choose, ...notes }: Shared<Value>) => (
  <fieldset class="field" role={type === 'radio' ? 'radiogroup' : undefined} {...describedBy({ id, ...notes })}>
    <legend class={legendHidden ? 'unseen' : 'label'}>{legend}</legend>
    <div class={`choices choices-${look}`}>
      {options.map((option, i) => (
        <label class="choice" key={option.value}>
          <input
            type={type}
            name={id}
            // The first one carries the id, so that an error summary can lead here.
            id={i === 0 ? id : `${id}-${option.value}`}
            value={option.value}
            checked={isChosen(option.value)}
            disabled={option.disabled}
            onChange={() => choose(option.value)}
          />
          <span class="choice-face">
            {type === 'checkbox' && <Icon name={isChosen(option.value) ? 'check' : 'plus'} size={20} />}
            <span>
              {option.label}
              {option.hint && <span class="choice-hint">{option.hint}</span>}
            </span>
          </span>
        </label>
      ))}
    </div>
    <FieldNotes id={id} {...notes} />
  </fieldset>
);

type ChoiceProps<Value extends string> = Group<Value> & { value: Value | null; onValue: (value: Value) => void };

export const Choice = <Value extends string>({ value, onValue, ...group }: ChoiceProps<Value>) => (
  <Choices {...group} type="radio" isChosen={(option) => option === value} choose={onValue} />
);

type ManyProps<Value extends string> = Group<Value> & { value: readonly Value[]; onValue: (value: Value[]) => void };

export const ChoiceMany = <Value extends string>({ value, onValue, ...group }: ManyProps<Value>) => (
  <Choices
    {...group}
    type="checkbox"
    isChosen={(option) => value.includes(option)}
    choose={(option) => onValue(value.includes(option) ? value.filter((other) => other !== option) : [...value, option])}
  />
);

type CheckboxProps = {
  id: string;
  label: string;
  labelHidden?: boolean;
  checked: boolean;
  disabled?: boolean;
  onValue: (checked: boolean) => void;
};

export const Checkbox = ({ id, label, labelHidden, checked, disabled, onValue }: CheckboxProps) => (
  <label class="checkbox">
    <input id={id} type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onValue(event.currentTarget.checked)} />
    <span class="checkbox-box">
      <Icon name="check" size={16} />
    </span>
    <span class={labelHidden ? 'unseen' : undefined}>{label}</span>
  </label>
);
