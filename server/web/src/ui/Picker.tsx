// One of many: a row that shows the choice and opens a sheet to change it. Long lists are
// searched without accents.
import { useState } from 'preact/hooks';
import { t } from '../i18n';
import { fold } from '../i18n/text';
import type { Option } from './Choice';
import { Sheet } from './Dialog';
import { describedBy, FieldNotes } from './Field';
import { Icon } from './Icon';
import { Name } from './Name';

type Props<Value extends string> = {
  id: string;
  label: string;
  value: Value | null;
  options: readonly Option<Value>[];
  onValue: (value: Value) => void;
  placeholder?: string;
  hint?: string;
  error?: string | undefined;
  disabled?: boolean;
  /** `bar`: the office's small control above its numbers. */
  look?: 'row' | 'bar';
};

const SEARCH_FROM = 9;

export const Picker = <Value extends string>({ id, label, value, options, onValue, placeholder, disabled, look = 'row', ...notes }: Props<Value>) => {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState('');
  const chosen = options.find((option) => option.value === value);
  const found = options.filter((option) => fold(`${option.label} ${option.hint ?? ''}`).includes(fold(wanted)));
  const close = () => {
    setOpen(false);
    setWanted('');
  };
  return (
    <div class={notes.error ? 'field field-wrong' : 'field'}>
      <button class={`picker picker-${look}`} type="button" id={id} disabled={disabled} aria-haspopup="dialog" onClick={() => setOpen(true)} {...describedBy({ id, ...notes })}>
        <span class="picker-text">
          <span class="picker-label">{label}</span>
          <span class={chosen ? 'picker-value' : 'picker-value quiet'}>{chosen ? <Name of={chosen.label} /> : (placeholder ?? t('field.choose'))}</span>
        </span>
        <Icon name="chevron-down" size={20} />
      </button>
      <FieldNotes id={id} {...notes} />
      <Sheet open={open} onClose={close} title={label}>
        {options.length >= SEARCH_FROM && (
          <label class="picker-search">
            <Icon name="search" size={20} />
            <span class="unseen">{t('field.search')}</span>
            <input class="input" type="search" placeholder={t('field.search')} value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
          </label>
        )}
        <ul class="options">
          {found.map((option) => (
            <li key={option.value}>
              <button
                type="button"
                aria-pressed={option.value === value}
                disabled={option.disabled}
                onClick={() => {
                  onValue(option.value);
                  close();
                }}
              >
                <span>
                  <Name of={option.label} />
                  {option.hint && <span class="choice-hint">{option.hint}</span>}
                </span>
                {option.value === value && <Icon name="check" size={20} />}
              </button>
            </li>
          ))}
        </ul>
        {found.length === 0 && <p class="quiet">{t('field.nothing_found')}</p>}
      </Sheet>
    </div>
  );
};
