import type { ComponentChildren } from 'preact';
import { t } from '../i18n';
import { Icon, type IconName } from './Icon';

export const Spinner = () => <span class="spinner" aria-hidden="true" />;

export const Loading = ({ label }: { label?: string }) => (
  <p class="loading" role="status">
    <Spinner />
    {label ?? t('loading')}
  </p>
);

type EmptyProps = { icon?: IconName; title: string; children?: ComponentChildren; action?: ComponentChildren };

/** One sentence that says what to do next, and at most one button. */
export const EmptyState = ({ icon, title, children, action }: EmptyProps) => (
  <div class="empty">
    {icon && <Icon name={icon} size={32} />}
    <p class="empty-title">{title}</p>
    {children && <p class="quiet">{children}</p>}
    {action}
  </div>
);
