// A link that opens nothing any more says what to do next.
import { me } from '../../account/account';
import { Button } from '../../ui';
import { HOME, INVITED } from '../paths';
import { Frame } from './Frame';
import { t } from './texts';

type Props = { why: 'used' | 'expired' | 'revoked' | 'unknown'; by: string };

export const Closed = ({ why, by }: Props) => (
  <Frame title={t(`closed.${why}`)} below={<p>{why === 'unknown' ? t('closed.unknown_help') : t(`closed.${why}_help`, { by })}</p>}>
    <div class="sign-in-form">
      <Button kind="primary" wide big href={why === 'unknown' ? INVITED : HOME}>
        {why === 'unknown' ? t('closed.other') : t(me.value ? 'closed.home' : 'closed.sign_in')}
      </Button>
      {why === 'unknown' ? (
        <Button kind="quiet" wide href={HOME}>
          {t(me.value ? 'closed.home' : 'closed.sign_in')}
        </Button>
      ) : (
        <Button kind="quiet" wide href={INVITED}>
          {t('closed.other')}
        </Button>
      )}
    </div>
  </Frame>
);
