// The keys of the queue, for who asks with "?".
import { Dialog } from '../../ui';
import { t } from './i18n';
import { Key } from './Actions';

const KEYS = ['j', 'k', 'a', 'r', 'help'] as const;

export const KeysHelp = ({ onClose }: { onClose: () => void }) => (
  <Dialog open onClose={onClose} title={t('keys.title')}>
    <dl class="keys">
      {KEYS.map((key) => (
        <div key={key}>
          <dt>
            <Key>{key === 'help' ? '?' : key.toUpperCase()}</Key>
          </dt>
          <dd>{t(`keys.${key}`)}</dd>
        </div>
      ))}
    </dl>
    <p class="quiet small keys-note">{t('keys.note')}</p>
  </Dialog>
);
