// A label above, a hint under it, the error beside what it is about: said and shown.
import type { ComponentChildren } from 'preact';
import { t } from '../i18n';
import { Icon } from './Icon';

export type FieldProps = {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean;
  /** For grids where a column heading is the visible label. */
  labelHidden?: boolean;
};

const hintId = (id: string) => `${id}-hint`;
const errorId = (id: string) => `${id}-error`;

/** What the control itself must carry. */
export const describedBy = ({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>) => ({
  'aria-describedby': [hint && hintId(id), error && errorId(id)].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? ('true' as const) : undefined,
});

export const ErrorText = ({ id, children }: { id?: string; children: ComponentChildren }) => (
  <p class="error-text" id={id}>
    <Icon name="warning" size={20} />
    <span>{children}</span>
  </p>
);

export const FieldNotes = ({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>) => (
  <>
    {hint && (
      <p class="hint" id={hintId(id)}>
        {hint}
      </p>
    )}
    {error && <ErrorText id={errorId(id)}>{error}</ErrorText>}
  </>
);

export const Field = ({ id, label, hint, error, optional, labelHidden, children }: FieldProps & { children: ComponentChildren }) => (
  <div class={error ? 'field field-wrong' : 'field'}>
    <label class={labelHidden ? 'unseen' : 'label'} for={id}>
      {label}
      {optional && <span class="quiet"> ({t('field.optional')})</span>}
    </label>
    {children}
    <FieldNotes id={id} hint={hint} error={error} />
  </div>
);
