// Entries of the log in words. An action that has no words yet is shown by its code.
import { OFFICE } from '../../account/account';
import type { LogEntry } from '../../api/types';
import { t } from '../i18n';
import { vi } from './texts';

type ActionKey = Extract<keyof typeof vi, `did.${string}`>;
const isKnown = (key: string): key is ActionKey => key in vi;

export const inWords = ({ action }: Pick<LogEntry, 'action'>): string => {
  const key = `did.${action}`;
  return isKnown(key) ? t(key) : action;
};

/** Where the thing can be seen, for those that have a screen. */
export const hrefOfObject = ({ object_type, object_id }: Pick<LogEntry, 'object_type' | 'object_id'>): string | null => {
  if (object_type === 'session') return `${OFFICE}duyet-buoi?session=${String(object_id)}`;
  return object_type === 'team' ? `${OFFICE}to/${String(object_id)}` : null;
};

const text = (value: unknown): string => (typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : JSON.stringify(value));

/** The rest of an entry, as it was written; device numbers tell nobody anything. */
export const shownDetails = (details: Record<string, unknown>): [string, string][] =>
  Object.entries(details)
    .filter(([name, value]) => name !== 'device' && value !== null && value !== '')
    .map(([name, value]) => [name, text(value)]);
