// A state is an icon, a word and a colour, never a colour alone.
import type { ComponentChildren } from 'preact';
import { t } from '../i18n';
import { Icon, type IconName } from './Icon';

export type Tone = 'approved' | 'pending' | 'returned' | 'off' | 'plain';

export type SessionState =
  | 'draft'
  | 'unsent'
  | 'unsent_amend'
  | 'unsent_withdraw'
  | 'sending'
  | 'stuck'
  | 'pending'
  | 'approved'
  | 'returned'
  | 'refused'
  | 'withdrawn';

const LOOK: Record<SessionState, { tone: Tone; icon: IconName }> = {
  draft: { tone: 'off', icon: 'pencil' },
  unsent: { tone: 'pending', icon: 'refresh' },
  unsent_amend: { tone: 'pending', icon: 'refresh' },
  unsent_withdraw: { tone: 'pending', icon: 'refresh' },
  sending: { tone: 'pending', icon: 'send' },
  stuck: { tone: 'returned', icon: 'warning' },
  pending: { tone: 'pending', icon: 'clock' },
  approved: { tone: 'approved', icon: 'check' },
  returned: { tone: 'returned', icon: 'return' },
  refused: { tone: 'off', icon: 'cancel' },
  withdrawn: { tone: 'off', icon: 'close' },
};

type ChipProps = { tone?: Tone; icon?: IconName; children: ComponentChildren };

export const Chip = ({ tone = 'plain', icon, children }: ChipProps) => (
  <span class={`chip tone-${tone}`}>
    {icon && <Icon name={icon} size={16} />}
    {children}
  </span>
);

export const StateChip = ({ state }: { state: SessionState }) => (
  <Chip {...LOOK[state]}>{t(`state.${state}`)}</Chip>
);
