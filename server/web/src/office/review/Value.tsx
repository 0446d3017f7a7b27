import { useLoad } from '../../data/useLoad';
import { namesIn } from './names';
import { fieldValue } from './words';

/** A value of a record in words; places and teams by their names, a moment later. */
export const Value = ({ field, value }: { field: string; value: unknown }) => {
  const names = useLoad(() => namesIn(field, value), [field, JSON.stringify(value)]);
  return <>{names.data ?? fieldValue(field, value)}</>;
};
