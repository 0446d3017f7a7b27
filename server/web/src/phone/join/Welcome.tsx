// In: one word of welcome and the one thing to do.
import { me } from '../../account/account';
import { Button } from '../../ui';
import { HOME, RECORD } from '../paths';
import { Frame } from './Frame';
import { t } from './texts';

export const Welcome = ({ team }: { team: string }) => (
  <Frame title={t('welcome.title', { name: me.value?.user.name ?? '' })} below={<p>{t('welcome.team', { team })}</p>}>
    <div class="sign-in-form">
      <p>{t('welcome.next')}</p>
      <Button kind="primary" icon="plus" wide big href={RECORD}>
        {t('welcome.record')}
      </Button>
      <Button kind="quiet" wide href={HOME}>
        {t('welcome.home')}
      </Button>
    </div>
  </Frame>
);
