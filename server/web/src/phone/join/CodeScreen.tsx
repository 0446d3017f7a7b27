// For who has the code on paper: any spelling will do.
import { useState } from 'preact/hooks';
import { tokenIn } from '../../data/invitations';
import { go } from '../../router';
import { Button, TextInput } from '../../ui';
import { HOME, invitedPath } from '../paths';
import { Frame } from './Frame';
import { t } from './texts';

export const CodeScreen = () => {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const submit = (event: Event) => {
    event.preventDefault();
    const token = tokenIn(typed);
    if (token) return go(invitedPath(token));
    setWrong(t('code.wrong'));
    document.getElementById('invitation-code')?.focus();
  };
  return (
    <Frame title={t('code.title')}>
      <form class="sign-in-form" onSubmit={submit} noValidate>
        <TextInput id="invitation-code" label={t('code.label')} hint={t('code.hint')} value={typed} onValue={setTyped} error={wrong} />
        <Button kind="primary" type="submit" wide big>
          {t('code.go')}
        </Button>
        <p class="hint">{t('code.none')}</p>
        <Button kind="quiet" wide href={HOME}>
          {t('action.back')}
        </Button>
      </form>
    </Frame>
  );
};
