// What is looked at rather than written: one piece, fetched apart.
export { DetailScreen } from './DetailScreen';
export { ListScreen } from './ListScreen';
export { SentScreen } from './SentScreen';
