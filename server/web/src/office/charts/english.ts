import type { Messages } from '../../i18n';
import type { vi } from './texts';

export const en = {
  'chart.table': 'Table',
  'chart.period': 'Period: {period}, {from} to {to}',
  'chart.map': 'Boundaries: {map}',
  'chart.as_of': 'As of {when}',
  'chart.source': 'Source: recorded by the teams, reviewed by Youth Union officers',
  'chart.unit': 'Unit',
  'chart.month': 'Month',
  'chart.median': 'median {value}',
  'chart.most': 'The chart shows {n} of {all} units; the table has them all.',
  'trend.title': 'People guided by month',
  'trend.summary': '{name}: from {first} ({from}) to {last} people ({to}); at most {max} ({at}).',
  'trend.nothing': 'Nobody was guided in the last 12 months.',
  'trend.partial': 'The last month only runs to {date}.',
  'places.title': 'Places side by side',
  'places.which': 'Compare by',
  'places.reached': 'Reached',
  'places.turns': 'People guided',
  'places.more': 'Compare per 1,000 residents and with last year',
  'places.summary': 'Highest: {top} {max}. Lowest: {bottom} {min}. Median {median}.',
  'attain.title': 'Achieved and not achieved',
  'attain.reached': 'achieved',
  'attain.missed': 'not achieved',
  'attain.definition': 'Achieved: a hamlet with at least one session on the spot in the period. Not achieved: with none.',
  'attain.summary': '{n} of {all} hamlets achieved ({percent}); {left} did not. Most of them in {name}: {most}.',
} satisfies Messages<typeof vi>;
