// A day as the browser lets one type it, and in words below, so that a slip is seen.
import type { ComponentProps } from 'preact';
import { longDay } from '../i18n/formats';
import { TextInput } from '../ui';

type Props = Omit<ComponentProps<typeof TextInput>, 'type'>;

export const DayInput = ({ hint, ...props }: Props) => <TextInput {...props} type="date" hint={props.value ? longDay(props.value) : hint} />;
