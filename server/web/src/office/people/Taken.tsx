// Somebody who has an account already, chosen where a new person would be typed.
import type { Person } from '../../api/types';
import { spacedPhone } from '../../data/phone';
import { Button, ErrorText } from '../../ui';
import { t } from './i18n';

type Props = { person: Person; error: string | undefined; change: () => void };

export const Taken = ({ person: { name, phone }, error, change }: Props) => (
  <div class={error ? 'field field-wrong' : 'field'}>
    <p class="chosen-team">
      <span>
        <strong>{name}</strong>
        {phone && <span class="quiet under-left">{spacedPhone(phone)}</span>}
      </span>
      <Button kind="quiet" onClick={change}>
        {t('contact.other')}
      </Button>
    </p>
    {error && <ErrorText>{error}</ErrorText>}
  </div>
);
